#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct BundleCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle",
            abstract: "Pack signed passes into a bundle, or list the passes of one.",
            discussion: """
                Without -o, the passes of a bundle are listed. Passes that are unsigned or damaged are refused, as Wallet \
                would refuse them. Example: pkpass bundle adult.pkpass child.pkpass -o family.pkpasses
                """
        )

        @Argument(help: "The .pkpass files to pack, at most ten; or one .pkpasses to list.")
        var files: [String]

        @Option(
            name: [.customShort("o"), .customLong("output")],
            help: "The .pkpasses to write; - is the standard output."
        )
        var destination: String?

        @OptionGroup var output: OutputOptions

        func run() throws {
            guard let destination else { return try list() }
            try output.checkRoom(besides: destination)
            var bundle = PassBundle(passes: [])
            var passes: [BundledPass] = []
            for file in files {
                // Not more than are allowed are kept in memory.
                guard bundle.passes.count <= PassBundle.maximumCount else { break }
                let name = String(file.split(separator: "/").last ?? "")
                let bytes = try Files.read(file)
                passes.append(try BundledPass(name, bytes))
                bundle.passes.append(.init(name: name, bytes: bytes))
            }
            let bytes = try bundle.bytes()
            for pass in passes { try pass.checkIntact() }
            for finding in PassLinter(.init(signature: .ignored)).findings(in: bundle)
            where finding.code == "lint.bundle.repeated-pass" {
                Output.complain("\(finding)")
            }
            try Files.write(bytes, to: destination)
            if output.json {
                Output.print(
                    [
                        "file": .string(destination), "bytes": .number(JSONNumber(bytes.count)),
                        "passes": .array(passes.map(\.json)),
                    ] as JSONValue
                )
            } else if !Files.isStandardOutput(destination) {
                Output.print("Wrote \(destination), \(passes.count) passes, \(bytes.count) bytes.")
            }
        }

        private func list() throws {
            guard files.count == 1 else {
                throw PassError(.toolUsage, "Name the bundle to write with -o, or a single .pkpasses to list.")
            }
            let bytes = try Files.read(files[0], limit: ArchiveLimits.bundle.archiveSize)
            let bundle = try Files.named(files[0]) { try PassBundle(reading: bytes) }
            let passes = try bundle.passes.map { try BundledPass($0.name, $0.bytes) }
            if output.json {
                Output.print(["passes": .array(passes.map(\.json))] as JSONValue)
            } else {
                for pass in passes { Output.print(pass.text) }
            }
        }
    }

    /// A pass of a bundle, as it is listed.
    struct BundledPass {
        private let name: String
        private let size: Int
        private let pass: Pass
        private let report: VerificationReport

        init(_ name: String, _ bytes: [UInt8]) throws(PassError) {
            self.name = name
            size = bytes.count
            do throws(PassError) {
                let archive = try PassArchive(reading: bytes)
                pass = try PassPackage(archive).pass
                report = PassVerifier().verify(archive)
            } catch {
                throw PassError(error.code, "\(name): \(error.message)", cause: error)
            }
        }

        /// Refuses a pass whose files are not those that were signed.
        func checkIntact() throws(PassError) {
            guard !report.isIntact else { return }
            let finding = report.findings.first { $0.severity == .error }
            throw PassError(
                .init(finding?.code.rawValue ?? "signature.wrong"),
                "\(name): \(finding?.message ?? "The pass is not intact.") \(finding?.remedy ?? "") Nothing was written."
            )
        }

        var json: JSONValue {
            [
                "name": .string(name),
                "passTypeIdentifier": pass.passTypeIdentifier.map(JSONValue.string) ?? .null,
                "serialNumber": pass.serialNumber.map(JSONValue.string) ?? .null,
                "description": pass.description.map(JSONValue.string) ?? .null,
                "verdict": .string("\(report.verdict)"),
                "bytes": .number(JSONNumber(size)),
            ]
        }

        var text: String {
            "\(name): \(pass.passTypeIdentifier ?? "no pass type") \(pass.serialNumber ?? "no serial number"), "
                + "\(pass.description ?? "no description"), \(report.verdict), \(size) bytes"
        }
    }
#endif
