import PassKitCore

/// Wraps the input as the one entry of an archive whose headers are right, so that mutation reaches inflating.
///
/// The first two bytes say which size the headers claim.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 2 else { return 0 }
    let size = UInt32(start[0]) << 8 | UInt32(start[1])
    let data = [UInt8](UnsafeBufferPointer(start: start + 2, count: count - 2))
    guard let archive = try? PassArchive(reading: wrapped(data, size: size)) else { return 0 }
    if let content = try? archive.bytes(of: "a") {
        precondition(content.count == Int(size), "The content has another size than stated.")
    }
    return 0
}

private func wrapped(_ data: [UInt8], size: UInt32) -> [UInt8] {
    // The CRC of most inputs is wrong: inflating ends before it is compared.
    let common: [UInt8] =
        [20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0, 0, 0, 0, 0] + little(UInt32(data.count)) + little(size) + [1, 0, 0, 0]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + [UInt8(ascii: "a")] + data
    let central: [UInt8] =
        [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 14) + [UInt8(ascii: "a")]
    let end: [UInt8] =
        [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + little(UInt32(central.count)) + little(UInt32(local.count)) + [
            0, 0,
        ]
    return local + central + end
}

private func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
