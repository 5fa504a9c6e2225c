import PassKitCore

/// Checks bytes as a PNG file: what is accepted states a size and ends with its last byte.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let structure = try? PNGStructure(checking: bytes) else { return 0 }
    precondition(structure.width > 0 && structure.height > 0, "An image without pixels was accepted.")
    precondition((try? PNGStructure(checking: bytes.dropLast())) == nil, "A file that breaks off was accepted.")
    return 0
}
