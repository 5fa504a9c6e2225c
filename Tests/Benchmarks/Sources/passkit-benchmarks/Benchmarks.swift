import Foundation

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
        memory less is better; there the ratio is limit / value. Either way more is better. Each benchmark runs in a
        process of its own, so that none inherits another's memory.
        """

    static func main() async {
        var arguments = CommandLine.arguments.dropFirst()
        var prefix = ""
        // One benchmark, to run in this very process; what the tool says to itself.
        var name: String?
        var isJSON = false
        while let argument = arguments.popFirst() {
            switch argument {
            case "--only": prefix = arguments.popFirst() ?? ""
            case "--here": name = arguments.popFirst() ?? ""
            case "--json": isJSON = true
            case "--help": return print(help)
            default: fail("Unknown argument \(argument).\n\(help)")
            }
        }
        if let name { return await measure(name, isJSON: isJSON) }
        let chosen = Benchmark.all.filter { $0.name.hasPrefix(prefix) }
        guard !chosen.isEmpty else { fail("No benchmark's name begins with \(prefix).") }
        for benchmark in chosen {
            let status = start(["--here", benchmark.name] + (isJSON ? ["--json"] : []))
            guard status == 0 else { exit(status) }
        }
    }

    private static func measure(_ name: String, isJSON: Bool) async {
        guard let benchmark = Benchmark.all.first(where: { $0.name == name }) else { fail("No benchmark is \(name).") }
        do {
            let result = try await Runner(benchmark: benchmark).run()
            print(isJSON ? result.json : result.text)
        } catch { fail("\(benchmark.name): \(error)") }
    }

    /// Runs this program again and waits for its end.
    /// - Returns: Its exit status.
    private static func start(_ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = arguments
        do { try process.run() } catch { fail("\(error)") }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 1
    }

    private static func fail(_ message: String) -> Never {
        let line = Array("\(message)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        exit(1)
    }
}
