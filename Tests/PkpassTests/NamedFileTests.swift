#if CommandLineTool
    import Foundation
    import PassKitCore
    import PassKitTesting
    import Testing

    /// An error about a file says which of those that were named it is.
    @Suite struct NamedFileTests {
        @Test func theFileThatCannotBeReadIsNamed() throws {
            try PassFiles.with { files in
                let pass = try files.signedPass()
                let identity = try files.identity()
                let people = try files.write(Array("[]".utf8), "people.json")
                let broken = try files.write(Array("neither a pass nor JSON".utf8), "broken")
                let out = files.path("out.pkpass")
                let serve = [
                    "serve", "--database", files.path("a.db"), "--listen", "127.0.0.1:0", "--public-url",
                    "https://a.example", "--no-authentication", "--outbox", files.path("outbox"),
                ]
                let update = ["update", "--server", "http://127.0.0.1:1"]
                let commands: [[String]] = [
                    ["diff", pass, broken], ["diff", broken, pass], ["inspect", broken], ["verify", broken],
                    ["list", broken], ["lint", broken], ["bundle", broken], ["bundle", pass, broken, "-o", out],
                    ["verify", pass, "--anchor", people, "--anchor", broken],
                    ["sign", broken, "--identity", identity, "-o", out],
                    ["sign", pass, "--identity", identity, "-o", out, "--image", "logo@2x=\(broken)"],
                    update + ["--pass", pass, "--content", broken],
                    serve + ["--recipients", broken], serve + ["--recipients", people, "--holders", broken],
                    serve + ["--recipients", people, "--anchor", broken],
                ]
                for command in commands {
                    let result = try Tool.run(command)
                    #expect(result.status == 2, "\(command)")
                    let isNamed = result.complaints.contains("/broken: ") || result.complaints.contains(" broken: ")
                    #expect(isNamed || command.contains(people) && result.complaints.contains("people.json: "))
                    #expect(!result.complaints.contains("broken: \(broken)"), "\(result.complaints)")
                }
                let swapped = try Tool.run(update + ["--pass", people, "--content", pass])
                #expect(swapped.status == 2 && swapped.complaints.contains("\(pass): "), "\(swapped.complaints)")
            }
        }
    }
#endif
