#if CommandLineTool
    import Foundation
    import PassKitCore
    import Testing

    /// The exit statuses and the JSON that scripts rely on.
    @Suite struct ContractTests {
        @Test func madeIdentitiesKeepTheirKeysPrivate() throws {
            try withTemporaryFolder { folder in
                let directory = folder.appending(path: "dev").path
                let result = try Tool.run("authority", directory, "--json")
                #expect(result.status == 0)
                #expect(try result.json["files"]?.arrayValue?.count == 5)
                for name in ["pass.key", "pass.p12"] {
                    let mode = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")[
                        .posixPermissions
                    ]
                    #expect(mode as? Int == 0o600)
                }
            }
        }

        @Test func unreadableInputExitsWithTwoAndACode() throws {
            try withTemporaryFolder { folder in
                let file = folder.appending(path: "not-a-zip").path
                try Data("hello".utf8).write(to: URL(filePath: file))
                for command in ["list", "verify"] {
                    let result = try Tool.run(command, file, "--json")
                    #expect(result.status == 2)
                    #expect(try result.json["error"]?["code"] == "archive.not-a-zip")
                }
                let missing = try Tool.run("list", folder.path + "/missing", "--json")
                #expect(missing.status == 2)
                #expect(try missing.json["error"]?["code"] == "tool.file")
            }
        }

        @Test func wrongUsageExitsWithTwo() throws {
            let result = try Tool.run("verify", "a.pkpass", "--no-such-option")
            #expect(result.status == 2)
            #expect(result.text.isEmpty && result.complaints.contains("no-such-option"))
        }

        static let verdicts: [(String, String)] = {
            let path = Tool.corpus.appending(path: "passes/expect.tsv")
            let rows = (try? String(contentsOf: path, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? []
            return rows.map { row in
                let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return (columns[0], columns[1])
            }
        }()

        @Test(.enabled(if: Tool.hasCorpus), arguments: verdicts)
        func givesTheVerdictOfEveryRealPass(_ name: String, _ verdict: String) throws {
            let result = try Tool.run("verify", Tool.corpus.appending(path: "passes/\(name)").path, "--json")
            switch verdict {
            case "trusted", "invalid":
                #expect(try result.json["verdict"]?.stringValue == verdict)
                #expect(result.status == (verdict == "trusted" ? 0 : 1))
            case "bundle":
                #expect(try result.json["passes"]?.arrayValue?.isEmpty == false)
            default:
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] != nil)
            }
        }
    }
#endif
