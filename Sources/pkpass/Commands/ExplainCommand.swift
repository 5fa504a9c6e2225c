#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct ExplainCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Say what a finding or an error means, why it matters, and how to mend it.",
            discussion: "Example: pkpass explain lint.barcode.message-encoding-missing"
        )

        @Argument(help: "The code, as lint, verify or an error names it; without one, all codes are listed.")
        var code: String?

        @OptionGroup var output: OutputOptions

        func run() throws {
            guard let code else {
                let codes = Explanation.codes
                if output.json {
                    Output.print(["codes": .array(codes.map(JSONValue.string))] as JSONValue)
                } else {
                    Output.print(codes.joined(separator: "\n"))
                }
                return
            }
            guard let explanation = Explanation(code) else {
                throw PassError(
                    .toolUsage,
                    "There is no code \"\(code.prefix(80))\". `pkpass explain` without a code lists them all."
                )
            }
            if output.json { Output.print(explanation.json) } else { Output.print(explanation.text) }
        }
    }
#endif
