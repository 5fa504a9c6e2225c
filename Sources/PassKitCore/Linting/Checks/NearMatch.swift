/// Finds the known word that a misspelled one was probably meant to be.
enum NearMatch {
    /// Words beyond this length are nobody's misspelling of a key, and would cost time.
    private static let longest = 64

    /// The known word that differs in case only, else the first at the smallest distance, of at most one edit for
    /// short words and two for longer ones.
    static func of(_ word: String, among known: some Sequence<String>) -> String? {
        let letters = Array(word.utf8)
        guard (3...longest).contains(letters.count) else { return nil }
        let lowercase = letters.map(Self.lowercased)
        var best: (word: String, distance: Int)?
        for candidate in known {
            let other = candidate.utf8.map(Self.lowercased)
            if other == lowercase { return candidate }
            let limit = letters.count < 6 ? 1 : 2
            guard abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(lowercase, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The number of letters to insert, remove, replace or exchange with a neighbour (Damerau-Levenshtein, restricted).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
