#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct SignCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign",
            abstract: "Make a signed pass of a folder, or change and sign a pass again.",
            discussion: """
                A value that is JSON (a number, true, an array, a text in quotes) is set as such, any other as a text.
                Example: pkpass sign Ticket.pass --identity pass.p12 --password-env P12 \
                --set eventTicket.headerFields[0].value=B7 --image logo@2x=new.png -o ticket.pkpass
                """
        )

        @Argument(help: "A .pkpass, or a folder that holds pass.json and its images.")
        var input: String

        @OptionGroup var identity: IdentityOptions

        @Option(name: .customLong("set"), help: "A change of pass.json, as path=value; repeatable.")
        var changes: [Assignment] = []

        @Option(name: .customLong("image"), help: "An image to replace or add, as logo@2x=FILE; repeatable.")
        var images: [Assignment] = []

        @Option(
            name: [.customShort("o"), .customLong("output")],
            help: "The .pkpass to write; - is the standard output."
        )
        var destination: String

        @OptionGroup var output: OutputOptions

        func run() async throws {
            try output.checkRoom(besides: destination)
            var package = try PassPackage(at: input)
            for change in changes { try Self.apply(change, to: &package) }
            for image in images {
                let name = image.name.hasSuffix(".png") ? image.name : image.name + ".png"
                let bytes = try Files.read(image.value)
                _ = try Files.named(image.value) { try PNGStructure(checking: bytes) }
                package.images[name] = bytes
            }
            let signer = try identity.signer()
            try refuseErrors(package, signer.certificate)
            let signed = try await package.signed(by: signer)
            try Files.write(signed, to: destination)
            if output.json {
                Output.print(["file": .string(destination), "bytes": .number(JSONNumber(signed.count))] as JSONValue)
            } else if !Files.isStandardOutput(destination) {
                Output.print("Wrote \(destination), \(signed.count) bytes.")
            }
        }

        private static func apply(_ change: Assignment, to package: inout PassPackage) throws(PassError) {
            let value = (try? JSONValue(parsing: Array(change.value.utf8))) ?? .string(change.value)
            var tree = package.pass.jsonValue
            try tree.set(value, at: JSONPath(change.name))
            package.pass = try Pass(json: tree)
        }

        /// How to set a text that looks like other JSON, where that is what is wrong; else nothing.
        private func quoting(_ finding: Finding) -> String {
            let change = changes.last { $0.name == finding.path }
            guard finding.code == "lint.json.wrong-type", let change, finding.message.contains("must be a string"),
                let value = try? JSONValue(parsing: Array(change.value.utf8)), value.stringValue == nil
            else { return "" }
            let text = String(decoding: JSONValue.string(change.value).bytes(), as: UTF8.self)
            return "A text is set as --set '\(change.name)=\(text)'. "
        }

        /// Says what Wallet would refuse before anything is signed.
        private func refuseErrors(_ package: PassPackage, _ certificate: PassCertificate) throws {
            // The manifest and the signature that are there are about to be replaced.
            let linter = PassLinter(.init(signature: .ignored))
            let findings = try linter.findings(in: package.archive(), signer: certificate)
            for finding in findings { Output.complain("\(finding)") }
            guard let first = findings.first(where: { $0.severity == .error }) else { return }
            throw PassError(first, consequence: "\(quoting(first))Nothing was signed.")
        }
    }
#endif
