/// Checks the codes of a pass.
struct BarcodeCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        let path = LintPath.root.key("barcodes")
        let barcodes = pass.json["barcodes"]?.arrayValue ?? []
        for (index, barcode) in barcodes.enumerated() {
            if let barcode = barcode.objectValue { check(barcode, at: path.index(index), &report) }
        }
        checkFormats(barcodes.compactMap(\.objectValue), at: path, &report)
        if let barcode = pass.json["barcode"]?.objectValue {
            let path = LintPath.root.key("barcode")
            check(barcode, at: path, &report)
            if let format = Self.format(of: barcode), format.isDocumented, !Self.singleFormats.contains(format) {
                report.add(.barcodeFormatInSingle, at: path.key("format"), format.rawValue)
            }
        }
    }

    private static let singleFormats: Set<BarcodeFormat> = [.qr, .pdf417, .aztec]
    private static let newFormats: Set<BarcodeFormat> = [.code39, .codabar, .ean13, .interleaved2of5]

    private static func format(of barcode: JSONObject) -> BarcodeFormat? {
        barcode["format"].flatMap(BarcodeFormat.init(jsonValue:))
    }

    private func checkFormats(_ barcodes: [JSONObject], at path: LintPath, _ report: inout LintReport) {
        let formats = barcodes.compactMap(Self.format)
        guard !formats.isEmpty, pass.json["barcode"] == nil else { return }
        if formats.allSatisfy(Self.newFormats.contains) {
            report.add(.barcodeNewFormatsOnly, at: path)
        } else if formats.allSatisfy({ $0 == .code128 }) {
            report.add(.barcodeNotOnWatch, at: path)
        }
    }

    private func check(_ barcode: JSONObject, at path: LintPath, _ report: inout LintReport) {
        if barcode["format"] == nil { report.add(.barcodeFormatMissing, at: path) }
        if barcode["message"] == nil { report.add(.barcodeMessageMissing, at: path) }
        if barcode["messageEncoding"] == nil { report.add(.barcodeEncodingMissing, at: path) }
        let message = barcode["message"]?.stringValue
        if let name = barcode["messageEncoding"]?.stringValue {
            checkEncoding(name, message, at: path, &report)
        }
        guard let message, let format = Self.format(of: barcode),
            let symbology = BarcodeSymbology(format)
        else { return }
        if !symbology.canEncode(message) {
            report.add(.barcodeMessageIllegal, at: path.key("message"), format.rawValue)
        } else if message.utf8.count > symbology.practicalLength {
            report.add(
                .barcodeMessageLong,
                at: path.key("message"),
                "\(message.utf8.count)",
                "\(symbology.practicalLength)"
            )
        }
    }

    private func checkEncoding(_ name: String, _ message: String?, at path: LintPath, _ report: inout LintReport) {
        guard let charset = BarcodeCharset(name) else {
            report.add(.barcodeEncodingUnknown, at: path.key("messageEncoding"), name)
            return
        }
        if let message, !charset.canEncode(message) {
            report.add(.barcodeMessageNotEncodable, at: path.key("message"), name)
        } else if !charset.isUsual {
            report.add(.barcodeEncodingUnusual, at: path.key("messageEncoding"), name)
        }
    }
}

/// What a symbology can encode, and how much of it scans well on a screen.
struct BarcodeSymbology {
    private let format: BarcodeFormat

    /// The most bytes that scan well: less than the symbology's own limit.
    let practicalLength: Int

    init?(_ format: BarcodeFormat) {
        switch format {
        case .qr, .aztec: practicalLength = 1000
        case .pdf417: practicalLength = 800
        case .code128, .interleaved2of5: practicalLength = 40
        case .codabar: practicalLength = 35
        case .code39: practicalLength = 25
        case .ean13: practicalLength = 13
        default: return nil
        }
        self.format = format
    }

    /// Whether the symbology has the characters and the length of the message.
    func canEncode(_ message: String) -> Bool {
        let bytes = Array(message.utf8)
        switch format {
        case .code128: return bytes.allSatisfy { $0 < 0x80 }
        case .code39: return bytes.allSatisfy { Self.isDigit($0) || Self.isCapital($0) || "-. $/+%".utf8.contains($0) }
        case .codabar: return Self.isCodabar(bytes)
        case .interleaved2of5: return !bytes.isEmpty && bytes.count.isMultiple(of: 2) && bytes.allSatisfy(Self.isDigit)
        case .ean13: return Self.isEAN13(bytes)
        default: return true
        }
    }

    /// A start and a stop letter from A to D, and digits and six signs between them.
    private static func isCodabar(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, let first = bytes.first, let last = bytes.last else { return false }
        let guards = UInt8(ascii: "A")...UInt8(ascii: "D")
        return guards.contains(first & 0xDF) && guards.contains(last & 0xDF)
            && bytes.dropFirst().dropLast().allSatisfy { isDigit($0) || "-$:/.+".utf8.contains($0) }
    }

    /// Thirteen digits, of which the last makes the weighted sum a multiple of ten.
    private static func isEAN13(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 13, bytes.allSatisfy(isDigit) else { return false }
        let sum = bytes.enumerated().reduce(0) { sum, digit in
            sum + Int(digit.element - 0x30) * (digit.offset.isMultiple(of: 2) ? 1 : 3)
        }
        return sum.isMultiple(of: 10)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
