/// The content of a pass: `pass.json` as typed properties over a tree that loses nothing.
///
/// ```swift
/// var pass = Pass(type: "pass.com.example.ticket", serial: "E-1029", team: "TEAMID1234",
///     organization: "Example", description: "Concert", style: .eventTicket)
/// pass.fields.primary = [.init("event", label: "EVENT", value: "Opening night")]
/// pass.barcodes = [.qr("E-1029")]
/// ```
///
/// Reading is lenient, writing exact; see ``JSONView``. Texts named *localizable* may be keys of `pass.strings`.
/// (Apple, Wallet Passes, "Pass".)
public struct Pass: JSONView {
    /// The object, with every member it came with.
    public var json: JSONObject

    /// Looks at an object.
    public init(json: JSONObject) {
        self.json = json
    }

    /// Looks at a JSON tree.
    /// - Throws: ``PassError`` with ``PassError/Code/passNotObject`` when it is no object.
    public init(json: JSONValue) throws(PassError) {
        guard let object = json.objectValue else {
            throw PassError(
                .passNotObject,
                "pass.json holds JSON, but no object. Begin it with '{' and put the keys of the pass inside."
            )
        }
        self.json = object
    }

    /// Reads the bytes of a `pass.json`.
    /// - Throws: ``PassError`` of the JSON parser, or with ``PassError/Code/passNotObject``.
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = .pass) throws(PassError) {
        try self.init(json: JSONValue(parsing: bytes, limits: limits))
    }

    /// Makes a pass from what every pass must have.
    /// - Parameters:
    ///   - type: The pass type identifier of the signing certificate, such as `pass.com.example.ticket`.
    ///   - serial: The serial number, unique among the passes of one type.
    ///   - team: The team identifier of the signing certificate: ten characters.
    ///   - organization: Who issues the pass; Wallet shows it on the lock screen.
    ///   - description: What VoiceOver says of the pass.
    ///   - style: What kind of pass it is.
    public init(
        type: String,
        serial: String,
        team: String,
        organization: String,
        description: String,
        style: PassStyle
    ) {
        json = JSONObject()
        json["formatVersion"] = 1
        passTypeIdentifier = type
        serialNumber = serial
        teamIdentifier = team
        organizationName = organization
        self.description = description
        json[style.rawValue] = .object(JSONObject())
    }

    /// The bytes of `pass.json`.
    public func bytes(_ style: JSONPrintStyle = .compact) -> [UInt8] {
        jsonValue.bytes(style)
    }
}

// MARK: - Identity

extension Pass {
    /// The version of the format; Wallet knows only 1 and refuses others (iOS 6).
    public var formatVersion: Int? {
        get { self["formatVersion"] }
        set { self["formatVersion"] = newValue }
    }

    /// The registered type; Wallet refuses the pass when the certificate's UID differs (iOS 6).
    public var passTypeIdentifier: String? {
        get { self["passTypeIdentifier"] }
        set { self["passTypeIdentifier"] = newValue }
    }

    /// What names the pass within its type; Wallet replaces a pass by one of the same type and serial (iOS 6).
    public var serialNumber: String? {
        get { self["serialNumber"] }
        set { self["serialNumber"] = newValue }
    }

    /// The team; Wallet refuses the pass when the certificate's OU differs (iOS 6).
    public var teamIdentifier: String? {
        get { self["teamIdentifier"] }
        set { self["teamIdentifier"] = newValue }
    }

    /// Who issues the pass; localizable.
    ///
    /// Wallet shows it on the lock screen and in notifications (iOS 6).
    public var organizationName: String? {
        get { self["organizationName"] }
        set { self["organizationName"] = newValue }
    }

    /// What the pass is; localizable.
    ///
    /// VoiceOver reads it (iOS 6).
    public var description: String? {
        get { self["description"] }
        set { self["description"] = newValue }
    }

    /// Type and serial number together, which name the pass for Wallet; nil when either is missing or empty.
    public var identifier: PassIdentifier? {
        guard let type = passTypeIdentifier, let serial = serialNumber, !type.isEmpty, !serial.isEmpty else {
            return nil
        }
        return PassIdentifier(type: type, serial: serial)
    }
}
