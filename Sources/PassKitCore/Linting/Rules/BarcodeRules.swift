/// Rules for codes and NFC.
extension FindingRule {
    static let barcodeFormatMissing = FindingRule(
        "lint.barcode.format-missing",
        .error,
        rule: 96,
        message: "The barcode has no format.",
        why: "Wallet refuses the pass.",
        mend: "Add a format, such as PKBarcodeFormatQR.",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeMessageMissing = FindingRule(
        "lint.barcode.message-missing",
        .error,
        rule: 96,
        message: "The barcode has no message.",
        why: "Wallet refuses the pass: there is nothing to encode.",
        mend: "Add the message that scanners are to read.",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeEncodingMissing = FindingRule(
        "lint.barcode.message-encoding-missing",
        .error,
        rule: 96,
        message: "The barcode has no messageEncoding.",
        why: "Wallet cannot turn the message into bytes without it, and refuses the pass.",
        mend: "Add messageEncoding, mostly \"iso-8859-1\".",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeFormatUnknown = FindingRule(
        "lint.barcode.format-unknown",
        .error,
        rule: 97,
        message: "Wallet knows no barcode format \"{value}\".",
        why: "Wallet shows no code, or refuses the pass.",
        mend: "Use one of Apple's words, such as PKBarcodeFormatQR; mind the case.",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeFormatInSingle = FindingRule(
        "lint.barcode.format-in-single",
        .error,
        rule: 98,
        message: "barcode cannot have the format {format}.",
        why: "The old key knows QR, PDF417 and Aztec only: Wallet refuses the pass or shows no code.",
        mend: "Move the code into barcodes.",
        source: Source.apple("Pass.Barcode")
    )

    static let barcodeNewFormatsOnly = FindingRule(
        "lint.barcode.new-formats-only",
        .warning,
        rule: 99,
        message: "barcodes has only formats that iOS 27 brought.",
        why: "Older systems show no code at all.",
        mend: "Add a QR, PDF417, Aztec or Code 128 code after it.",
        source: Source.apple("Pass.Barcodes"),
        systems: IOSVersionRange(before: 27)
    )

    static let barcodeNotOnWatch = FindingRule(
        "lint.barcode.not-on-watch",
        .warning,
        rule: 100,
        message: "barcodes has Code 128 only.",
        why: "A watch shows no Code 128, so it shows no code at all.",
        mend: "Add a QR, PDF417 or Aztec code after it.",
        source: Source.guide
    )

    static let barcodeEncodingUnknown = FindingRule(
        "lint.barcode.encoding-unknown",
        .error,
        rule: 101,
        message: "\"{value}\" is no character set that Wallet knows.",
        why: "Wallet cannot turn the message into bytes, and refuses the pass.",
        mend: "Use the IANA name of a character set, mostly \"iso-8859-1\".",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeMessageNotEncodable = FindingRule(
        "lint.barcode.message-not-encodable",
        .error,
        rule: 101,
        message: "The message has characters that {encoding} cannot spell.",
        why: "Wallet cannot turn the message into bytes, and refuses the pass.",
        mend: "Use \"utf-8\", or leave the characters out.",
        source: Source.apple("Pass.Barcodes")
    )

    static let barcodeEncodingUnusual = FindingRule(
        "lint.barcode.encoding-unusual",
        .warning,
        rule: 102,
        message: "Many scanners do not read messages in {encoding}.",
        why: "Scanners guess the character set, and mostly guess Latin-1 or UTF-8.",
        mend: "Use \"iso-8859-1\", or \"utf-8\" where the message needs it.",
        source: Source.guide
    )

    static let barcodeMessageIllegal = FindingRule(
        "lint.barcode.message-illegal",
        .warning,
        rule: 103,
        message: "The message is none that {format} can encode.",
        why: "Wallet cannot draw the code.",
        mend: "Check digits, letters and length against the symbology, or use another format.",
        source: "The symbology's standard"
    )

    static let barcodeMessageLong = FindingRule(
        "lint.barcode.message-long",
        .warning,
        rule: 104,
        message: "The message has {count} bytes; codes of this format scan well up to about {limit}.",
        why: "The bars or squares become too small for the screen and for scanners.",
        mend: "Encode a reference and keep the data on your server.",
        source: Source.guide
    )

    static let nfcMessageMissing = FindingRule(
        "lint.nfc.message-missing",
        .error,
        rule: 105,
        message: "nfc has no message.",
        why: "Wallet refuses the pass: there is nothing to send to the reader.",
        mend: "Add the message, of at most 64 bytes.",
        source: Source.apple("Pass.NFC")
    )

    static let nfcKeyMissing = FindingRule(
        "lint.nfc.key-missing",
        .error,
        rule: 105,
        message: "nfc has no encryptionPublicKey.",
        why: "Since iOS 11 passes send encrypted messages only: readers get nothing.",
        mend: "Add the reader's P-256 key in Base64.",
        source: Source.apple("Pass.NFC")
    )

    static let nfcMessageLong = FindingRule(
        "lint.nfc.message-long",
        .warning,
        rule: 106,
        message: "The message of nfc has {count} bytes.",
        why: "Wallet sends the first 64 bytes.",
        mend: "Send a shorter message.",
        source: Source.apple("Pass.NFC")
    )

    static let nfcKeyInvalid = FindingRule(
        "lint.nfc.key-invalid",
        .error,
        rule: 107,
        message: "encryptionPublicKey is no P-256 key in Base64.",
        why: "Wallet cannot encrypt for the reader, and refuses the pass.",
        mend: "Write the SubjectPublicKeyInfo of the key in Base64, without the lines of PEM.",
        source: Source.apple("Pass.NFC")
    )

    static let nfcKeyUncompressed = FindingRule(
        "lint.nfc.key-uncompressed",
        .warning,
        rule: 108,
        message: "encryptionPublicKey is not in the compressed form.",
        why: "Every example of Apple's has the compressed form; whether Wallet takes the other is not documented.",
        mend: "Write the key with a compressed point: openssl ec -conv_form compressed."
    )

    static let nfcCertificate = FindingRule(
        "lint.nfc.certificate",
        .error,
        rule: 109,
        message: "The certificate is none for passes with NFC.",
        why: "Wallet refuses a pass with nfc that was signed by an ordinary certificate.",
        mend: "Ask Apple for an NFC certificate, or remove nfc.",
        source: Source.apple("Pass.NFC")
    )

    static let nfcSharingAllowed = FindingRule(
        "lint.nfc.sharing-allowed",
        .warning,
        rule: 69,
        message: "nfc demands authentication, but sharingProhibited is not true.",
        why: "Who got the pass from somebody else can use it with a fingerprint of their own.",
        mend: "Add \"sharingProhibited\": true.",
        source: Source.apple("Pass.NFC"),
        systems: IOSVersionRange(from: IOSVersion(13, 1))
    )

    static let barcode: [FindingRule] = [
        .barcodeFormatMissing, .barcodeMessageMissing, .barcodeEncodingMissing, .barcodeFormatUnknown,
        .barcodeFormatInSingle, .barcodeNewFormatsOnly, .barcodeNotOnWatch, .barcodeEncodingUnknown,
        .barcodeMessageNotEncodable, .barcodeEncodingUnusual, .barcodeMessageIllegal, .barcodeMessageLong,
        .nfcMessageMissing, .nfcKeyMissing, .nfcMessageLong, .nfcKeyInvalid, .nfcKeyUncompressed, .nfcCertificate,
        .nfcSharingAllowed,
    ]
}
