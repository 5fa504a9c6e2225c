import CReference
import PassKitCore

/// zlib by itself, with all memory at hand: the limit of reading and writing.
final class ReferenceZIP {
    struct NoMemory: Error {}
    struct BrokenStream: Error {}

    private let zip: OpaquePointer

    init(level: Int32) throws {
        let room = SampleFiles.all.map(\.content.count).max() ?? 0
        guard let zip = creference_zip_create(room, level) else { throw NoMemory() }
        self.zip = zip
    }

    deinit { creference_zip_destroy(zip) }

    /// One file's content as a raw deflate stream.
    func deflated(_ content: [UInt8]) -> [UInt8] {
        let room = content.count + content.count / 1000 + 64
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = creference_zip_deflate(zip, content, content.count, output.baseAddress, room)
        }
    }

    /// Inflates what is deflated, and takes the CRC-32 of everything.
    func read(_ files: [creference_file]) throws {
        guard creference_zip_read(zip, files, files.count) != UInt32.max else { throw BrokenStream() }
    }

    /// Deflates what is to be deflated, and takes the CRC-32 of everything.
    func write(_ files: [creference_file]) {
        keep(creference_zip_write(zip, files, files.count))
    }

    /// Hands out the files of an archive where they stand.
    ///
    /// The addresses hold as long as the process runs: the bytes are copied for it and never freed.
    static func files(of archive: PassArchive, in bytes: [UInt8]) -> [creference_file] {
        let start = pinned(bytes)
        return archive.entries.compactMap { entry in
            guard let offset = entry.offset else { return nil }
            let lengths = [26, 28].map { Int(start[offset + $0]) | Int(start[offset + $0 + 1]) << 8 }
            return creference_file(
                data: start + offset + 30 + lengths[0] + lengths[1],
                data_size: entry.compressedSize,
                content_size: entry.uncompressedSize,
                is_deflated: entry.method == .deflate ? 1 : 0
            )
        }
    }

    /// Hands out the sample's files; those that are no images are to be deflated.
    static func files(_ files: [(name: String, content: [UInt8])]) -> [creference_file] {
        files.map { file in
            creference_file(
                data: pinned(file.content),
                data_size: file.content.count,
                content_size: file.content.count,
                is_deflated: SampleFiles.isImage(file.name) ? 0 : 1
            )
        }
    }

    private static func pinned(_ bytes: [UInt8]) -> UnsafePointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = copy.initialize(from: bytes)
        return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
    }
}
