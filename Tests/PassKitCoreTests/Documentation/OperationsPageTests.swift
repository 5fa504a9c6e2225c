import Foundation
import Testing

/// Holds the promises of `Docs/Operations.md` and the tests that prove them together.
@Suite struct OperationsPageTests {
    /// The text of each file of tests, by the suite it holds.
    private static func suites() throws -> [String: String] {
        let tests = SharedCorpus.packageRoot.appending(path: "Tests")
        let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
        var suites: [String: String] = [:]
        for case let file as URL in files where file.lastPathComponent.hasSuffix("Tests.swift") {
            suites[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        return suites
    }

    @Test func thePromisesNameTestsThatExist() throws {
        let page = SharedCorpus.packageRoot.appending(path: "Docs/Operations.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") && $0.contains("Tests") }
        #expect(rows.count >= 10)
        let suites = try Self.suites()
        for row in rows {
            let proof = try #require(row.split(separator: "|").last)
            var suite = ""
            for name in proof.matches(of: /`([A-Za-z]*)(?:\.([A-Za-z]+))?`/) {
                if !name.1.isEmpty { suite = String(name.1) }
                if suite == "PassStoreConformance" { continue }
                let source = try #require(suites[suite], "There is no suite \(suite).")
                guard let test = name.2 else { continue }
                #expect(source.contains("func \(test)("), "\(suite) has no test \(test).")
            }
        }
    }
}
