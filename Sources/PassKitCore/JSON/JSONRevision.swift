/// Writes an edited tree over the text it was read from: what was not edited keeps its spelling, blanks included.
///
/// New values are written in compact form behind the blanks of their neighbours. An object whose members were put in
/// another order is written anew.
struct JSONRevision {
    private let text: [UInt8]
    private var output: [UInt8] = []

    /// Below so many levels an edited value is written anew as a whole: the levels are walked by recursion.
    private static let deepest = 32

    /// The text of the new tree.
    /// - Parameters:
    ///   - new: The tree to write.
    ///   - text: What the old tree was parsed from.
    ///   - old: The tree that parsing the text gave.
    static func bytes(of new: JSONValue, over text: [UInt8], parsedAs old: JSONValue) -> [UInt8] {
        var revision = JSONRevision(text: text)
        let mark = JSONValue.beginsWithMark(text) ? 3 : 0
        let start = revision.endOfBlanks(from: mark)
        let value = start..<revision.endOfValue(from: start)
        revision.output.reserveCapacity(text.count + 64)
        revision.output += text[..<start]
        revision.write(new, over: value, of: old, depth: 0)
        revision.output += text[value.upperBound...]
        return revision.output
    }

    private init(text: [UInt8]) {
        self.text = text
    }

    // MARK: Writing

    /// What becomes of the elements of an array or the members of an object.
    private enum Step {
        case keep(Int, JSONValue)
        case insert(key: String?, JSONValue)
    }

    private mutating func write(_ new: JSONValue, over place: Range<Int>, of old: JSONValue, depth: Int) {
        if new == old { return output += text[place] }
        guard depth < Self.deepest else { return output += new.bytes() }
        switch (old, new) {
        case (.object(let before), .object(let after)):
            guard let steps = Self.steps(from: before, to: after) else { return output += new.bytes() }
            write(new, steps, over: place, of: before.members.map(\.value), isObject: true, depth: depth)
        case (.array(let before), .array(let after)):
            let steps = Self.steps(from: before, to: after)
            write(new, steps, over: place, of: before, isObject: false, depth: depth)
        default:
            output += new.bytes()
        }
    }

    private mutating func write(
        _ new: JSONValue,
        _ steps: [Step],
        over place: Range<Int>,
        of old: [JSONValue],
        isObject: Bool,
        depth: Int
    ) {
        let children = children(of: place, isObject: isObject)
        guard children.count == old.count, let open = text[place].first, let close = text[place].last else {
            return output += new.bytes()
        }
        output.append(open)
        // What is new gets the blanks of what stands before it; at the beginning, of what stands behind it.
        var model = children.first
        for (number, step) in steps.enumerated() {
            if number > 0 { output.append(UInt8(ascii: ",")) }
            switch step {
            case .keep(let index, let value):
                let child = children[index]
                output += text[child.blanks.lowerBound..<child.value.lowerBound]
                write(value, over: child.value, of: old[index], depth: depth + 1)
                if index < children.count - 1 { output += text[child.value.upperBound..<child.end] }
                model = child
            case .insert(let key, let value):
                if let model { output += text[model.blanks] }
                if let key {
                    output += JSONValue.string(key).bytes()
                    if let model { output += text[model.colon] } else { output.append(UInt8(ascii: ":")) }
                }
                output += value.bytes()
            }
        }
        if !steps.isEmpty, let last = children.last { output += text[last.value.upperBound..<last.end] }
        output.append(close)
    }

    /// Nil when members that stay were put in another order.
    private static func steps(from old: JSONObject, to new: JSONObject) -> [Step]? {
        var places: [[UInt8]: Int] = [:]
        for (index, member) in old.members.enumerated() { places[Array(member.key.utf8)] = index }
        guard places.count == old.count else { return nil }
        var last = -1
        var steps: [Step] = []
        for member in new.members {
            guard let index = places[Array(member.key.utf8)] else {
                steps.append(.insert(key: member.key, member.value))
                continue
            }
            guard index > last else { return nil }
            last = index
            steps.append(.keep(index, member.value))
        }
        return steps
    }

    /// What is equal at both ends stays; of what stands between, each element takes the place of one.
    private static func steps(from old: [JSONValue], to new: [JSONValue]) -> [Step] {
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        return new.indices.map { index in
            let fromEnd = new.count - index
            if fromEnd <= end { return .keep(old.count - fromEnd, new[index]) }
            return index < old.count - end ? .keep(index, new[index]) : .insert(key: nil, new[index])
        }
    }

    // MARK: Finding

    /// An element of an array or a member of an object.
    private struct Child {
        /// The blanks in front of it.
        let blanks: Range<Int>
        /// The colon between key and value, with its blanks; empty for an element.
        let colon: Range<Int>
        let value: Range<Int>
        /// Where the comma or the closing bracket stands.
        let end: Int
    }

    private func children(of place: Range<Int>, isObject: Bool) -> [Child] {
        var children: [Child] = []
        var position = place.lowerBound + 1
        while position < place.upperBound {
            let start = position
            position = endOfBlanks(from: start)
            if position >= place.upperBound - 1 { break }  // The bracket of an empty array or object.
            let blanks = start..<position
            var colon = position..<position
            if isObject {
                let keyEnd = endOfValue(from: position)
                position = endOfBlanks(from: endOfBlanks(from: keyEnd) + 1)
                colon = keyEnd..<max(keyEnd, min(position, place.upperBound))
            }
            let valueEnd = endOfValue(from: position)
            let end = endOfBlanks(from: valueEnd)
            guard position <= valueEnd, end < place.upperBound else { return [] }
            children.append(Child(blanks: blanks, colon: colon, value: position..<valueEnd, end: end))
            position = end + 1
        }
        return children
    }

    private func endOfBlanks(from start: Int) -> Int {
        var position = start
        while position < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[position]) { position += 1 }
        return min(position, text.count)
    }

    /// The end of a value of well-formed JSON.
    private func endOfValue(from start: Int) -> Int {
        var depth = 0
        var position = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                position = endOfString(from: position)
                if depth == 0 { return position }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth <= 1 { return depth == 1 ? position + 1 : position }
                depth -= 1
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return text.count
    }

    private func endOfString(from start: Int) -> Int {
        var position = start + 1
        while position < text.count, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(position + 1, text.count)
    }
}
