#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct InspectCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "inspect",
            abstract: "Show what is in a pass.",
            discussion: "Example: pkpass inspect ticket.pkpass --json"
        )

        @Argument(help: "A .pkpass, or a .pkpasses whose passes are shown one by one.")
        var file: String

        @OptionGroup var output: OutputOptions

        func run() throws {
            let opened = try OpenedFile(reading: file)
            let summaries = try opened.archives.map { name, archive in
                (name: name, summary: try Files.named(name) { try PassSummary(archive) })
            }
            if output.json {
                let passes = summaries.map { name, summary in
                    guard opened.isBundle else { return summary.json }
                    var json = summary.json
                    json["file"] = .string(name)
                    return json
                }
                Output.print(opened.isBundle ? ["passes": .array(passes)] as JSONValue : passes[0])
            } else {
                for (name, summary) in summaries {
                    if opened.isBundle { Output.print("\(name):") }
                    Output.print(summary.text)
                }
            }
        }
    }
#endif
