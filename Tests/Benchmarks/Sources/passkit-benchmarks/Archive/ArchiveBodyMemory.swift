import CReference
import PassKitCore

extension Benchmark {
    /// Opens an archive of 64 MiB, replaces a small file and sends all of it in chunks.
    static let archiveBodyMemory = Benchmark(
        name: "archive.body.memory",
        unit: "bytes beyond the archive itself",
        bound: "the same for an archive of 1 MiB, and 1 MiB"
    ) {
        let small = try await memory(ofSending: 1 << 20)
        return .figures(value: Double(try await memory(ofSending: 64 << 20)), limit: Double(small + (1 << 20)))
    }

    private struct Miscounted: Error {}

    /// The most memory that was in use beyond the archive's own bytes.
    private static func memory(ofSending size: Int) async throws -> Int {
        let limits = ArchiveLimits(archiveSize: size + (1 << 20), entrySize: size, totalSize: size + (1 << 20))
        var archive = PassArchive(leadingNames: ["pass.json"], limits: limits)
        try archive.set(SampleFiles.changedJSON, for: "pass.json")
        try archive.set([UInt8](repeating: 7, count: size), for: "large", level: 0)
        let bytes = archive.bytes()

        var (count, peak, sent) = (0, 0, 0)
        creference_allocations_start()
        var changed = try PassArchive(reading: bytes, limits: limits)
        try changed.set(Array("{}".utf8), for: "pass.json")
        let body = changed.body()
        for try await chunk in body { sent += chunk.count }
        creference_allocations_stop(&count, &peak)
        guard sent == body.length, sent > size else { throw Miscounted() }
        return peak
    }
}
