import CReference
import PassKitCore

extension Benchmark {
    /// Replaces one file of an open archive, to the bytes of the new one.
    static let archiveRewriteOne = Benchmark(
        name: "archive.rewrite-one",
        unit: "archives/s",
        bound: "a copy of the archive, and zlib's deflate and crc32 of the file, in C"
    ) {
        let bytes = try SampleArchive.stored()
        let archive = try PassArchive(reading: bytes)
        let reference = try ReferenceZIP(level: 6)
        let files = ReferenceZIP.files([("pass.json", SampleFiles.changedJSON)])
        return .rates(
            limit: Operation {
                reference.write(files)
                keep(creference_copy(bytes, bytes.count))
            },
            measured: Operation {
                var changed = archive
                try changed.set(SampleFiles.changedJSON, for: "pass.json")
                keep(changed.bytes())
            }
        )
    }
}
