import CPassKitShims

/// What is wrong with a signature.
struct SignatureFault: Error {
    private let rule: FindingRule

    /// What stands for the names in braces of the rule's message.
    private let values: [String]

    private init(_ rule: FindingRule, _ values: String...) {
        self.rule = rule
        self.values = values
    }

    /// What the shim says of an envelope it did not take.
    init(envelope outcome: Int) {
        switch outcome {
        case PASSKIT_CMS_TRAILING_BYTES: self = .trailingBytes
        case PASSKIT_CMS_NOT_SIGNED_DATA: self = .notSignedData
        case PASSKIT_CMS_SIGNER_COUNT: self.init(.signatureSignerCount)
        case PASSKIT_CMS_REVOCATION_LISTS: self.init(.signatureRevocationLists)
        case PASSKIT_CMS_CONTENT_TYPE: self.init(.signatureContentType)
        default: self = .malformed
        }
    }

    /// What the shim says of a signed attribute; nil when it is right.
    init?(attribute outcome: Int, _ name: String) {
        switch outcome {
        case PASSKIT_ATTRIBUTE_OK: return nil
        case PASSKIT_ATTRIBUTE_MISSING: self.init(.signatureAttributeMissing, name)
        case PASSKIT_ATTRIBUTE_REPEATED: self.init(.signatureAttributeRepeated, name)
        default: self.init(.signatureAttributeInvalid, name)
        }
    }

    /// The finding that tells it.
    var finding: Finding { rule.finding(at: PassFileName.signature, values) }

    static let missing = SignatureFault(.signatureMissing)
    static let tooLarge = SignatureFault(.signatureTooLarge)
    static let malformed = SignatureFault(.signatureMalformed)
    static let trailingBytes = SignatureFault(.signatureTrailingBytes)
    static let notSignedData = SignatureFault(.signatureNotSignedData)
    static let certificateCount = SignatureFault(.signatureCertificateCount)
    static let digestAlgorithms = SignatureFault(.signatureDigestAlgorithms)
    static let digestAlgorithm = SignatureFault(.signatureDigestAlgorithm)
    static let signatureAlgorithm = SignatureFault(.signatureAlgorithm)
    static let signerMissing = SignatureFault(.signatureSignerMissing)
    static let contentMismatch = SignatureFault(.signatureContentMismatch)
    static let wrongSignature = SignatureFault(.signatureWrong)
}
