#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs the benchmarks and prints a line for each.
@main struct Benchmarks {
    static let help = """
        Usage: passkit-benchmarks [--only PREFIX] [--json]

        Measures the library beside a limit in the same run. Each line holds name, value, unit, limit and ratio. Values
        and limits are rates, medians of interleaved rounds, and the ratio is value / limit. Of figures that count
        memory less is better; there the ratio is limit / value. Either way more is better.
        """

    static func main() async {
        var arguments = CommandLine.arguments.dropFirst()
        var prefix = ""
        var isJSON = false
        while let argument = arguments.popFirst() {
            switch argument {
            case "--only": prefix = arguments.popFirst() ?? ""
            case "--json": isJSON = true
            case "--help": return print(help)
            default: fail("Unknown argument \(argument).\n\(help)")
            }
        }
        let chosen = Benchmark.all.filter { $0.name.hasPrefix(prefix) }
        guard !chosen.isEmpty else { fail("No benchmark's name begins with \(prefix).") }
        for benchmark in chosen {
            do {
                let result = try await Runner(benchmark: benchmark).run()
                print(isJSON ? result.json : result.text)
                fflush(nil)
            } catch { fail("\(benchmark.name): \(error)") }
        }
    }

    private static func fail(_ message: String) -> Never {
        let line = Array("\(message)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        exit(1)
    }
}
