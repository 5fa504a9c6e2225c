import CReference
import PassKitCore

/// The sample as an archive, written in two ways.
enum SampleArchive {
    /// As this library writes it: images stored.
    static func stored() throws -> [UInt8] {
        var archive = PassArchive(leadingNames: ["pass.json", "manifest.json", "signature"])
        for file in SampleFiles.all { try archive.set(file.content, for: file.name) }
        return archive.bytes()
    }

    /// As most tools write it: everything deflated.
    static func deflated() throws -> [UInt8] {
        let zip = try ReferenceZIP(level: 6)
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in SampleFiles.all {
            let data = zip.deflated(file.content)
            let common =
                little(20, 2) + little(0, 2) + little(8, 2) + little(0, 2) + little(0x21, 2)
                + little(Int(creference_crc32(file.content, file.content.count)), 4) + little(data.count, 4)
                + little(file.content.count, 4) + little(file.name.utf8.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(bytes.count, 4)
            directory += file.name.utf8
            bytes += little(0x0403_4B50, 4) + common + Array(file.name.utf8) + data
        }
        let count = SampleFiles.all.count
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
        return bytes + directory + end + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
