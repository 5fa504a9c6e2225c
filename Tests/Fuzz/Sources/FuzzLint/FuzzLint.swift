import PassKitCore

/// Lints an archive whose `pass.json`, and strings of one language, are the input: no crash, and no endless list.
///
/// The first byte says how much of the input is `pass.json`; the rest are the strings.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 1 else { return 0 }
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    let split = 1 + (count - 1) * Int(bytes[0]) / 255
    var archive = PassArchive()
    do {
        try archive.set(Array(bytes[1..<split]), for: "pass.json")
        try archive.set(Array(bytes[split...]), for: "en.lproj/pass.strings")
        try archive.set(Array(bytes[1...]), for: "icon.png")
    } catch {
        return 0
    }
    let findings = PassLinter().findings(in: archive)
    precondition(findings.count <= 3 * 201, "The list of findings has no end.")
    return 0
}
