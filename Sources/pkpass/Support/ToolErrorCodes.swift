#if CommandLineTool
    import PassKitCore

    extension PassError.Code {
        /// A step of the demo failed, or was not done in time.
        static let toolDemo = Self("tool.demo")

        /// A file named on the command line cannot be read or written.
        static let toolFile = Self("tool.file")

        /// The answer cannot be written to the standard output.
        static let toolOutput = Self("tool.output")

        /// An option's value makes no sense.
        static let toolUsage = Self("tool.usage")

        /// The tool failed in a way of which the library knows nothing.
        static let toolFailed = Self("tool.failed")
    }
#endif
