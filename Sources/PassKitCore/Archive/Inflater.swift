import CPassKitShims

/// Inflates one raw deflate stream (RFC 1951) step by step, and sees that it ends where it should.
struct Inflater: ~Copyable {
    /// The bytes that the stream must give.
    private let size: Int
    /// The entry it belongs to, for messages.
    private let name: String
    private let stream: OpaquePointer
    private var consumed = 0
    private var status = Int32(PASSKIT_INFLATE_MORE)
    /// The bytes it has given.
    private(set) var produced = 0

    init(size: Int, name: String) throws(PassError) {
        guard let stream = passkit_inflater_create() else { throw Deflate.memoryError() }
        self.stream = stream
        self.size = size
        self.name = name
    }

    deinit { passkit_inflater_destroy(stream) }

    /// Fills the output as far as the stream goes, and says how many bytes that is.
    ///
    /// ``checkStep(_:)`` says what came of it.
    /// - Parameter input: The whole stream, the same every time.
    mutating func step(_ input: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var (taken, given) = (0, 0)
        status = input.withUnsafeBufferPointer { bytes in
            let rest = UnsafeBufferPointer(rebasing: bytes[consumed...])
            return passkit_inflater_step(
                stream,
                rest.baseAddress,
                rest.count,
                &taken,
                output.baseAddress,
                output.count,
                &given
            )
        }
        consumed += taken
        produced += given
        return given
    }

    /// Whether the stream has ended, with its input and at its size; throws when it never will.
    func checkStep(_ input: Span<UInt8>) throws(PassError) -> Bool {
        guard produced <= size else { throw sizeError() }
        switch Int(status) {
        case PASSKIT_INFLATE_MORE:
            return false
        case PASSKIT_INFLATE_END:
            guard consumed == input.count, produced == size else { throw sizeError() }
            return true
        case PASSKIT_INFLATE_MEMORY:
            throw Deflate.memoryError()
        default:
            throw PassError(
                .archiveDeflate,
                "The data of the entry \"\(name)\" is no valid deflate stream. Transfer the archive again, or make it "
                    + "anew."
            )
        }
    }

    private func sizeError() -> PassError {
        PassError(
            .archiveDeflate,
            "The data of the entry \"\(name)\" does not end where its sizes say. Make the archive anew."
        )
    }
}
