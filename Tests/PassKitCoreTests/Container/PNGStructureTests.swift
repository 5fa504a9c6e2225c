import PassKitCore
import Testing

@Suite struct PNGStructureTests {
    static func code(_ bytes: [UInt8]) -> String? {
        do throws(PassError) {
            _ = try PNGStructure(checking: bytes)
            return nil
        } catch {
            return error.code.rawValue
        }
    }

    @Test func readsTheHeader() throws {
        var forge = PNGForge(width: 320, height: 100)
        let plain = try PNGStructure(checking: forge.bytes)
        #expect(plain.width == 320 && plain.height == 100)
        #expect(plain.bitDepth == 8 && plain.colorType == .truecolor)
        #expect(!plain.isInterlaced && !plain.isCgBI)

        let header = PNGForge.header(width: 7, height: 65_537, bitDepth: 16, colorType: 4, methods: [0, 0, 1])
        forge.chunks[0].data = header
        let other = try PNGStructure(checking: forge.bytes)
        #expect(other.width == 7 && other.height == 65_537)
        #expect(other.bitDepth == 16 && other.colorType == .greyscaleAlpha && other.isInterlaced)
    }

    @Test func aSpanIsCheckedToo() throws {
        let bytes = PNGForge.image(width: 3, height: 2)
        #expect(try PNGStructure(checking: bytes.span) == PNGStructure(checking: bytes))
        #expect(try PNGStructure(checking: AnyCollection(bytes)).width == 3)
    }

    @Test func unknownAncillaryChunksAndPalettesAreTaken() {
        var forge = PNGForge()
        forge.chunks.insert(.init(type: "prVt", data: [1, 2, 3]), at: 2)
        forge.chunks.insert(.init(type: "PLTE", data: [0, 0, 0]), at: 1)
        forge.chunks.insert(.init(type: "IDAT"), at: 3)
        #expect(Self.code(forge.bytes) == nil)
    }

    @Test func theVariantOfXcodeIsTold() throws {
        var forge = PNGForge()
        forge.chunks.insert(.init(type: "CgBI", data: [0x30, 0, 0x20, 6]), at: 0)
        #expect(try PNGStructure(checking: forge.bytes).isCgBI)
        forge.chunks.insert(.init(type: "CgBI"), at: 1)
        #expect(Self.code(forge.bytes) == "container.png-chunk")
    }

    /// One fault each, in a file that is right otherwise.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let bytes: [UInt8]

        init(_ name: String, _ code: String, _ change: (inout PNGForge) -> Void) {
            testDescription = name
            self.code = "container.png-\(code)"
            var forge = PNGForge()
            change(&forge)
            bytes = forge.bytes
        }

        init(_ name: String, _ code: String, bytes: [UInt8]) {
            testDescription = name
            self.code = "container.png-\(code)"
            self.bytes = bytes
        }

        static func header(_ name: String, _ data: [UInt8]) -> Fault {
            Fault(name, "header") { $0.chunks[0].data = data }
        }
    }

    static let faults: [Fault] = [
        Fault("empty", "signature", bytes: []),
        Fault("a JPEG", "signature", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46]),
        Fault("line ends changed", "signature") { $0.signature[4...5] = [0x0A] },
        Fault("only the signature", "truncated") { $0.chunks = [] },
        Fault("no end chunk", "truncated") { $0.chunks.removeLast() },
        Fault("cut in the data", "truncated", bytes: Array(PNGForge.image().dropLast(20))),
        Fault(
            "a length beyond the file",
            "truncated",
            bytes: PNGForge.image { $0[8...11] = [0x7F, 0xFF, 0xFF, 0xFF] }
        ),
        Fault("a length beyond PNG", "truncated", bytes: PNGForge.image { $0[8...11] = [0xFF, 0xFF, 0xFF, 0xFF] }),
        Fault("a CRC of the header", "checksum") { $0.chunks[0].crcError = 1 },
        Fault("a CRC of the data", "checksum") { $0.chunks[1].crcError = 0x8000_0000 },
        Fault("a CRC of the end", "checksum") { $0.chunks[2].crcError = 0x100 },
        Fault("a type that is no word", "chunk") { $0.chunks[1].type = "ID\u{1}T" },
        Fault("no header", "chunk") { $0.chunks.removeFirst() },
        Fault("a chunk before the header", "chunk") { $0.chunks.insert(.init(type: "gAMA"), at: 0) },
        Fault("two headers", "chunk") { $0.chunks.insert($0.chunks[0], at: 1) },
        Fault("a critical chunk nobody knows", "chunk") { $0.chunks.insert(.init(type: "NEWS"), at: 1) },
        Fault("image data in two places", "chunk") {
            $0.chunks.insert(.init(type: "tEXt"), at: 2)
            $0.chunks.insert(.init(type: "IDAT", data: [0]), at: 3)
        },
        Fault("a palette behind the data", "chunk") { $0.chunks.insert(.init(type: "PLTE", data: [0, 0, 0]), at: 2) },
        Fault("two palettes", "chunk") {
            $0.chunks.insert(.init(type: "PLTE", data: [0, 0, 0]), at: 1)
            $0.chunks.insert(.init(type: "PLTE", data: [0, 0, 0]), at: 1)
        },
        Fault("a palette of four bytes", "chunk") { $0.chunks.insert(.init(type: "PLTE", data: [0, 0, 0, 0]), at: 1) },
        Fault("a palette of grey", "chunk") {
            $0.chunks[0].data = PNGForge.header(colorType: 0)
            $0.chunks.insert(.init(type: "PLTE", data: [0, 0, 0]), at: 1)
        },
        Fault("a palette larger than its indexes", "chunk") {
            $0.chunks[0].data = PNGForge.header(bitDepth: 1, colorType: 3)
            $0.chunks.insert(.init(type: "PLTE", data: [UInt8](repeating: 0, count: 9)), at: 1)
        },
        Fault("indexes without a palette", "chunk") { $0.chunks[0].data = PNGForge.header(colorType: 3) },
        Fault("content in the end chunk", "chunk") { $0.chunks[2].data = [0] },
        Fault("no image data", "no-data") { $0.chunks.remove(at: 1) },
        Fault("empty image data", "no-data") { $0.chunks[1].data = [] },
        Fault("a byte behind the end", "trailing-bytes", bytes: PNGForge.image() + [0]),
        Fault("two images", "trailing-bytes", bytes: PNGForge.image() + PNGForge.image()),
        .header("a header of twelve bytes", Array(PNGForge.header().dropLast())),
        .header("a header of fourteen bytes", PNGForge.header() + [0]),
        .header("no width", PNGForge.header(width: 0)),
        .header("no height", PNGForge.header(height: 0)),
        .header("a width beyond PNG", PNGForge.header(width: 0x8000_0000)),
        .header("a height beyond PNG", PNGForge.header(height: 0xFFFF_FFFF)),
        .header("a color type that is none", PNGForge.header(colorType: 5)),
        .header("a depth that is none", PNGForge.header(bitDepth: 3)),
        .header("a depth truecolor does not have", PNGForge.header(bitDepth: 4)),
        .header("a depth indexes do not have", PNGForge.header(bitDepth: 16, colorType: 3)),
        .header("another compression", PNGForge.header(methods: [1, 0, 0])),
        .header("another filter", PNGForge.header(methods: [0, 1, 0])),
        .header("another interlacing", PNGForge.header(methods: [0, 0, 2])),
    ]

    @Test(arguments: faults) func refusesOneFaultAtATime(_ fault: Fault) {
        #expect(Self.code(fault.bytes) == fault.code)
    }

    @Test func everyPrefixIsRefused() {
        let bytes = PNGForge.image(width: 2, height: 2)
        #expect(bytes.indices.allSatisfy { Self.code(Array(bytes[..<$0])) != nil })
    }
}

@Suite(.enabled(if: SharedCorpus.isPresent)) struct PNGCorpusTests {
    static let files = SharedCorpus.files(in: "png", suffix: ".png")

    @Test(arguments: files) func judgesAsTheFileNameSays(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("png/\(name)")
        if name.hasPrefix("Invalid") {
            #expect(throws: PassError.self) { try PNGStructure(checking: bytes) }
            return
        }
        let structure = try PNGStructure(checking: bytes)
        #expect(structure.isCgBI == name.hasPrefix("iOS_"))
        // The suite names its files by feature, interlacing (i, n), color type and depth: basi2c08.
        let base = name.dropFirst(structure.isCgBI ? 4 : 7)
        guard base != "PngSuite.png" else { return }
        #expect(structure.isInterlaced == (base.dropFirst(3).first == "i"))
        guard !structure.isCgBI else { return }
        #expect(structure.colorType.rawValue == UInt8(String(base.dropFirst(4).prefix(1))))
    }

    @Test func theCorpusIsWhole() {
        #expect(Self.files.count { $0.hasPrefix("Common_") } > 100)
        #expect(Self.files.count { $0.hasPrefix("Invalid") } > 10)
    }
}
