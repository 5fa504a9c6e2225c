import Foundation
import PassKitCore
import Testing

/// Holds `Docs/Errors.md`, what `pkpass explain` tells, and the declared codes together: each stands there, sorted,
/// with the meaning that its declaration gives.
@Suite struct ErrorsPageTests {
    static let page = SharedCorpus.packageRoot.appending(path: "Docs/Errors.md")
    static let table = SharedCorpus.packageRoot.appending(path: "Sources/pkpass/Support/ErrorMeanings.swift")

    /// The meaning of each code, read from the declarations: the doc comment is the meaning.
    static func meanings() throws -> [String: String] {
        let sources = SharedCorpus.packageRoot.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var meanings: [String: String] = [:]
        for case let file as URL in files where file.lastPathComponent.hasSuffix("ErrorCodes.swift") {
            var comment: [String] = []
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init) {
                let line = line.trimmingCharacters(in: .whitespaces)
                if line.hasPrefix("///") {
                    comment.append(line.dropFirst(3).trimmingCharacters(in: .whitespaces))
                } else if let match = line.firstMatch(of: /static let \w+ = (?:Self|Code|PassError\.Code)\("([^"]+)"\)/)
                {
                    let code = String(match.1)
                    #expect(meanings[code] == nil, "\(code) is declared twice")
                    #expect(!comment.isEmpty, "\(code) has no meaning")
                    meanings[code] = comment.joined(separator: " ")
                    comment = []
                } else {
                    comment = []
                }
            }
        }
        return meanings
    }

    @Test func everyCodeStandsOnThePage() throws {
        let meanings = try Self.meanings()
        #expect(meanings.count > 20)
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let head = text.prefix(upTo: text.firstRange(of: "- `")?.lowerBound ?? text.startIndex)
        let rooms = ErrorRoom.all.sorted { $0.prefix < $1.prefix }.flatMap { room in
            let own = ErrorAdvice.exceptions.filter { $0.codes[0].hasPrefix(room.prefix + ".") }.map { advice in
                let codes = advice.codes.map { "`\($0)`" }.joined(separator: ", ")
                let severity = advice.severity.map { " (\($0.rawValue))" } ?? ""
                return "  - \(codes)\(severity). Why it matters: \(advice.reason) What to do: \(advice.remedy)"
            }
            return ["- `\(room.prefix)`, \(room.subject). Why it matters: \(room.reason) What to do: \(room.remedy)"]
                + own
        }
        let codes = meanings.sorted { $0.key < $1.key }.map { "| `\($0)` | \($1) |" }
        let lines = rooms + ["", "| code | meaning |", "|---|---|"] + codes
        try Self.check(head + lines.joined(separator: "\n") + "\n", Self.page)
    }

    /// The tool has the meanings as a table of its own: comments do not live on in a program.
    @Test func everyCodeCanBeExplained() throws {
        let entries = try Self.meanings().sorted { $0.key < $1.key }.map { code, meaning in
            let literal = meaning.replacingOccurrences(of: "\\", with: "\\\\")
                .replacingOccurrences(of: "\"", with: "\\\"")
            return "        \"\(code)\": \"\(literal)\","
        }
        let text = try String(contentsOf: Self.table, encoding: .utf8)
        let start = "    static let all: [String: String] = [\n"
        let head = text.prefix(upTo: try #require(text.firstRange(of: start)).upperBound)
        try Self.check(head + entries.joined(separator: "\n") + "\n    ]\n}\n", Self.table)
    }

    @Test func everyCodeBelongsToARoom() throws {
        let strays = try Self.meanings().keys.filter { ErrorRoom(of: PassError.Code($0)) == nil }
        #expect(strays.isEmpty, "Add their prefixes to ErrorRoom.")
    }

    @Test func textsOfTheirOwnAreForCodesThatExist() throws {
        let codes = ErrorAdvice.exceptions.flatMap(\.codes)
        #expect(Set(codes).count == codes.count, "A code stands there twice.")
        #expect(try Set(codes).subtracting(Self.meanings().keys).isEmpty)
        for advice in ErrorAdvice.exceptions {
            #expect(Set(advice.codes.map { $0.prefix { $0 != "." } }).count == 1, "\(advice.codes)")
        }
    }

    /// Compares a file with what it should be, or writes it.
    static func check(_ expected: String, _ file: URL) throws {
        if ProcessInfo.processInfo.environment["PASSKITCORE_UPDATE_DOCS"] == "1" {
            try expected.write(to: file, atomically: true, encoding: .utf8)
        } else {
            let text = try? String(contentsOf: file, encoding: .utf8)
            #expect(
                text == expected,
                "Run PASSKITCORE_UPDATE_DOCS=1 swift test --filter 'ErrorsPage|FindingsCatalogue'"
            )
        }
    }
}
