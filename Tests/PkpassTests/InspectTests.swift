#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass inspect`.
    @Suite struct InspectTests {
        @Test func theDocumentBeginsWithWhatNamesThePass() throws {
            try PassFiles.with { files in
                let result = try Tool.run("inspect", files.signedPass(), "--json")
                #expect(result.status == 0 && result.complaints.isEmpty)
                let json = try result.json
                #expect(
                    json.objectValue?.keys == [
                        "passTypeIdentifier", "serialNumber", "teamIdentifier", "styles", "organizationName",
                        "description", "fields", "barcodes", "languages", "images", "signature",
                    ]
                )
                #expect(json["passTypeIdentifier"] == .string(SamplePass.passTypeIdentifier))
                #expect(json["serialNumber"] == "E-1029" && json["styles"] == ["eventTicket"])
                #expect(json["teamIdentifier"] == .string(SamplePass.teamIdentifier))
                let fields = json["fields"]?.arrayValue ?? []
                #expect(fields.map { $0["key"] } == ["gate", "event", "seat", "contact"])
                #expect(
                    fields.first == [
                        "style": "eventTicket", "group": "headerFields", "key": "gate", "label": "gate_label",
                        "value": "A1",
                    ]
                )
                #expect(json["barcodes"]?[0]?["format"] == "PKBarcodeFormatQR")
                #expect(json["languages"] == ["de", "en"])
                #expect(json["images"]?.arrayValue?.count == 6 && json["images"]?[0] == "icon.png")
                #expect(json["signature"]?["verdict"] == "untrusted" && json["signature"]?["intact"] == true)
                #expect(json["signature"]?["signingTime"]?.stringValue?.isEmpty == false)
                let name = "Pass Type ID: \(SamplePass.passTypeIdentifier)"
                #expect(json["signature"]?["signer"] == .string(name))
            }
        }

        @Test func peopleReadTheSame() throws {
            try PassFiles.with { files in
                let text = try Tool.run("inspect", files.signedPass()).text.split(separator: "\n")
                for line in [
                    "pass.com.example.ticket E-1029, team TEAMID1234",
                    "eventTicket: Concert ticket, by Example Concerts", "  headerFields gate: gate_label = A1",
                    "barcode PKBarcodeFormatQR: E-1029", "languages: de, en",
                ] {
                    #expect(text.contains { $0 == line }, "\(line) in \(text)")
                }
                #expect(text.last?.hasPrefix("signature: untrusted, Pass Type ID:") == true)
            }
        }

        @Test func anUnsignedPassIsShownAndSaysSo() throws {
            try PassFiles.with { files in
                let file = try files.write(SamplePass.package().archive().bytes(), "unsigned.pkpass")
                let result = try Tool.run("inspect", file, "--json")
                #expect(result.status == 0)
                #expect(try result.json["signature"]?["verdict"] == "invalid")
                #expect(try result.json["signature"]?["signer"] == .null)
            }
        }

        @Test func ofABundleEveryPassIsShown() throws {
            try PassFiles.with { files in
                let bundle = PassBundle(
                    passes: try ["a", "b"].map { name in
                        .init(name: "\(name).pkpass", bytes: try SamplePass.package(serial: name).archive().bytes())
                    }
                )
                let file = try files.write(bundle.bytes(), "all.pkpasses")
                let passes = try Tool.run("inspect", file, "--json").json["passes"]?.arrayValue
                #expect(passes?.map { $0["serialNumber"] } == ["a", "b"])
                #expect(passes?.map { $0["file"] } == ["a.pkpass", "b.pkpass"])
                let text = try Tool.run("inspect", file).text
                #expect(text.contains("a.pkpass:\n") && text.contains("b.pkpass:\n"))
            }
        }

        @Test func textsOfAStrangerDoNotSteerTheTerminal() throws {
            try PassFiles.with { files in
                let file = try files.signedPass { package in
                    package.pass.description = "\u{1B}[2Jgone\u{202E}"
                    package.pass.fields.header[0].value = "\u{9B}31m"
                }
                let result = try Tool.run("inspect", file)
                let scalars = result.text.unicodeScalars
                #expect(!scalars.contains { ["\u{1B}", "\u{202E}", "\u{9B}"].contains($0) })
                #expect(result.text.contains("\u{FFFD}[2Jgone\u{FFFD}"))
            }
        }

        @Test func aPassThatCannotBeReadExitsWithTwo() throws {
            try PassFiles.with { files in
                var archive = try SamplePass.package().archive()
                try archive.set(Array("{".utf8), for: "pass.json")
                let result = try Tool.run("inspect", files.write(archive.bytes(), "broken.pkpass"), "--json")
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == "json.syntax")
            }
        }
    }
#endif
