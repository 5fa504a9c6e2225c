import PassKitCore

/// Reads the input as a form at once and in pieces: both must give the same, and what is read must be writable again.
///
/// The first byte says how long the pieces are. The boundary is the one most seeds have, or the input's own first line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 1 else { return 0 }
    let size = Int(start[0] % 97) + 1
    let body = [UInt8](UnsafeBufferPointer(start: start + 1, count: count - 1))
    let line = body.prefix(72).prefix { $0 != 0x0D }
    let own = line.starts(with: [0x2D, 0x2D]) ? String(decoding: line.dropFirst(2), as: UTF8.self) : ""

    for boundary in ["boundary", own] {
        guard (try? MultipartReader(boundary: boundary)) != nil else { continue }
        let whole = outcome([body[...]], boundary)
        let pieces = stride(from: 0, to: body.count, by: size).map { body[$0..<min($0 + size, body.count)] }
        precondition(outcome(pieces, boundary) == whole, "A body was read in another way because of how it was cut.")
        if case .success(let form) = whole { checkWriting(form) }
    }
    return 0
}

private struct Form: Equatable {
    var parts: [MultipartPart] = []
    var contents: [[UInt8]] = []
}

private let limits = MultipartLimits(bodySize: 30_000, fileSize: 20_000, fieldSize: 10_000, fieldsSize: 15_000)

private func outcome(_ chunks: [ArraySlice<UInt8>], _ boundary: String) -> Result<Form, PassError> {
    do throws(PassError) {
        var reader = try MultipartReader(boundary: boundary, limits: limits)
        var form = Form()
        for chunk in chunks {
            reader.append(chunk)
            while let event = try reader.next() {
                switch event {
                case .part(let part):
                    form.parts.append(part)
                    form.contents.append([])
                case .content(let slice):
                    precondition(!slice.isEmpty, "An empty slice.")
                    form.contents[form.contents.count - 1] += slice
                case .partEnd: break
                }
            }
        }
        try reader.finish()
        return .success(form)
    } catch {
        return .failure(error)
    }
}

/// What was read and can be written must be read as the same.
private func checkWriting(_ form: Form) {
    var writer = MultipartWriter()
    for (part, content) in zip(form.parts, form.contents) {
        guard (try? writer.append(part, content)) != nil else { return }
    }
    guard case .success(let again) = outcome([writer.bytes()[...]], writer.boundary) else {
        preconditionFailure("What was written cannot be read.")
    }
    precondition(again == form, "What was written was read as something else.")
}
