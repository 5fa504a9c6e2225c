import Foundation
import Testing

/// Holds the code in Docs, README and the catalogues together with what is compiled: each block stands, line for line,
/// in a file of a folder `Snippets`, or says above itself what compiles it, or why nothing does.
@Suite struct DocumentationCodeTests {
    static let root = SharedCorpus.packageRoot

    /// The files below a folder whose paths match, sorted.
    static func files(below folder: String, _ matches: (String) -> Bool) throws -> [URL] {
        let all = FileManager.default.enumerator(
            at: root.appending(path: folder),
            includingPropertiesForKeys: nil,
            options: [.skipsHiddenFiles]
        )
        var found: [URL] = []
        for case let file as URL in try #require(all) where matches(file.path) { found.append(file) }
        return found.sorted { $0.path < $1.path }
    }

    static func pages() throws -> [URL] {
        try [root.appending(path: "README.md")] + files(below: "Docs") { $0.hasSuffix(".md") }
            + files(below: "Sources") { $0.contains(".docc/") && $0.hasSuffix(".md") }
    }

    /// The lines of code, without indentation and empty lines.
    static func normalized(_ lines: some Sequence<Substring>) -> String {
        lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The Swift blocks of a page, each with the line above it.
    static func blocks(of page: URL) throws -> [(above: String, code: String)] {
        var blocks: [(String, String)] = []
        var block: [Substring]?
        var above = ""
        let text = try String(contentsOf: page, encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```", let lines = block {
                blocks.append((above, normalized(lines)))
                block = nil
            } else if block != nil {
                block?.append(line)
            } else if line == "```swift" {
                block = []
            } else if !line.isEmpty {
                above = String(line)
            }
        }
        return blocks
    }

    static func isExcused(_ above: String) -> Bool {
        guard above.hasPrefix("<!--"), above.hasSuffix("-->") else { return false }
        guard let match = above.firstMatch(of: /compiled by (Tests\/[A-Za-z\/-]+)/) else {
            return above.contains("not compiled: ")
        }
        return FileManager.default.fileExists(atPath: root.appending(path: String(match.1)).path)
    }

    @Test func allCodeIsCompiled() throws {
        let snippets = try Self.files(below: "Tests") { $0.contains("/Snippets/") && $0.hasSuffix(".swift") }
            .map { try Self.normalized(String(contentsOf: $0, encoding: .utf8).split(separator: "\n")) }
        #expect(snippets.count >= 5)
        var count = 0
        for page in try Self.pages() {
            for (above, code) in try Self.blocks(of: page) {
                count += 1
                let isCompiled = Self.isExcused(above) || snippets.contains { $0.contains(code) }
                #expect(isCompiled, "\(page.lastPathComponent): no Snippets file has\n\(code)")
            }
        }
        #expect(count >= 12)
    }
}
