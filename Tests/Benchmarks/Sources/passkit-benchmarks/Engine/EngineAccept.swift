import PassKitCore

extension Benchmark {
    private static let rounds = 9
    private static let perRound = 256

    /// Takes signed passes of 160 KB from 64 tasks: verification, planning, and the synced commit.
    static let engineAccept = Benchmark(
        name: "engine.accept",
        unit: "µs a request",
        bound: "the same rows and bytes written with sqlite3 in C, 64 to a commit",
        clock: .wall
    ) {
        let files = try StoreFiles()
        let engine = try AcceptingEngine(files)
        var (values, limits): ([Double], [Double]) = ([], [])
        for round in 0..<rounds {
            let requests = try await engine.requests(perRound)
            let limit = {
                try await microseconds(perRound) {
                    for _ in 0..<(perRound / AcceptingEngine.tasks) {
                        try files.reference.accept(requests[0].pkPass, count: AcceptingEngine.tasks)
                    }
                }
            }
            // Now the one first, now the other: whatever changes in the machine meanwhile meets both.
            if round.isMultiple(of: 2) { limits.append(try await limit()) }
            values.append(try await engine.accept(requests))
            if !round.isMultiple(of: 2) { limits.append(try await limit()) }
        }
        return .figures(value: median(values), limit: median(limits))
    }

    /// The same beside a million queued jobs.
    static let engineAcceptMillion = Benchmark(
        name: "engine.accept.1M",
        unit: "µs a request",
        bound: "the same with nothing queued",
        clock: .wall
    ) {
        let files = [try StoreFiles(), try StoreFiles(isFull: true)]
        let engines = try files.map { try AcceptingEngine($0) }
        var figures: [[Double]] = [[], []]
        for round in 0..<rounds {
            for place in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                figures[place].append(try await engines[place].accept(try await engines[place].requests(perRound)))
            }
        }
        return .figures(value: median(figures[1]), limit: median(figures[0]))
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
