#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// `--json`, which every command that answers has.
    struct OutputOptions: ParsableArguments {
        @Flag(help: "Print one JSON document instead of text.")
        var json = false

        /// Refuses an answer in JSON that would go where the file goes.
        func checkRoom(besides destination: String) throws(PassError) {
            guard json, Files.isStandardOutput(destination) else { return }
            throw PassError(.toolUsage, "With -o \(destination) the file is all that is printed. Leave out --json.")
        }
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
