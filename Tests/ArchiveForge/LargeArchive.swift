import PassKitCore

/// A hostile archive of up to 10 MiB, made to cost a reader as much memory as can be.
package struct LargeArchive: Sendable, CustomStringConvertible {
    /// What it tries.
    package let description: String
    /// Whether permissive limits take it.
    package var isSound = false
    private let make: @Sendable () -> [UInt8]

    /// Its bytes.
    package var bytes: [UInt8] { make() }

    private static let size = 10 << 20

    /// All of them.
    package static let all: [LargeArchive] = [
        .init(description: "streams that inflate a thousandfold", isSound: true) {
            let zeros = [UInt8](repeating: 0, count: 64 << 20)
            let stream = (try? Deflate.compress(zeros, level: 9)) ?? []
            return entries(8) { .init("\($0)", zeros, deflated: stream) }
        },
        .init(description: "more streams than may inflate so") {
            entries(150) { .init("\($0)", claiming: 64 << 20, zeros: 65_205) }
        },
        .init(description: "a stream that goes on after the stated size") {
            entries(1) { _ in .init("a", claiming: 64 << 20, zeros: size - 200) }
        },
        .init(description: "empty blocks without end") {
            let blocks = repeated([0, 0, 0, 0xFF, 0xFF], size / 5 - 100)
            return ZIPForge([.init("a", [], deflated: blocks)]).bytes
        },
        .init(description: "as many entries as can be counted", isSound: true) {
            entries(65_535) { .init("\($0)", []) }
        },
        .init(description: "long names of many levels", isSound: true) {
            let folders = [String](repeating: "ab", count: 63).joined(separator: "/")
            return entries(size / 500) { .init("\($0)/\(folders)", []) }
        },
        .init(description: "names that all need folding", isSound: true) {
            let text = String(repeating: "É", count: 120)
            return entries(size / 600) { number in
                var entry = ZIPForge.Entry("\(number)\(text)", [])
                entry.both { $0.flags = 1 << 11 }
                return entry
            }
        },
        .init(description: "extra fields without end", isSound: true) {
            // Each of another kind, as many as one header takes.
            let extra = (0x9902..<0xD900).flatMap { le16(UInt16($0)) + le16(0) }
            return entries(75) { number in
                var entry = ZIPForge.Entry("\(number)", [])
                entry.both { $0.extra = extra }
                return entry
            }
        },
        .init(description: "end records without end", isSound: true) {
            ZIPForge([.init("a", repeated(ZIPForge([]).bytes, size / 22 - 10))]).bytes
        },
        .init(description: "a stored file of the whole size", isSound: true) {
            ZIPForge([.init("a", [UInt8](repeating: 0x50, count: size - 200))]).bytes
        },
        .init(description: "no archive, but full of its first bytes") {
            repeated(le32(0x0403_4B50), size / 4)
        },
    ]

    /// Bytes over and over; by doubling, which is quick without optimization, too.
    fileprivate static func repeated(_ bytes: [UInt8], _ times: Int) -> [UInt8] {
        var all = bytes
        while all.count < bytes.count * times { all += all }
        return Array(all.prefix(bytes.count * times))
    }

    private static func entries(_ count: Int, _ make: (Int) -> ZIPForge.Entry) -> [UInt8] {
        ZIPForge((0..<count).map(make)).bytes
    }
}

extension ZIPForge.Entry {
    /// An entry whose stream gives zeros, about a hundred and sixty for each of its bytes.
    fileprivate init(_ name: String, claiming size: UInt32, zeros count: Int) {
        self.init(name, [], deflated: Self.zeros(count))
        both { $0.uncompressedSize = size }
    }

    /// Fixed codes (RFC 1951, section 3.2.6): a last block, a zero, then "258 bytes, from one back" without end.
    private static func zeros(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, length) = (UInt64(0), 0)
        func add(_ code: UInt64, _ width: Int) {
            bits |= code << UInt64(length)
            length += width
            while length >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                length -= 8
            }
        }
        add(0b011, 3)
        // Codes stand with their highest bit first: 00110000 is the zero, 11000101 and 00000 the 258 bytes.
        add(0b0000_1100, 8)
        while bytes.count < 2 + 13 { add(0b0_0000_1010_0011, 13) }
        // Eight times thirteen bits are thirteen bytes.
        return Array((bytes.prefix(2) + LargeArchive.repeated(Array(bytes[2..<15]), count / 13)).prefix(count))
    }
}
