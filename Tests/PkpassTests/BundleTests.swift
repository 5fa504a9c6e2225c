#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// `pkpass bundle`.
    @Suite struct BundleTests {
        @Test func packsPassesAndListsThem() throws {
            try PassFiles.with { files in
                let first = try files.signedPass("adult.pkpass")
                let second = try files.signedPass("child.pkpass", serial: "E-1030")
                let bundle = files.path("family.pkpasses")
                let result = try Tool.run("bundle", first, second, "-o", bundle, "--json")
                #expect(result.status == 0, "\(result.complaints)")
                #expect(result.complaints.isEmpty)
                let bytes = try files.read("family.pkpasses")
                #expect(try result.json["file"] == .string(bundle))
                #expect(try result.json["bytes"] == .number(JSONNumber(bytes.count)))
                let items = try PassBundle(reading: bytes).passes
                #expect(items.map(\.name) == ["adult.pkpass", "child.pkpass"])
                #expect(try items.map(\.bytes) == [files.read("adult.pkpass"), files.read("child.pkpass")])

                let listed = try Tool.run("bundle", bundle, "--json")
                #expect(listed.status == 0)
                #expect(try listed.json["passes"] == result.json["passes"])
                #expect(try listed.json["passes"]?[1]?["serialNumber"] == "E-1030")
                #expect(try listed.json["passes"]?[1]?["passTypeIdentifier"] == .string(SamplePass.passTypeIdentifier))
                #expect(try listed.json["passes"]?[0]?["verdict"] == "untrusted")
                let text = try Tool.run("bundle", bundle).text.split(separator: "\n")
                #expect(text.count == 2 && text[0].hasPrefix("adult.pkpass: pass.com.example.ticket E-1029"))
            }
        }

        @Test func sayWhenAPassIsThereTwice() throws {
            try PassFiles.with { files in
                let passes = [try files.signedPass("a.pkpass"), try files.signedPass("b.pkpass")]
                let result = try Tool.run(["bundle"] + passes + ["-o", files.path("all.pkpasses")])
                #expect(result.status == 0 && result.complaints.contains("lint.bundle.repeated-pass"))
            }
        }

        @Test func whatWalletWouldRefuseIsNotPacked() throws {
            try PassFiles.with { files in
                let good = try files.signedPass("good.pkpass")
                let unsigned = try files.write(SamplePass.package().archive().bytes(), "unsigned.pkpass")
                var damaged = try PassArchive(reading: files.read("good.pkpass"))
                try damaged.set([1], for: "icon.png")
                let changed = try files.write(damaged.bytes(), "changed.pkpass")
                let noZip = try files.write([1], "broken.pkpass")
                let otherName = try files.write(files.read("good.pkpass"), "good.zip")
                let bundle = files.path("all.pkpasses")
                for (other, code) in [
                    (unsigned, "manifest.missing"), (changed, "manifest.hash-mismatch"), (noZip, "archive.not-a-zip"),
                    (otherName, "archive.bundle"), (good, "archive.duplicate-name"),
                    (files.path("missing.pkpass"), "tool.file"),
                ] {
                    let result = try Tool.run("bundle", good, other, "-o", bundle, "--json")
                    #expect(result.status == 2)
                    #expect(try result.json["error"]?["code"]?.stringValue == code)
                    #expect(!FileManager.default.fileExists(atPath: bundle))
                }
            }
        }

        @Test func elevenAreTooMany() throws {
            try PassFiles.with { files in
                let passes = try (0...10).map { try files.signedPass("\($0).pkpass", serial: "\($0)") }
                let result = try Tool.run(["bundle"] + passes + ["-o", files.path("all.pkpasses"), "--json"])
                #expect(result.status == 2)
                #expect(try result.json["error"]?["code"] == "archive.bundle")
                let ten = try Tool.run(["bundle"] + passes.dropLast() + ["-o", files.path("all.pkpasses"), "--json"])
                #expect(try ten.json["passes"]?.arrayValue?.count == 10)
            }
        }

        @Test func onlyABundleIsListed() throws {
            try PassFiles.with { files in
                let pass = try files.signedPass()
                let single = try Tool.run("bundle", pass, "--json")
                #expect(single.status == 2)
                #expect(try single.json["error"]?["code"] == "archive.bundle")
                let two = try Tool.run("bundle", pass, pass, "--json")
                #expect(two.status == 2)
                #expect(try two.json["error"]?["code"] == "tool.usage")
            }
        }
    }
#endif
