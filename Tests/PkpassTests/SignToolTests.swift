#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass sign`: folders and archives, changed by `--set` and `--image`.
    @Suite struct SignToolTests {
        private func sign(_ files: PassFiles, _ input: String, _ arguments: [String] = []) throws -> Tool.Result {
            try Tool.run(
                ["sign", input, "--identity", files.identity(), "-o", files.path("signed.pkpass"), "--json"] + arguments
            )
        }

        private func signed(_ files: PassFiles) throws -> PassArchive {
            let archive = try PassArchive(reading: files.read("signed.pkpass"))
            let report = try PassVerifier(anchors: files.authority.anchors).verify(archive)
            #expect(report.verdict == .trusted, "\(report.findings)")
            return archive
        }

        @Test func aFolderBecomesASignedPass() throws {
            try PassFiles.with { files in
                let result = try sign(files, files.passFolder())
                #expect(result.status == 0, "\(result.complaints)")
                let archive = try signed(files)
                #expect(try result.json["bytes"] == .number(JSONNumber(files.read("signed.pkpass").count)))
                let sample = try SamplePass.package().archive()
                #expect(Set(archive.entries.map(\.name)).subtracting(sample.entries.map(\.name)).count == 2)
                for entry in sample.entries {
                    #expect(try archive.bytes(of: entry.name) == sample.bytes(of: entry.name), "\(entry.name)")
                }
            }
        }

        @Test(arguments: [true, false]) func valuesAndImagesAreChanged(isFolder: Bool) throws {
            try PassFiles.with { files in
                let logo = try SamplePass.otherLogo()
                let image = try files.write(logo, "new.png")
                let input = try isFolder ? files.passFolder() : files.signedPass()
                let values = [
                    "eventTicket.headerFields[0].value=Gate B7", #"eventTicket.backFields[1]={"key":"n","value":1.50}"#,
                    "voided=true", "logoText=a=b", #"serialNumber="17""#,
                ]
                let images = ["logo@2x=\(image)", "de.lproj/logo@3x.png=\(image)"]
                let edits = values.flatMap { ["--set", $0] }
                let result = try sign(files, input, edits + images.flatMap { ["--image", $0] })
                #expect(result.status == 0, "\(result.complaints)")
                let before = try SamplePass.package()
                let package = try PassPackage(signed(files))
                #expect(package.pass.fields.header[0].value == "Gate B7")
                #expect(package.pass.fields.header[0].label == "gate_label")
                #expect(package.pass.fields.back[1].value?.number?.spelling == "1.50")
                #expect(package.pass.voided == true && package.pass.logoText == "a=b")
                // A text of digits is written in quotes, as in JSON.
                #expect(package.pass.serialNumber == "17")
                #expect(package.images["logo@2x.png"] == logo && package.images["de.lproj/logo@3x.png"] == logo)
                #expect(package.images["logo@3x.png"] == before.images["logo@3x.png"])
                #expect(package.localizations["de"] == before.localizations["de"])
            }
        }

        @Test func aTextOfDigitsIsSetInQuotes() throws {
            try PassFiles.with { files in
                let result = try sign(files, files.passFolder(), ["--set", "serialNumber=12345"])
                #expect(result.status == 2)
                let message = try #require(try result.json["error"]?["message"]?.stringValue)
                #expect(message.hasSuffix(#"--set 'serialNumber="12345"'. Nothing was signed."#), "\(message)")
            }
        }

        @Test func aFileThatIsNotChangedKeepsItsBytes() throws {
            try PassFiles.with { files in
                let input = try files.signedPass()
                #expect(try sign(files, input, ["--set", "voided=true"]).status == 0)
                let (before, after) = (try PassArchive(reading: files.read("ticket.pkpass")), try signed(files))
                for entry in before.entries where !["pass.json", "manifest.json", "signature"].contains(entry.name) {
                    #expect(after.entry(named: entry.name)?.compressedSize == entry.compressedSize)
                    #expect(try after.bytes(of: entry.name) == before.bytes(of: entry.name))
                }
            }
        }

        @Test(arguments: [
            (["--set", "eventTicket.headerFields[7].value=x"], "json.path"), (["--set", "a..b=x"], "json.path"),
            (["--set", "passTypeIdentifier=pass.com.example.other"], "certificate.pass-type"),
            (["--set", "formatVersion=2"], "lint.identity.format-version"),
            (["--image", "logo=TEXT"], "container.png-signature"), (["--image", "logo=MISSING"], "tool.file"),
            (["--image", "a/b/logo=IMAGE"], "container.image-name"), (["--set", "=x"], "tool.usage"),
            (["--set", "logoText"], "tool.usage"),
        ])
        func whatCannotBeDoneIsRefusedAndNothingIsWritten(_ arguments: [String], _ code: String) throws {
            try PassFiles.with { files in
                let text = try files.write(Array("no image".utf8), "text.png")
                let image = try files.write(SamplePass.otherLogo(), "image.png")
                let arguments = arguments.map { argument in
                    argument.replacing("TEXT", with: text).replacing("IMAGE", with: image)
                        .replacing("MISSING", with: files.path("missing.png"))
                }
                let result = try Tool.run(
                    ["sign", files.passFolder(), "--identity", files.identity(), "--json"]
                        + ["-o", files.path("signed.pkpass")] + arguments
                )
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"]?.stringValue == code, "\(result.text)")
                #expect(!FileManager.default.fileExists(atPath: files.path("signed.pkpass")))
            }
        }
    }
#endif
