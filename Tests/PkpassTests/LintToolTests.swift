#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass lint` and `pkpass explain`.
    @Suite struct LintToolTests {
        /// A folder with a pass that is to be signed.
        private func withPass(_ edit: (inout Pass) -> Void = { _ in }, _ body: (String) throws -> Void) throws {
            try PassFiles.with { try body($0.passFolder("Ticket.pass", edit)) }
        }

        @Test func aGoodFolderExitsWithZero() throws {
            try withPass { path in
                let result = try Tool.run("lint", path, "--json")
                #expect(result.status == 0, "\(result.text)")
                #expect(try result.json["findings"]?.arrayValue != nil)
                let text = try Tool.run("lint", path)
                #expect(text.status == 0)
            }
        }

        @Test func anErrorExitsWithOneAndNamesItsPlace() throws {
            try withPass {
                $0.fields.primary[0].value = nil
            } _: { path in
                let result = try Tool.run("lint", path, "--format", "json")
                #expect(result.status == 1)
                let finding = try result.json["findings"]?[0]
                #expect(finding?["code"] == "lint.field.value-missing")
                #expect(finding?["severity"] == "error")
                #expect(finding?["path"] == "eventTicket.primaryFields[0]")
                #expect(finding?["message"]?.stringValue?.isEmpty == false)
                let ignoring = try Tool.run("lint", path, "--ignore", "lint.field.value-missing")
                #expect(ignoring.status == 0)
            }
        }

        @Test func otherToolsReadTheFindings() throws {
            try withPass {
                $0.fields.primary[0].value = nil
            } _: { path in
                let github = try Tool.run("lint", path, "--format", "github")
                let annotation = "::error file=\(path),title=lint.field.value-missing::eventTicket.primaryFields[0]: "
                #expect(github.status == 1)
                #expect(github.text.hasPrefix(annotation), "\(github.text)")
            }
        }

        @Test func oneFormatIsAskedFor() throws {
            try withPass { path in
                let both = try Tool.run("lint", path, "--format", "github", "--json")
                #expect(both.status == 2)
                #expect(try both.json["error"]?["message"]?.stringValue?.contains("not both") == true)
            }
        }

        @Test func aTargetThatIsNoVersionIsExplained() throws {
            let result = try Tool.run("lint", "a.pkpass", "--target", "foo")
            #expect(result.status == 2)
            #expect(result.complaints.contains("Write a version of iOS as 17 or 18.1."), "\(result.complaints)")
            #expect(!result.complaints.contains("tool.usage"))
        }

        @Test func textEndsWithTheCountOfEachSeverity() throws {
            try withPass {
                $0.fields.primary[0].value = nil
                $0.json["colour"] = 1
            } _: { path in
                let lines = try Tool.run("lint", path, "--format", "text").text.split(separator: "\n")
                #expect(
                    lines.first?.hasPrefix("error lint.field.value-missing: eventTicket.primaryFields[0]: ") == true
                )
                let warnings = lines.count { $0.hasPrefix("warning ") }
                #expect(warnings > 0)
                #expect(lines.last == "1 error, \(warnings) warning\(warnings == 1 ? "" : "s").")
            }
        }

        @Test func annotationsEscapeWhatWouldEndThem() throws {
            try withPass {
                $0.json["a%\n,:b"] = 1
            } _: { path in
                let result = try Tool.run("lint", path, "--format", "github")
                let lines = result.text.split(separator: "\n").filter { $0.contains("unknown-key") }
                #expect(lines.count == 1 && result.text.contains("a%25%0A,:b"), "\(result.text)")
                #expect(result.text.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
            }
        }

        /// What SARIF 2.1.0 requires (OASIS, sections 3.13 to 3.58), and what readers of it rely on.
        @Test func sarifHasItsRequiredMembers() throws {
            try withPass {
                $0.fields.primary[0].value = nil
                $0.json["colour"] = 1
                $0.json["color"] = 1
            } _: { path in
                let sarif = try Tool.run("lint", path, "--format", "sarif")
                #expect(sarif.status == 1)
                let log = try sarif.json
                #expect(log["version"] == "2.1.0")
                #expect(log["$schema"]?.stringValue?.hasSuffix("sarif-2.1.0.json") == true)
                #expect(log["runs"]?.arrayValue?.count == 1)
                let run = try #require(log["runs"]?[0])
                let driver = try #require(run["tool"]?["driver"])
                #expect(driver["name"] == "pkpass")

                let rules = try #require(driver["rules"]?.arrayValue)
                #expect(Set(rules.compactMap { $0["id"]?.stringValue }).count == rules.count, "Ids are unique.")
                for rule in rules {
                    for key in ["shortDescription", "fullDescription", "help"] {
                        #expect(rule[key]?["text"]?.stringValue?.isEmpty == false)
                    }
                }
                let artifacts = try #require(run["artifacts"]?.arrayValue)
                let uri: JSONValue = .string("file://\(path)")
                #expect(artifacts.map { $0["location"]?["uri"] } == [uri])

                let results = try #require(run["results"]?.arrayValue)
                let findings = try Tool.run("lint", path, "--json").json["findings"]?.arrayValue ?? []
                #expect(results.count == findings.count && results.count > 2)
                for (result, finding) in zip(results, findings) {
                    #expect(result["ruleId"] == finding["code"] && result["level"] == finding["severity"])
                    #expect(["none", "note", "warning", "error"].contains(result["level"]?.stringValue))
                    #expect(result["message"]?["text"] == finding["message"])
                    let index = try #require(result["ruleIndex"].flatMap(Int.init(jsonValue:)))
                    #expect(rules.indices.contains(index) && rules[index]["id"] == result["ruleId"])
                    let location = result["locations"]?[0]
                    #expect(location?["physicalLocation"]?["artifactLocation"] == ["uri": uri, "index": 0])
                    #expect(location?["logicalLocations"]?[0]?["fullyQualifiedName"] == finding["path"])
                }
                #expect(results[0]["ruleId"] == "lint.field.value-missing")
            }
        }

        @Test func sarifOfAGoodPassHasARunWithoutResults() throws {
            try withPass { path in
                let ignored = try Tool.run("lint", path, "--json").json["findings"]?.arrayValue ?? []
                let arguments = ignored.compactMap { $0["code"]?.stringValue }.flatMap { ["--ignore", $0] }
                let result = try Tool.run(["lint", path, "--format", "sarif"] + arguments)
                #expect(result.status == 0)
                #expect(try result.json["runs"]?[0]?["results"] == [])
                #expect(try result.json["runs"]?[0]?["tool"]?["driver"]?["name"] == "pkpass")
            }
        }

        @Test func aFileMustBeSigned() throws {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "ticket.pkpass").path
                try Data(SamplePass.package().archive().bytes()).write(to: URL(filePath: file))
                let result = try Tool.run("lint", file, "--json")
                #expect(result.status == 1)
                #expect(result.text.contains("manifest.missing"))
                let authority = try TestAuthority()
                let certificate = folder.appending(path: "pass.pem").path
                try Data(authority.certificatePEM).write(to: URL(filePath: certificate))
                #expect(try Tool.run("lint", file, "--identity", certificate).status == 0)
                let other = try TestAuthority(teamIdentifier: "OTHER12345")
                try Data(other.certificatePEM).write(to: URL(filePath: certificate))
                let mismatch = try Tool.run("lint", file, "--identity", certificate, "--json")
                #expect(mismatch.status == 1)
                #expect(mismatch.text.contains("certificate.team"))
            }
        }

        @Test func whatCannotBeReadExitsWithTwo() throws {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "not-a-zip").path
                try Data("hello".utf8).write(to: URL(filePath: file))
                let result = try Tool.run("lint", file, "--json")
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == "archive.not-a-zip")
                #expect(try Tool.run("lint", folder.path + "/missing").status == 2)
            }
        }

        @Test func everyCodeOfThePagesIsExplained() throws {
            let known = Set(try Tool.run("explain").text.split(separator: "\n").map(String.init))
            for page in ["Findings", "Errors"] {
                let text = try String(contentsOf: Tool.packageRoot.appending(path: "Docs/\(page).md"), encoding: .utf8)
                let matches = text.matches(of: /\| `([a-z]+(?:\.[a-z0-9-]+)+)` \|/)
                #expect(matches.count > 100, "\(page)")
                for match in matches {
                    #expect(known.contains(String(match.1)), "\(match.1) of \(page) is not explained")
                }
            }
        }

        @Test(arguments: [
            ("lint.barcode.message-encoding-missing", "finding"), ("certificate.marker", "finding"),
            ("archive.overlapping", ""), ("archive.unclaimed-bytes", "error"), ("json.syntax", "error"),
            ("update.unreachable", "finding"), ("engine.leases-lost", "error"),
        ])
        func explains(_ code: String, _ kind: String) throws {
            let result = try Tool.run("explain", code, "--json")
            guard !kind.isEmpty else {
                #expect(result.status == 2)
                return
            }
            #expect(result.status == 0)
            let json = try result.json
            #expect(json["kind"] == .string(kind))
            for key in ["meaning", "reason", "remedy"] { #expect(json[key]?.stringValue?.isEmpty == false) }
            let text = try Tool.run("explain", code)
            #expect(text.text.contains(json["remedy"]?.stringValue ?? "?"))
        }

        @Test(arguments: [
            ("update.duplicate-recipient", "warning"), ("update.shared-serial", "note"),
            ("update.subject-missing", "warning"), ("update.message-missing", "warning"),
            ("update.link-missing", "warning"), ("update.unknown-placeholder", "warning"),
            ("update.unreachable", "warning"),
        ])
        func aWarningOfATakenRequestIsNoRefusal(_ code: String, _ severity: String) throws {
            let json = try Tool.run("explain", code, "--json").json
            #expect(json["severity"] == .string(severity))
            #expect(json["reason"]?.stringValue?.hasPrefix("The request was taken") == true)
            #expect(json["remedy"]?.stringValue?.contains("as the message says") == false)
            #expect(try Tool.run("explain", code).text.hasPrefix("\(code) (\(severity))\n"))
        }

        @Test(arguments: [
            "engine.leases-lost", "engine.no-transport", "engine.push-refused", "engine.push-failed",
            "engine.bytes-missing", "engine.overtaken", "notification.outbox", "notification.webhook",
        ])
        func whatWasGivenUpIsDrivenAgain(_ code: String) throws {
            let json = try Tool.run("explain", code, "--json").json
            #expect(json["remedy"]?.stringValue?.contains("`pkpass retry`") == true)
            #expect(json["remedy"]?.stringValue?.contains("idempotency key") == false)
        }

        @Test(arguments: ["update.content", "update.breaks-pass", "engine.busy"])
        func aRefusalIsSentAgain(_ code: String) throws {
            let json = try Tool.run("explain", code, "--json").json
            #expect(json["severity"] == nil)
            #expect(json["remedy"]?.stringValue?.contains("again") == true)
        }
    }
#endif
