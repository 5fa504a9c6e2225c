/// What a pass says to a contactless terminal. (Apple, Wallet Passes, "Pass.NFC".)
///
/// Wallet refuses the pass unless it is signed by a certificate that Apple has enabled for NFC.
public struct PassNFC: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) { self.json = json }

    /// Makes an NFC payload.
    /// - Parameters:
    ///   - message: What the terminal gets: at most 64 bytes.
    ///   - encryptionPublicKey: The terminal's P-256 key: an X.509 SubjectPublicKeyInfo in Base64, without PEM lines.
    ///   - requiresAuthentication: Whether the user must authenticate for each use.
    public init(message: String, encryptionPublicKey: String, requiresAuthentication: Bool? = nil) {
        json = JSONObject()
        self.message = message
        self.encryptionPublicKey = encryptionPublicKey
        self.requiresAuthentication = requiresAuthentication
    }

    /// What the terminal gets; Wallet cuts it to 64 bytes (iOS 9).
    public var message: String? {
        get { self["message"] }
        set { self["message"] = newValue }
    }

    /// The key that encrypts the message, in Base64; since iOS 11 Wallet uses no other than encrypted payloads (iOS 9).
    public var encryptionPublicKey: String? {
        get { self["encryptionPublicKey"] }
        set { self["encryptionPublicKey"] = newValue }
    }

    /// Whether the user must authenticate for each use; no when nil (iOS 13.1).
    public var requiresAuthentication: Bool? {
        get { self["requiresAuthentication"] }
        set { self["requiresAuthentication"] = newValue }
    }
}
