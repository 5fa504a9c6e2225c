import PassKitCore

extension Benchmark {
    /// Opens the archive, and inflates and checks every file.
    static let archiveReadAll = readAll("archive.read-all") { try SampleArchive.stored() }

    /// The same for an archive that another tool made.
    static let archiveReadAllDeflated = readAll("archive.read-all.deflated") { try SampleArchive.deflated() }

    private static func readAll(_ name: String, _ archive: @escaping @Sendable () throws -> [UInt8]) -> Benchmark {
        Benchmark(name: name, unit: "archives/s", bound: "zlib's inflate and crc32 over the same files, in C") {
            let bytes = try archive()
            let reference = try ReferenceZIP(level: 6)
            let files = ReferenceZIP.files(of: try PassArchive(reading: bytes), in: bytes)
            return .rates(
                limit: Operation { try reference.read(files) },
                measured: Operation { try readAll(bytes) }
            )
        }
    }

    /// What `archive.open` is a part of.
    static func readAll(_ bytes: [UInt8]) throws {
        let archive = try PassArchive(reading: bytes)
        for entry in archive.entries { try archive.withBytes(of: entry.name) { keep($0.count) } }
    }
}
