#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass diff`.
    @Suite struct DiffTests {
        @Test func tellsWhatChangedAndWhatTheLockScreenShows() throws {
            try PassFiles.with { files in
                let old = try files.signedPass("old.pkpass")
                let new = try files.signedPass("new.pkpass") { package in
                    package.pass.fields.header[0].value = "B7"
                    package.pass.fields.secondary[0].value = "Row 1, seat 1"
                    package.pass.fields.back.append(.init("more", value: "x"))
                    package.pass.logoText = "Other"
                    package.pass.json["colour"] = "red"
                    package.images["logo@2x.png"] = try SamplePass.otherLogo()
                    package.localizations["de"]?["seat_label"] = "SITZ"
                }
                let result = try Tool.run("diff", old, new, "--json")
                #expect(result.status == 0, "\(result.complaints)")
                let json = try result.json
                #expect(json["isUpdate"] == true)
                let message = json["messages"]?[0]
                #expect(json["messages"]?.arrayValue?.count == 1)
                #expect(message?["field"] == "gate" && message?["old"] == "A1" && message?["new"] == "B7")
                #expect(message?["paths"] == ["eventTicket.headerFields[0]"] && message?["text"] == nil)
                #expect(message?["translations"] == ["de": "Jetzt an Tor B7", "en": "Now at gate B7"])
                #expect(
                    json["silent"] == [
                        "logoText", "colour", "eventTicket.secondaryFields[0].value", "eventTicket.backFields[1]",
                        "de.lproj/pass.strings", "logo@2x.png",
                    ]
                )
                #expect(
                    json["files"] == [
                        ["name": "de.lproj/pass.strings", "change": "changed"],
                        ["name": "logo@2x.png", "change": "changed"], ["name": "pass.json", "change": "changed"],
                    ]
                )
                #expect(
                    json["keys"] == [
                        ["path": "logoText", "old": "Example Concerts", "new": "Other"],
                        ["path": "colour", "new": "red"],
                    ]
                )
                #expect(json["fields"]?.arrayValue?.map { $0["change"] } == ["changed", "changed", "added"])
                #expect(json["fields"]?[0]?["members"] == [["path": "value", "old": "A1", "new": "B7"]])
                #expect(
                    json["strings"] == [["language": "de", "key": "seat_label", "old": "PLATZ", "new": "SITZ"]]
                )
                #expect(json["ignored"]?.arrayValue?.map { $0["path"] } == ["colour"])
                #expect(json["obstacles"] == [])

                let text = try Tool.run("diff", old, new)
                #expect(text.status == 0)
                for line in [
                    "The lock screen shows:", "  gate: A1 → B7", "    de: Jetzt an Tor B7",
                    "  logoText: \"Example Concerts\" → \"Other\"", "  eventTicket.backFields[1]: added",
                    "  de seat_label: PLATZ → SITZ", "  changed logo@2x.png",
                ] {
                    #expect(text.text.split(separator: "\n").contains { $0 == line }, "\(line) in \(text.text)")
                }
                #expect(text.text.contains("lint.json.") && !text.text.contains("headerFields[0].value:"))
            }
        }

        @Test func foldersAreComparedToo() throws {
            try PassFiles.with { files in
                let folder = try files.passFolder()
                let result = try Tool.run("diff", folder, files.signedPass(), "--json")
                #expect(result.status == 0)
                #expect(try result.json["files"] == [])
                let text = try Tool.run("diff", folder, folder)
                #expect(text.status == 0 && text.text == "The two versions hold the same files.\n")
            }
        }

        @Test func anotherPassIsNoUpdate() throws {
            try PassFiles.with { files in
                let old = try files.signedPass("old.pkpass")
                let new = try files.signedPass("new.pkpass", serial: "E-1030") {
                    $0.pass.fields.header[0].value = "B7"
                }
                let result = try Tool.run("diff", old, new, "--json")
                #expect(result.status == 1)
                #expect(try result.json["isUpdate"] == false)
                #expect(try result.json["messages"] == [])
                #expect(try result.json["obstacles"]?[0]?["code"] == "replacement.serial-number")
                #expect(try Tool.run("diff", old, new).text.contains("The new version is no update of the old one:"))
            }
        }

        @Test func aBundleIsRefusedWithAdviceForUsersOfTheTool() throws {
            try PassFiles.with { files in
                let pass = try files.signedPass()
                let bundle = files.path("both.pkpasses")
                let other = try files.signedPass("other.pkpass", serial: "E-1030")
                #expect(try Tool.run("bundle", pass, other, "-o", bundle).status == 0)
                let result = try Tool.run("diff", pass, bundle)
                #expect(result.status == 2)
                #expect(result.complaints.contains("`pkpass bundle` lists its passes"), "\(result.complaints)")
                #expect(!result.complaints.contains("PassBundle"))
            }
        }

        @Test func whatCannotBeReadExitsWithTwo() throws {
            try PassFiles.with { files in
                let pass = try files.signedPass()
                let broken = try files.write([1, 2, 3], "broken.pkpass")
                for arguments in [[pass, broken], [broken, pass]] {
                    let result = try Tool.run(["diff"] + arguments + ["--json"])
                    #expect(result.status == 2)
                    #expect(try result.json["error"]?["code"] == "archive.not-a-zip")
                }
                #expect(try Tool.run("diff", pass, files.path("missing")).status == 2)
                #expect(try Tool.run("diff", pass).status == 2)
            }
        }
    }
#endif
