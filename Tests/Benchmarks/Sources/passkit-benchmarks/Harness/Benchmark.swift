/// One thing whose speed is measured beside a limit, in the same run.
struct Benchmark: Sendable {
    /// What time is measured by.
    enum Clock: Sendable {
        /// The time the process had a processor: other work on the machine does not count. For what only computes.
        case processor
        /// The time that passed. For what waits or uses several threads.
        case wall
    }

    /// How it is measured, made afresh for each run.
    enum Job {
        /// Two operations, run in turns; value and limit are their rates.
        case rates(limit: Operation, measured: Operation)
        /// Figures measured otherwise, of which less is better; the ratio is the limit through the value.
        case figures(value: Double, limit: Double)
    }

    /// The name, room first: `archive.open`.
    let name: String
    /// What value and limit are counted in.
    let unit: String
    /// What the limit is, in words.
    let bound: String
    var clock = Clock.processor
    /// Sets everything up; the time it takes is not measured.
    let prepare: @Sendable () async throws -> Job
}

/// What is done over and over, and how many units one time of it is worth.
struct Operation {
    let units: Double
    let run: (_ times: Int) async throws -> Void

    /// An operation that does not wait.
    init(units: Double = 1, _ run: @escaping () throws -> Void) {
        self.units = units
        self.run = { times in
            for _ in 0..<times { try run() }
        }
    }

    /// An operation that waits.
    init(units: Double = 1, waiting run: @escaping () async throws -> Void) {
        self.units = units
        self.run = { times in
            for _ in 0..<times { try await run() }
        }
    }
}

/// Takes a value as used, so that no compiler leaves out the work behind it.
@inline(never) func keep<Value>(_ value: Value) {}
