/// A place in a JSON tree, spelled as findings spell it: `eventTicket.primaryFields[0].value`.
public struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    /// One step down the tree.
    public enum Step: Hashable, Sendable {
        /// To a member of an object.
        case key(String)
        /// To an element of an array.
        case index(Int)
    }

    /// The steps from the root.
    public var steps: [Step]

    /// Makes a path from its steps.
    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// Reads a path.
    /// - Throws: ``PassError`` with ``PassError/Code/jsonPath`` when the spelling is not `key.key[index].key`.
    public init(_ spelling: String) throws(PassError) {
        steps = []
        for part in spelling.split(separator: ".", omittingEmptySubsequences: false) {
            var pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            let key = pieces.removeFirst()
            guard !key.isEmpty else { throw Self.error(spelling) }
            steps.append(.key(String(key)))
            for piece in pieces {
                guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 else {
                    throw Self.error(spelling)
                }
                steps.append(.index(index))
            }
        }
    }

    private static func error(_ spelling: String) -> PassError {
        PassError(
            .jsonPath,
            "\"\(spelling.prefix(80))\" is no path. Write keys joined by dots, with indexes in brackets: "
                + "eventTicket.primaryFields[0].value"
        )
    }

    /// The spelling.
    public var description: String {
        var spelling = ""
        for step in steps {
            switch step {
            case .key(let key): spelling += spelling.isEmpty ? key : ".\(key)"
            case .index(let index): spelling += "[\(index)]"
            }
        }
        return spelling
    }
}

extension JSONValue {
    /// The value at a path, or nil when there is none.
    public subscript(path: JSONPath) -> JSONValue? {
        path.steps.reduce(Optional(self)) { value, step in
            switch step {
            case .key(let key): value?[key]
            case .index(let index): value?[index]
            }
        }
    }

    /// Sets the value at a path: replaces what is there, or adds a member, or appends the element after the last.
    /// - Throws: ``PassError`` with ``PassError/Code/jsonPath`` when the path leads through something that is no
    ///   object or array, or beyond the end of an array.
    public mutating func set(_ newValue: JSONValue, at path: JSONPath) throws(PassError) {
        // Down along the path, then up again with each level's new value: paths may be long, the stack is not.
        var levels: [JSONValue] = []
        var current = self
        for (depth, step) in path.steps.enumerated() {
            levels.append(current)
            switch (step, current) {
            case (.key(let key), .object(let object)):
                current = object[key] ?? Self.empty(before: path.steps, depth + 1)
            case (.index(let index), .array(let array)) where index <= array.count:
                current = index < array.count ? array[index] : Self.empty(before: path.steps, depth + 1)
            default:
                throw PassError(
                    .jsonPath,
                    "The path \(path) leads through \"\(JSONPath(Array(path.steps[..<depth])))\", where there is no "
                        + "such member or element. Check the path with `inspect`."
                )
            }
        }
        var value = newValue
        for (level, step) in zip(levels, path.steps).reversed() {
            switch (step, level) {
            case (.key(let key), .object(var object)):
                object[key] = value
                value = .object(object)
            case (.index(let index), .array(var array)):
                if index < array.count { array[index] = value } else { array.append(value) }
                value = .array(array)
            default:
                break  // Refused on the way down.
            }
        }
        self = value
    }

    /// What a path makes where nothing is yet: the container that its next step needs.
    private static func empty(before steps: [JSONPath.Step], _ next: Int) -> JSONValue {
        guard next < steps.count, case .index = steps[next] else { return .object(JSONObject()) }
        return .array([])
    }
}
