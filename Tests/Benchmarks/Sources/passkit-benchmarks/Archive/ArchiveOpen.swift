import PassKitCore

extension Benchmark {
    /// Reads an archive's structure, and no content.
    static let archiveOpen = open("archive.open") { try SampleArchive.stored() }

    /// The same for an archive that another tool made.
    static let archiveOpenDeflated = open("archive.open.deflated") { try SampleArchive.deflated() }

    private static func open(_ name: String, _ archive: @escaping @Sendable () throws -> [UInt8]) -> Benchmark {
        Benchmark(name: name, unit: "archives/s", bound: "ten times the rate of reading all of the same archive") {
            let bytes = try archive()
            return .rates(
                limit: Operation(units: 10) { try readAll(bytes) },
                measured: Operation { keep(try PassArchive(reading: bytes)) }
            )
        }
    }
}
