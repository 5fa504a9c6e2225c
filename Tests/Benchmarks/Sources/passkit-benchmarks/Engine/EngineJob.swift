import PassKitSQLite
import PassKitServer

extension Benchmark {
    /// Claims jobs whose passes are signed already, publishes and ends them.
    static let engineJob = Benchmark(
        name: "engine.job",
        unit: "µs a job",
        bound: "a millisecond",
        clock: .wall
    ) {
        let files = try StoreFiles()
        let engine = try AcceptingEngine(files)
        let count = 1024
        _ = try await engine.accept(try await engine.requests(count, isSmall: true))
        let value = try await microseconds(count) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await engine.engine.run() }
                while try await files.store.statistics()[.job, .done]?.count != count {
                    try await Task.sleep(for: .milliseconds(5))
                }
                group.cancelAll()
                try? await group.waitForAll()
            }
        }
        return .figures(value: value, limit: 1000)
    }
}
