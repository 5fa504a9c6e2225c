import PassKitCore

/// Parses, prints and parses again: the tree must stay the same, in both print styles.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(keepsDuplicateKeys: true)) else { return 0 }
    let limits = JSONLimits(size: .max, keepsDuplicateKeys: true)
    for style in [JSONPrintStyle.compact, .pretty] {
        precondition((try? JSONValue(parsing: value.bytes(style), limits: limits)) == value, "The tree changed.")
    }
    return 0
}
