/// The files of a pass of 1 MB: small texts and large images, as real passes have them.
enum SampleFiles {
    /// In the order in which a pass is written.
    static let all: [(name: String, content: [UInt8])] = [
        ("pass.json", json(fields: 40)),
        ("manifest.json", manifest),
        // DER: deflate makes it a fifth smaller or so.
        ("signature", noise(3300, bits: 6)),
        ("background@2x.png", image(180_000)),
        ("de.lproj/pass.strings", strings(60)),
        ("en.lproj/pass.strings", strings(50)),
        ("icon.png", image(3000)),
        ("icon@2x.png", image(8000)),
        ("logo@2x.png", image(32_000)),
        ("logo@3x.png", image(61_000)),
        ("strip@2x.png", image(240_000)),
        ("strip@3x.png", image(266_000)),
        ("thumbnail@3x.png", image(252_000)),
    ]

    /// The same, with the first file changed.
    static let changedJSON = json(fields: 41)

    static func isImage(_ name: String) -> Bool { name.hasSuffix(".png") }

    private static func json(fields: Int) -> [UInt8] {
        let rows = (0..<fields).map {
            "{\"key\":\"field-\($0)\",\"label\":\"Gate \($0 * 7 % 31)\",\"value\":\"\($0 &* 2_654_435_761 % 99_991)\"}"
        }
        let head = "{\"formatVersion\":1,\"serialNumber\":\"0042\",\"eventTicket\":{\"backFields\":["
        return Array((head + rows.joined(separator: ",") + "]}}").utf8)
    }

    private static var manifest: [UInt8] {
        let digits = noise(12 * 20, bits: 8).map { String($0, radix: 16) }.joined()
        return Array("{\"files\":\"\(digits)\"}".utf8)
    }

    private static func strings(_ count: Int) -> [UInt8] {
        Array((0..<count).map { "\"label-\($0)\" = \"Translation no. \($0 * 31 % 97)\";\n" }.joined().utf8)
    }

    /// Bytes that begin like a PNG file; deflating them again gains a little, as with real ones.
    static func image(_ count: Int) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise(count - 8, bits: 7)
    }

    /// Bytes without order, the same in every run.
    private static func noise(_ count: Int, bits: UInt64) -> [UInt8] {
        var state = UInt64(count)
        return (0..<count).map { _ in
            // SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return UInt8(truncatingIfNeeded: (mixed ^ (mixed >> 31)) & (1 << bits - 1))
        }
    }
}
