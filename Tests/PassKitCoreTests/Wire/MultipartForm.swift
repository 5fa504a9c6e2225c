import PassKitCore

/// The parts of a body, read to its end: what the tests compare.
struct MultipartForm: Equatable {
    var parts: [MultipartPart] = []
    var contents: [[UInt8]] = []

    /// Reads a body that comes in the given chunks.
    init(
        _ chunks: some Sequence<ArraySlice<UInt8>>,
        boundary: String = "B",
        limits: MultipartLimits = .default
    ) throws(PassError) {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        var isOpen = false
        for chunk in chunks {
            reader.append(chunk)
            while let event = try reader.next() {
                switch event {
                case .part(let part):
                    parts.append(part)
                    contents.append([])
                    isOpen = true
                case .content(let slice):
                    precondition(isOpen && !slice.isEmpty)
                    contents[contents.count - 1] += slice
                case .partEnd:
                    isOpen = false
                }
            }
        }
        try reader.finish()
        precondition(!isOpen)
    }

    /// Reads a body that comes at once.
    init(_ text: String, boundary: String = "B", limits: MultipartLimits = .default) throws(PassError) {
        try self.init([Array(text.utf8)[...]], boundary: boundary, limits: limits)
    }

    /// The code with which a body is refused; nil when it is read.
    static func refusal(
        _ chunks: some Sequence<ArraySlice<UInt8>>,
        boundary: String = "B",
        limits: MultipartLimits = .default
    ) -> PassError.Code? {
        do throws(PassError) {
            _ = try MultipartForm(chunks, boundary: boundary, limits: limits)
            return nil
        } catch { return error.code }
    }

    /// What reading a body gives, whether parts or a refusal.
    static func outcome(
        _ chunks: some Sequence<ArraySlice<UInt8>>,
        boundary: String = "B",
        limits: MultipartLimits = .default
    ) -> Result<MultipartForm, PassError> {
        do throws(PassError) {
            return .success(try MultipartForm(chunks, boundary: boundary, limits: limits))
        } catch { return .failure(error) }
    }
}

extension Array where Element == UInt8 {
    /// The bytes in chunks of at most that many.
    func chunks(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}

/// A reproducible source of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
