import CPassKitShims

/// Reads a `multipart/form-data` body as it streams in: pure and synchronous, one chunk after the other.
///
/// ```swift
/// var reader = try MultipartReader(contentType: contentType)
/// for try await chunk in body {
///     reader.append(chunk)
///     while let event = try reader.next() { … }
/// }
/// try reader.finish()
/// ```
///
/// Content comes in slices of the chunks, which are not copied; nothing but the headers of one part is kept. The
/// events are the same however the body is cut into chunks, but for the lengths of the slices.
///
/// What two readers could understand differently is refused; `Docs/Multipart.md` lists the rules. (RFC 7578,
/// RFC 2046 section 5.1.)
public struct MultipartReader: Sendable {
    /// What stands in the body.
    public enum Event: Sendable, Hashable {
        /// A part begins.
        case part(MultipartPart)
        /// Some of the part's content, never empty.
        case content(ArraySlice<UInt8>)
        /// The part ends.
        case partEnd
    }

    private enum State: Sendable {
        /// Before the first delimiter: line ends, then the delimiter, of which `matched` bytes were seen.
        case preamble
        /// After a delimiter, which the next two bytes end.
        case delimiter
        /// In the headers of a part.
        case headers
        /// In the content of a part; the last `matched` bytes may be the beginning of a delimiter.
        case content
        /// After the last delimiter.
        case epilogue
        case failed(PassError)
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    private var chunk: ArraySlice<UInt8> = []
    private var room: Int
    private var isBodyTooLarge = false

    /// How much of the delimiter was seen; bytes held back, for they may be content after all.
    private var matched = 0
    /// How many of those bytes are not content in any case: the line end of the headers before an empty content.
    private var matchedBefore = 0
    /// The byte after the delimiter, when the one after it is yet to come.
    private var afterDelimiter: UInt8?
    /// How many bytes stood before the first delimiter, or stand after the last.
    private var outside = 0
    /// The headers of a part, as far as they came in chunks before.
    private var headers: [UInt8] = []

    private var part: MultipartPart?
    private var partSize = 0
    private var partCount = 0
    private var fileCount = 0
    private var fieldsSize = 0

    /// The most line ends before the first delimiter and after the last, in bytes.
    private static let outsideLimit = 64

    /// Makes a reader for a body of that `Content-Type`.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartContentType`` or ``PassError/Code/multipartBoundary``.
    public init(contentType: String?, limits: MultipartLimits = .default) throws(PassError) {
        self.init(try MultipartBoundary(contentType: contentType), limits)
    }

    /// Makes a reader for a body whose boundary is known.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartBoundary``.
    public init(boundary: String, limits: MultipartLimits = .default) throws(PassError) {
        self.init(try MultipartBoundary(boundary), limits)
    }

    private init(_ boundary: MultipartBoundary, _ limits: MultipartLimits) {
        self.delimiter = boundary.delimiter
        self.limits = limits
        self.room = max(0, limits.bodySize)
    }

    /// Gives the reader the next chunk; read all of the last one with ``next()`` before.
    public mutating func append(_ chunk: ArraySlice<UInt8>) {
        // What is beyond the limit is never looked at, so that the same fault is found however the body is cut.
        let allowed = chunk.prefix(room)
        if allowed.count < chunk.count { isBodyTooLarge = true }
        room -= allowed.count
        self.chunk = self.chunk.isEmpty ? allowed : self.chunk + allowed
    }

    /// The next event, or nil when the next chunk is needed for it.
    /// - Throws: ``PassError`` with a code that begins with `multipart.`; the same again when called again.
    public mutating func next() throws(PassError) -> Event? {
        do throws(PassError) {
            return try step()
        } catch {
            state = .failed(error)
            throw error
        }
    }

    /// Says that the last chunk was given, and read to its end.
    /// - Throws: ``PassError`` with ``PassError/Code/multipartTruncated`` or ``PassError/Code/multipartEpilogue`` when
    ///   the body is not whole; what ``next()`` threw.
    public mutating func finish() throws(PassError) {
        switch state {
        case .failed(let error): throw error
        case .epilogue where outside.isMultiple(of: 2): return
        case .epilogue: throw Self.epilogue()
        default:
            throw PassError(
                .multipartTruncated,
                "The body ends before its last boundary. Send all of it, ended by --boundary-- and CR LF."
            )
        }
    }
}

// MARK: - Steps

extension MultipartReader {
    private enum Step {
        case event(Event)
        case again
        case needsMore
    }

    private mutating func step() throws(PassError) -> Event? {
        while true {
            let step =
                switch state {
                case .preamble: try skipPreamble()
                case .delimiter: try endDelimiter()
                case .headers: try readHeaders()
                case .content: try readContent()
                case .epilogue: try skipEpilogue()
                case .failed(let error): throw error
                }
            switch step {
            case .event(let event): return event
            case .again: continue
            case .needsMore:
                guard isBodyTooLarge else { return nil }
                throw PassError(
                    .multipartBodyTooLarge,
                    "The body is longer than the \(limits.bodySize) bytes allowed. Send less at once."
                )
            }
        }
    }

    private mutating func skipPreamble() throws(PassError) -> Step {
        while let byte = chunk.first {
            if matched > 0 {
                guard byte == delimiter[matched] else { throw Self.preamble() }
                chunk.removeFirst()
                matched += 1
                if matched == delimiter.count {
                    matched = 0
                    state = .delimiter
                    return .again
                }
            } else if byte == UInt8(ascii: "-"), outside.isMultiple(of: 2) {
                matched = 2  // The line end of the first delimiter is the start of the body.
            } else {
                try takeLineEnd(byte, Self.preamble)
            }
        }
        return .needsMore
    }

    private mutating func skipEpilogue() throws(PassError) -> Step {
        while let byte = chunk.first { try takeLineEnd(byte, Self.epilogue) }
        return .needsMore
    }

    private mutating func takeLineEnd(_ byte: UInt8, _ error: () -> PassError) throws(PassError) {
        guard outside < Self.outsideLimit, byte == (outside.isMultiple(of: 2) ? 0x0D : 0x0A) else { throw error() }
        chunk.removeFirst()
        outside += 1
    }

    private mutating func endDelimiter() throws(PassError) -> Step {
        guard let byte = chunk.first else { return .needsMore }
        switch (afterDelimiter, byte) {
        case (nil, 0x0D), (nil, UInt8(ascii: "-")):
            chunk.removeFirst()
            afterDelimiter = byte
            return .again
        case (nil, 0x20), (nil, 0x09):
            throw PassError(
                .multipartDelimiter,
                "Blanks follow a boundary. Some readers take that for a boundary and some for content: send none."
            )
        case (0x0D, 0x0A), (UInt8(ascii: "-"), UInt8(ascii: "-")):
            chunk.removeFirst()
            guard matchedBefore == 0 else {
                throw PassError(
                    .multipartDelimiter,
                    "A boundary follows a part's headers at once. Some readers take that for a boundary and some for "
                        + "content: put an empty line between them, and one more line end before the boundary."
                )
            }
            let isLast = afterDelimiter != 0x0D
            let hadPart = part != nil
            afterDelimiter = nil
            part = nil
            outside = 0
            state = isLast ? .epilogue : .headers
            if !isLast { try countPart() }
            return hadPart ? .event(.partEnd) : .again
        default:
            // A line that only begins like a delimiter.
            guard part != nil else { throw Self.preamble() }
            let line = delimiter[matchedBefore...] + (afterDelimiter.map { [$0] } ?? [])
            matchedBefore = 0
            afterDelimiter = nil
            state = .content
            return .event(try content(line))
        }
    }

    private mutating func countPart() throws(PassError) {
        partCount += 1
        guard partCount <= limits.partCount else {
            throw PassError(
                .multipartTooManyParts,
                "The body has more than the \(limits.partCount) parts allowed. Send fewer."
            )
        }
    }

    private mutating func readHeaders() throws(PassError) -> Step {
        guard !chunk.isEmpty else { return .needsMore }
        // Two bytes more than the limit, for the empty line that ends the headers.
        let piece = chunk.prefix(limits.headersSize + 2 - headers.count)
        let known = headers.count
        if known == 0, let end = Self.emptyLine(in: piece) {
            let event = try begin(piece[..<end])
            chunk = chunk[(end + 2)...]
            return .event(event)
        }
        headers += piece
        if headers.starts(with: [0x0D, 0x0A]) { _ = try MultipartPart(parsing: [], limits: limits) }
        guard let end = Self.emptyLine(in: headers[max(0, known - 3)...]) else {
            guard headers.count < limits.headersSize + 2 else {
                throw PassError(
                    .multipartHeaderTooLarge,
                    "The headers of a part are longer than the \(limits.headersSize) bytes allowed. Send fewer."
                )
            }
            chunk = chunk[piece.endIndex...]
            return .needsMore
        }
        let event = try begin(headers[..<end])
        chunk = chunk.dropFirst(end + 2 - known)
        headers = []
        return .event(event)
    }

    /// Where the empty line begins that follows the last header.
    private static func emptyLine(in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let position = bytes.withUnsafeBufferPointer {
            passkit_find4($0.baseAddress, $0.count, 0x0A0D_0A0D)
        }
        return position < bytes.count ? bytes.startIndex + position + 2 : nil
    }

    private mutating func begin(_ block: ArraySlice<UInt8>) throws(PassError) -> Event {
        let part = try MultipartPart(parsing: block, limits: limits)
        if part.isFile {
            fileCount += 1
            guard fileCount <= limits.fileCount else {
                throw PassError(
                    .multipartTooManyParts,
                    "The body has more than the \(limits.fileCount) files allowed. Send fewer."
                )
            }
        }
        self.part = part
        partSize = 0
        state = .content
        // By the grammar (RFC 2046) the line end of the headers may be the one of the next delimiter already.
        matched = 2
        matchedBefore = 2
        return .part(part)
    }

    private mutating func readContent() throws(PassError) -> Step {
        if matched > 0 {
            while matched < delimiter.count, let byte = chunk.first, byte == delimiter[matched] {
                chunk.removeFirst()
                matched += 1
            }
            if matched == delimiter.count {
                matched = 0
                state = .delimiter
                return .again
            }
            guard !chunk.isEmpty else { return .needsMore }
            let held = delimiter[matchedBefore..<matched]
            matched = 0
            matchedBefore = 0
            return held.isEmpty ? .again : .event(try content(held))
        }
        guard !chunk.isEmpty else { return .needsMore }
        let position = chunk.withUnsafeBufferPointer { bytes in
            delimiter.withUnsafeBufferPointer { pattern in
                passkit_find_delimiter(bytes.baseAddress, bytes.count, pattern.baseAddress, pattern.count)
            }
        }
        guard position > 0 else {
            chunk.removeFirst()
            matched = 1
            return .again
        }
        let slice = chunk.prefix(position)
        chunk = chunk.dropFirst(position)
        return .event(try content(slice))
    }

    private mutating func content(_ slice: ArraySlice<UInt8>) throws(PassError) -> Event {
        let isFile = part?.isFile ?? false
        partSize += slice.count
        if !isFile { fieldsSize += slice.count }
        guard partSize <= (isFile ? limits.fileSize : limits.fieldSize), fieldsSize <= limits.fieldsSize else {
            throw PassError(
                .multipartPartTooLarge,
                "The part \"\(part?.name.prefix(80) ?? "")\" is longer than the "
                    + "\(isFile ? limits.fileSize : limits.fieldSize) bytes allowed for a \(isFile ? "file" : "field"), "
                    + "or all fields are longer than \(limits.fieldsSize). Send less\(isFile ? "" : ", or send it as a file")."
            )
        }
        return .content(slice)
    }

    private static func preamble() -> PassError {
        PassError(
            .multipartPreamble,
            "The body does not begin with the boundary that the Content-Type gives. Send two hyphens and the boundary first."
        )
    }

    private static func epilogue() -> PassError {
        PassError(
            .multipartEpilogue,
            "Bytes follow the last boundary. End the body with it, or with CR LF."
        )
    }
}
