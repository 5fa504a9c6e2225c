import PassKitCore

/// Opens, reads every entry, writes one anew, and reads again: what was accepted must stay what it was.
///
/// Every second length is read under permissive limits, which take comments, deep names and archives in archives.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    let limits: ArchiveLimits = count.isMultiple(of: 2) ? .default : .permissive
    guard var archive = try? PassArchive(reading: bytes, limits: limits) else { return 0 }
    precondition(archive.bytes() == bytes, "An unchanged archive gave back other bytes.")

    let contents = archive.entries.map { ($0.name, $0.uncompressedSize, try? archive.bytes(of: $0.name)) }
    let isSound = contents.allSatisfy { $0.2 != nil }
    precondition(((try? archive.checkContents()) != nil) == isSound, "Reading and checking judge differently.")
    for (name, size, content) in contents {
        guard let content else { continue }
        precondition(content.count == size, "The content has another size than stated.")
        let same = try? archive.withBytes(of: name) { span in span.indices.allSatisfy { span[$0] == content[$0] } }
        precondition(same == true, "The content handed out is another one.")
    }
    guard isSound, (try? archive.set([1, 2, 3], for: "fuzz/added.bin")) != nil else { return 0 }
    guard let again = try? PassArchive(reading: archive.bytes(), limits: limits) else {
        preconditionFailure("What was written cannot be read.")
    }
    for (name, _, content) in contents where name != "fuzz/added.bin" {
        precondition((try? again.bytes(of: name)) == content, "An entry changed that was not touched.")
    }
    for (name, _, _) in contents { archive.remove(name) }
    precondition(
        (try? PassArchive(reading: archive.bytes(), limits: limits)) != nil,
        "Of what is left nothing is read."
    )
    return 0
}
