import Foundation
import Testing

@testable import PassKitCore

/// Holds the catalogue of findings, its page and the linter together.
@Suite struct FindingsCatalogueTests {
    static let mutations: [Mutation] =
        Mutation.package + Mutation.json + Mutation.identity + Mutation.style + Mutation.field + Mutation.barcode
        + Mutation.relevance + Mutation.semantics + Mutation.poster + Mutation.extensions + Mutation.localization

    static let others: [CodeMutation] =
        CodeMutation.archives + CodeMutation.manifests + CodeMutation.signatures + CodeMutation.certificates
        + CodeMutation.differences

    @Test(arguments: GoodPass.Kind.allCases)
    func aGoodPassGivesNothing(_ kind: GoodPass.Kind) throws {
        let findings = PassLinter().findings(in: try GoodPass(kind).archive())
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test(arguments: mutations)
    func aMutationGivesExactlyItsCode(_ mutation: Mutation) throws {
        let findings = try mutation.findings()
        #expect(Set(findings.map(\.code.rawValue)) == [mutation.code], "\(findings)")
        #expect(findings.allSatisfy { $0.severity == mutation.severity }, "\(findings)")
        // An error's message holds the remedy.
        let isRule = FindingRule[code: Finding.Code(mutation.code)] != nil
        #expect(!isRule || findings.allSatisfy { !$0.message.contains("{") && !$0.remedy.isEmpty }, "\(findings)")
        if let path = mutation.path { #expect(findings.contains { $0.path == path }, "\(findings)") }
    }

    @Test(arguments: others)
    func anotherMutationGivesExactlyItsCode(_ mutation: CodeMutation) throws {
        let findings = try mutation.findings()
        #expect(Set(findings.map(\.code.rawValue)) == [mutation.code], "\(findings)")
        for finding in findings {
            guard let rule = FindingRule[code: finding.code] else { continue }
            #expect(finding.severity == rule.severity && !finding.message.contains("{") && !finding.remedy.isEmpty)
        }
    }

    @Test(arguments: CodeMutation.harmless)
    func aChangeBesideAMutationGivesNothing(_ change: CodeMutation) throws {
        #expect(try change.findings().isEmpty)
    }

    @Test func everyCodedRowHasAMutation() {
        let covered = Set(Self.mutations.map(\.code) + Self.others.map(\.code))
        let rows = RuleNumbers.errors.values.joined().map(\.rawValue) + FindingRule.all.map(\.code.rawValue)
        let open = rows.filter { !covered.contains($0) }.sorted()
        #expect(open.isEmpty)
    }

    @Test func everyDeclaredRuleIsListed() throws {
        let codes = FindingRule.all.map(\.code.rawValue)
        #expect(Set(codes).count == codes.count)
        let folder = SharedCorpus.packageRoot.appending(path: "Sources/PassKitCore/Linting/Rules")
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            for match in try String(contentsOf: file, encoding: .utf8).matches(
                of: /"((?:lint|difference)\.[a-z0-9.-]+)"/
            ) {
                #expect(codes.contains(String(match.1)), "\(match.1) is declared, but not in its family's list")
                count += 1
            }
        }
        #expect(count > 100)
    }

    @Test func everyNumberHasARow() {
        for number in 1...RuleNumbers.count {
            let isCoded =
                RuleNumbers.errors[number] != nil || FindingRule.all.contains { $0.numbers.contains(number) }
            #expect(isCoded != (RuleNumbers.notOffline[number] != nil), "rule \(number)")
        }
    }

    @Test func everyCodeOfTheVerifierIsListed() throws {
        let codes = Set(FindingRule.all.map(\.code.rawValue))
        for room in ["Verification", "Signing"] {
            let folder = SharedCorpus.packageRoot.appending(path: "Sources/PassKitCore/\(room)")
            var count = 0
            for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            where !file.lastPathComponent.hasSuffix("ErrorCodes.swift") {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /"((?:manifest|signature|certificate|identity|replacement)\.[a-z0-9-]+)"/)
                where match.1 != "manifest.json" {
                    #expect(codes.contains(String(match.1)), "\(match.1) has no rule")
                    count += 1
                }
            }
            #expect(count > 0, "\(room)")
        }
    }

    // MARK: The page

    @Test func thePageIsUpToDate() throws {
        let meanings = try ErrorsPageTests.meanings()
        var rows = [
            "| no. | code | severity | what is wrong | how to mend it | iOS | source |",
            "|---|---|---|---|---|---|---|",
        ]
        for number in 1...RuleNumbers.count {
            var further = 0
            func add(_ cells: [String]) {
                rows.append("| \(number)\(further == 0 ? "" : ".\(further)") | \(cells.joined(separator: " | ")) |")
                further += 1
            }
            if let reason = RuleNumbers.notOffline[number] { add(["not offline: \(reason)", "", "", "", "", ""]) }
            for code in RuleNumbers.errors[number] ?? [] {
                let meaning = try #require(meanings[code.rawValue])
                let room = try #require(ErrorRoom(of: code))
                add(["`\(code)`", "error", meaning, room.remedy, "", ""])
            }
            for rule in FindingRule.all where rule.numbers.contains(number) { add(Self.cells(of: rule)) }
        }
        for rule in FindingRule.all where rule.numbers.isEmpty {
            rows.append("| – | \(Self.cells(of: rule).joined(separator: " | ")) |")
        }
        let page = SharedCorpus.packageRoot.appending(path: "Docs/Findings.md")
        let head = try String(contentsOf: page, encoding: .utf8).prefix { $0 != "|" }
        try ErrorsPageTests.check(head + rows.joined(separator: "\n") + "\n", page)
    }

    private static func cells(of rule: FindingRule) -> [String] {
        [
            "`\(rule.code)`", rule.severity.rawValue, rule.message, rule.remedy, rule.systems.description, rule.source,
        ].map { $0.replacingOccurrences(of: "|", with: "\\|") }
    }
}
