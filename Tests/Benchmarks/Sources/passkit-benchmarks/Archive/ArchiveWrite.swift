import PassKitCore

extension Benchmark {
    /// Makes an archive of files that are all new, to its bytes.
    static let archiveWrite = Benchmark(
        name: "archive.write",
        unit: "archives/s",
        bound: "zlib's deflate and crc32 over the same files, images not deflated, in C"
    ) {
        let reference = try ReferenceZIP(level: 6)
        let files = ReferenceZIP.files(SampleFiles.all)
        return .rates(
            limit: Operation { reference.write(files) },
            measured: Operation { keep(try SampleArchive.stored()) }
        )
    }
}
