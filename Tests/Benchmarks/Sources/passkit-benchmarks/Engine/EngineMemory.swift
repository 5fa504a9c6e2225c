import PassKitSQLite
import PassKitServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Benchmark {
    private struct Miscounted: Error {}

    /// The memory of a process that takes requests and claims jobs beside a million queued ones.
    static let engineMemory = Benchmark(
        name: "engine.memory.1M",
        unit: "bytes",
        bound: "200 MiB"
    ) {
        let files = try StoreFiles(isFull: true)
        let engine = try AcceptingEngine(files)
        _ = try await engine.accept(try await engine.requests(AcceptingEngine.tasks))
        let owner = LeaseOwner("benchmark")
        for _ in 0..<100 {
            let jobs = try await files.store.claimJobs(limit: 100, by: owner, until: .now + 60, at: .now)
            guard jobs.count == 100 else { throw Miscounted() }
        }
        guard try await files.store.statistics()[.job, .running]?.count == 10_000 else { throw Miscounted() }
        return .figures(value: Double(residentNow()), limit: Double(200 << 20))
    }
}
