#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// `--json`, which every command that answers has.
    struct OutputOptions: ParsableArguments {
        @Flag(help: "Print one JSON document instead of text.")
        var json = false
    }

    /// `NAME=VALUE`, as `--set` and `--image` take it.
    struct Assignment: ExpressibleByArgument {
        let name: String
        let value: String

        init?(argument: String) {
            guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
            name = String(argument[..<equals])
            value = String(argument[argument.index(after: equals)...])
        }
    }
#endif
