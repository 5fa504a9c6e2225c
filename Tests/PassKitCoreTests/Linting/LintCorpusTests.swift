import PassKitCore
import Testing

/// Passes that Wallet took give no error, but for faults they really have.
@Suite(.enabled(if: SharedCorpus.isPresent)) struct LintCorpusTests {
    static let trusted = SharedCorpus.table("passes/expect.tsv").filter { $0[1] == "trusted" }.map { $0[0] }

    /// Faults that are really there, and why Wallet nevertheless took the pass.
    static let faults: [String: [String: String]] = [
        "good-g1-2013-data-descriptors.pkpass": [
            "lint.barcode.format-in-single": "Code 128 in the old key: Wallet shows the pass without a code"
        ]
    ]

    @Test(arguments: trusted)
    func aTrustedPassGivesNoErrorButItsFaults(_ name: String) throws {
        let archive = try PassArchive(reading: SharedCorpus.bytes("passes/\(name)"))
        let errors = PassLinter().findings(in: archive).filter { $0.severity == .error }
        #expect(Set(errors.map(\.code.rawValue)) == Set((Self.faults[name] ?? [:]).keys), "\(errors)")
    }
}
