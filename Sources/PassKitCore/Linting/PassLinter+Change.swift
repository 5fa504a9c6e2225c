extension PassLinter {
    /// The errors of a changed pass that it did not have before the change.
    ///
    /// A fault counts as known by its code and its place; the numbers in a place do not count, so that a field put in
    /// front of a faulty one brings nothing in. Of a fault that stands there more often than before, as many are told as
    /// have come.
    /// - Parameters:
    ///   - changed: The pass after the change.
    ///   - former: The pass before it. It is looked at only when the changed one has errors.
    public func errors(in changed: PassArchive, notIn former: PassArchive) -> [Finding] {
        let errors = Self.errors(among: findings(in: changed))
        guard !errors.isEmpty else { return [] }
        var known: [KnownFault: Int] = [:]
        var places: Set<Place> = []
        for error in Self.errors(among: findings(in: former)) {
            known[KnownFault(error), default: 0] += 1
            places.insert(Place(error))
        }
        // Those at the very same place are the known ones first.
        var introduced: [Finding] = []
        for error in errors.filter({ places.contains(Place($0)) }) + errors.filter({ !places.contains(Place($0)) }) {
            let fault = KnownFault(error)
            if let count = known[fault], count > 0 {
                known[fault] = count - 1
            } else {
                introduced.append(error)
            }
        }
        return introduced
    }

    private static func errors(among findings: [Finding]) -> [Finding] { findings.filter { $0.severity == .error } }

    private struct Place: Hashable {
        let code: Finding.Code
        let path: String

        init(_ finding: Finding) { (code, path) = (finding.code, finding.path) }
    }

    private struct KnownFault: Hashable {
        let code: Finding.Code
        let path: String

        init(_ finding: Finding) {
            code = finding.code
            var isIndex = false
            path = finding.path.filter { character in
                if character == "[" || character == "]" { isIndex = character == "[" }
                return !(isIndex && character.isNumber)
            }
        }
    }
}
