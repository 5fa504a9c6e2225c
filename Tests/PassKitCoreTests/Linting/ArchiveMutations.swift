import ArchiveForge
import PassKitCore

extension CodeMutation {
    /// Archives that are not taken, or not as what they are handed in for.
    static let archives: [CodeMutation] =
        Dictionary(grouping: ArchiveFault.all, by: \.code.rawValue).compactMap { code, faults in
            faults.first.map { fault in
                refused(code) {
                    var forge = ArchiveFault.sound
                    fault.change(&forge)
                    try PassArchive(reading: forge.bytes).checkContents()
                }
            }
        } + [
            refused("archive.not-a-zip") { _ = try PassArchive(reading: [1, 2, 3]) },
            refused("archive.bundle") { _ = try PassBundle(reading: GoodPass(.event).archive().bytes()) },
            CodeMutation("json.too-large") {
                // By its default limits an archive holds no file so large.
                var archive = PassArchive(limits: .permissive)
                for (name, bytes) in try GoodPass(.event).files { try archive.set(bytes, for: name) }
                try archive.set([UInt8](repeating: 0x20, count: 5 << 20) + Array("{}".utf8), for: "pass.json")
                return PassLinter().findings(in: archive)
            },
            CodeMutation("lint.bundle.repeated-pass") {
                let bytes = try GoodPass(.event).archive().bytes()
                let passes = ["a", "b"].map { PassBundle.Item(name: "\($0).pkpass", bytes: bytes) }
                return PassLinter().findings(in: PassBundle(passes: passes))
            },
        ]

    /// What is thrown, as a finding.
    private static func refused(_ code: String, _ body: @escaping @Sendable () throws -> Void) -> CodeMutation {
        CodeMutation(code) {
            do {
                try body()
                return []
            } catch let error as PassError {
                return [Finding(error, remedy: "In the message.")]
            }
        }
    }
}
