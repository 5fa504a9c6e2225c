/// One delivery: what one request gives to one recipient.
///
/// The members are those of the documented "Get Pass Request Meta Data"; texts are empty where nothing is known.
public struct IssuedPass: Sendable, Hashable {
    /// The id of the delivery, by which status and content are asked for.
    public var id: IssuedPassID

    /// Who it is for.
    public var audienceId: Recipient.ID

    /// The kind of pass in the documented server's words, such as `BOARDING`; see ``passType(of:)``.
    public var passType: String

    /// The serial number of the pass.
    public var serialNumber: String

    /// The pass type identifier of the pass.
    public var passTypeIdentifier: String

    /// When the pass stops being issued.
    public var stopDateStr: String

    /// When the pass expires.
    public var passExpiryDateStr: String

    /// What the first barcode encodes.
    public var barcodeMsg: String

    /// The text beside the first barcode.
    public var barcodeAltMsg: String

    /// Whether the pass came as a `.pkpass`.
    public var importPass: Bool

    /// Members of the JSON that the library does not know; they are given back.
    public var unknownMembers: JSONObject

    /// Makes a delivery of a pass, whose content says the rest.
    public init(id: IssuedPassID, audienceId: Recipient.ID, pass: Pass, importPass: Bool = true) {
        self.id = id
        self.audienceId = audienceId
        passType = Self.passType(of: pass.style)
        serialNumber = pass.serialNumber ?? ""
        passTypeIdentifier = pass.passTypeIdentifier ?? ""
        stopDateStr = ""
        passExpiryDateStr = pass["expirationDate"] ?? ""
        let barcode = pass.json["barcodes"]?[0] ?? pass.json["barcode"]
        barcodeMsg = barcode?["message"]?.stringValue ?? ""
        barcodeAltMsg = barcode?["altText"]?.stringValue ?? ""
        self.importPass = importPass
        unknownMembers = JSONObject()
    }

    /// The documented server's word for a style; a style it has none for in its own spelling, made alike.
    public static func passType(of style: PassStyle?) -> String {
        switch style {
        case .boardingPass: "BOARDING"
        case .coupon: "COUPON"
        case .eventTicket: "EVENT_TICKET"
        case .storeCard: "STORE_CARD"
        case .generic, .posterGeneric, nil: "GENERIC"
        case let style?: style.rawValue.uppercased()
        }
    }
}

extension IssuedPass: PassUpdateModel {
    /// Reads the JSON.
    /// - Throws: ``PassError`` with ``PassError/Code/updateContent``, naming every member that is wrong.
    public init(json: JSONValue) throws(PassError) {
        var object = WireObject(json)
        self.init(reading: &object)
        try object.check("delivery")
    }

    init(reading object: inout WireObject) {
        id = IssuedPassID(object.requiredID("id"))
        audienceId = Recipient.ID(object.id("audienceId") ?? "")
        passType = object.string("passType") ?? ""
        serialNumber = object.text("serialNumber", "seriealNumber")
        passTypeIdentifier = object.text("passTypeIdentifier", "passtypeIdentifier")
        stopDateStr = object.string("stopDateStr") ?? ""
        passExpiryDateStr = object.string("passExpiryDateStr") ?? ""
        barcodeMsg = object.string("barcodeMsg") ?? ""
        barcodeAltMsg = object.string("barcodeAltMsg") ?? ""
        importPass = object.bool("importPass") ?? false
        unknownMembers = object.rest
    }

    /// The JSON, with every documented member.
    public var json: JSONValue {
        var object = JSONObject()
        object["id"] = .wireID(id.rawValue)
        object["audienceId"] = .wireID(audienceId.rawValue)
        object["passType"] = .string(passType)
        object["serialNumber"] = .string(serialNumber)
        object["passTypeIdentifier"] = .string(passTypeIdentifier)
        object["stopDateStr"] = .string(stopDateStr)
        object["passExpiryDateStr"] = .string(passExpiryDateStr)
        object["barcodeMsg"] = .string(barcodeMsg)
        object["barcodeAltMsg"] = .string(barcodeAltMsg)
        object["importPass"] = .bool(importPass)
        object.append(unknownMembers)
        return .object(object)
    }
}
