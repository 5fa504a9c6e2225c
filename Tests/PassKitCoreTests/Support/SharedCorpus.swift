import Foundation

/// Other people's passes, archives and test sets, which stand beside the project where it is developed.
///
/// Tests that need them are enabled by ``isPresent``: a user's checkout does not have them.
enum SharedCorpus {
    /// The folder that holds the package.
    static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let root = packageRoot.deletingLastPathComponent().appending(path: "shared/corpus")

    static let isPresent = FileManager.default.fileExists(atPath: root.path)

    /// The bytes of a file, by its path below the corpus, such as `passes/apple-event.pkpass`.
    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: root.appending(path: path)))
    }

    /// The names of the files in a folder of the corpus, sorted; none where the corpus is absent.
    static func files(in folder: String, suffix: String = "") -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return (names ?? []).filter { $0.hasSuffix(suffix) }.sorted()
    }

    /// The rows of a tab-separated table, without its head.
    static func table(_ path: String) -> [[String]] {
        guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
