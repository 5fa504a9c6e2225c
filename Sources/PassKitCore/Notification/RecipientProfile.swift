/// How one recipient is reached, and what messages may say of them.
public struct RecipientProfile: Sendable, Hashable {
    /// The id.
    public var id: Recipient.ID

    /// The name, for the address of an e-mail.
    public var name: String?

    /// The e-mail address.
    public var email: String?

    /// The mobile number, in the form of E.164: `+491701234567`.
    public var mobileNumber: String?

    /// Whether the recipient has agreed to e-mail.
    public var emailSubscription: Bool

    /// Whether the recipient has agreed to text messages.
    public var smsSubscription: Bool

    /// Whether the recipient is to be reached at all; inactive ones count as unknown.
    public var isActive: Bool

    /// What placeholders may stand for, by name: `["First Name": "Ada"]`.
    public var attributes: [String: String]

    /// Makes a profile.
    public init(
        id: Recipient.ID,
        name: String? = nil,
        email: String? = nil,
        mobileNumber: String? = nil,
        emailSubscription: Bool = false,
        smsSubscription: Bool = false,
        isActive: Bool = true,
        attributes: [String: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.mobileNumber = mobileNumber
        self.emailSubscription = emailSubscription
        self.smsSubscription = smsSubscription
        self.isActive = isActive
        self.attributes = attributes
    }

    /// The value of a placeholder: an attribute, or one of the names every profile has.
    func value(of placeholder: String) -> String? {
        if let value = attributes[placeholder] { return value }
        return switch placeholder {
        case "Name": name
        case "Email": email
        case "Mobile Number": mobileNumber
        case "Recipient ID": id.rawValue
        default: nil
        }
    }

    /// The placeholders that every profile has.
    static let commonPlaceholders: Set<String> = ["Name", "Email", "Mobile Number", "Recipient ID"]
}

extension RecipientProfile {
    /// Reads one entry of a recipients file.
    init(json: JSONValue, path: String) throws(PassError) {
        var object = WireObject(json, path: path)
        let id = object.required("id", "a string that is not empty") { object in
            object.id("id").flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(id: Recipient.ID(id ?? ""))
        name = object.string("name")
        email = object.string("email")
        mobileNumber = object.string("mobileNumber")
        emailSubscription = object.bool("emailSubscription") ?? false
        smsSubscription = object.bool("smsSubscription") ?? false
        isActive = object.bool("active") ?? true
        attributes =
            object.object("attributes") { attributes in
                var values: [String: String] = [:]
                for key in attributes.rest.keys { values[key] = attributes.string(key) }
                return values
            } ?? [:]
        do throws(PassError) {
            try object.check("recipients file")
        } catch {
            throw PassError(.notificationRecipients, error.message)
        }
    }
}
