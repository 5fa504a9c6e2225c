import CReference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs limit and measured operation in turns, and takes the medians of their rates.
struct Runner {
    /// How long one turn takes at least, in seconds.
    private static let turn = 0.01
    /// How long one benchmark takes at most, about, in seconds.
    private static let budget = 4.0
    private static let rounds = 5...101

    let benchmark: Benchmark

    func run() async throws -> Result {
        switch try await benchmark.prepare() {
        case .rates(let limit, let measured):
            return try await compare(limit, measured)
        case .figures(let value, let limit):
            return result(value, limit, ratio: value > 0 ? limit / value : .infinity, allocations: nil)
        }
    }

    private func compare(_ limit: Operation, _ measured: Operation) async throws -> Result {
        let (limitTimes, limitTurn) = try await times(limit)
        let (measuredTimes, measuredTurn) = try await times(measured)
        let allocations = try await allocations(measured)
        let count = Int(Self.budget / (limitTurn + measuredTurn))
        let rounds = min(max(count, Self.rounds.lowerBound), Self.rounds.upperBound)
        var limits: [Double] = []
        var values: [Double] = []
        for round in 0..<rounds {
            // Now the one first, now the other: whatever changes in the machine meanwhile meets both.
            if round.isMultiple(of: 2) { limits.append(try await rate(limit, limitTimes)) }
            values.append(try await rate(measured, measuredTimes))
            if !round.isMultiple(of: 2) { limits.append(try await rate(limit, limitTimes)) }
        }
        let (value, bound) = (Self.median(values), Self.median(limits))
        return result(value, bound, ratio: value / bound, allocations: allocations)
    }

    private func result(_ value: Double, _ limit: Double, ratio: Double, allocations: Int?) -> Result {
        Result(
            name: benchmark.name,
            unit: benchmark.unit,
            bound: benchmark.bound,
            value: value,
            limit: limit,
            ratio: ratio,
            allocations: allocations
        )
    }

    /// How often an operation is run in one turn, and how long that takes.
    private func times(_ operation: Operation) async throws -> (times: Int, seconds: Double) {
        var times = 1
        // The first time pays for what is set up once.
        try await operation.run(1)
        while true {
            let seconds = try await seconds(operation, times)
            guard seconds < Self.turn, times < 1 << 30 else { return (times, seconds) }
            times = seconds < Self.turn / 8 ? times * 8 : times * 2
        }
    }

    private func rate(_ operation: Operation, _ times: Int) async throws -> Double {
        Double(times) * operation.units / (try await seconds(operation, times))
    }

    private func seconds(_ operation: Operation, _ times: Int) async throws -> Double {
        let start = now()
        try await operation.run(times)
        return now() - start
    }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(benchmark.clock == .processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func allocations(_ operation: Operation) async throws -> Int? {
        guard creference_allocations_are_counted() != 0 else { return nil }
        var (count, peak) = (0, 0)
        creference_allocations_start()
        try await operation.run(1)
        creference_allocations_stop(&count, &peak)
        return count
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
