/// A recipient directory in memory: what a recipients file holds, or what a test makes up.
public struct RecipientList: RecipientDirectory {
    /// The profiles, by id.
    public let profiles: [Recipient.ID: RecipientProfile]

    /// Asked for with every request, so it is found out once.
    private let names: Set<String>

    /// Makes a list; of equal ids the last one counts.
    public init(_ profiles: [RecipientProfile]) {
        self.profiles = Dictionary(profiles.map { ($0.id, $0) }) { _, last in last }
        names = self.profiles.values.reduce(into: RecipientProfile.commonPlaceholders) {
            $0.formUnion($1.attributes.keys)
        }
    }

    /// Reads a recipients file: a JSON array of objects with `id`, `name`, `email`, `mobileNumber`,
    /// `emailSubscription`, `smsSubscription`, `active` and `attributes`.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationRecipients``, or of the JSON.
    public init(parsing bytes: some Collection<UInt8>) throws(PassError) {
        let json = try JSONValue(parsing: bytes, limits: JSONLimits(size: 256 << 20, depth: 8))
        guard let entries = json.arrayValue else {
            throw PassError(.notificationRecipients, "The recipients file must be a JSON array of objects with an id.")
        }
        var profiles: [RecipientProfile] = []
        for (index, entry) in entries.enumerated() {
            profiles.append(try RecipientProfile(json: entry, path: "[\(index)]"))
        }
        self.init(profiles)
    }

    /// The profiles of those ids that are in the list.
    public func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
        Dictionary(ids.compactMap { id in profiles[id].map { (id, $0) } }) { first, _ in first }
    }

    /// The names of every attribute in the list.
    public func placeholderNames() async throws -> Set<String>? { names }
}
