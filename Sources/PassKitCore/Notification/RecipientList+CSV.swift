extension RecipientList {
    /// Reads a recipients file in either form: a JSON array, or comma-separated values.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationRecipients``, or of the JSON.
    public init(reading bytes: [UInt8]) throws(PassError) {
        let blank: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        // No column is named like the beginning of an array or an object.
        let first = bytes.first { !blank.contains($0) }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            try self.init(parsing: bytes)
        } else {
            try self.init(csv: bytes)
        }
    }

    /// Reads a recipients file of comma-separated values (RFC 4180).
    ///
    /// The first line names the columns: `id`, and any of `name`, `email`, `mobileNumber`, `emailSubscription`,
    /// `smsSubscription` and `active`. Every other column is an attribute of its name, such as `First Name`; where a field
    /// is empty the recipient does not have it. Of equal ids the last one counts.
    /// - Throws: ``PassError`` with ``PassError/Code/notificationRecipients``, naming the line.
    public init(csv bytes: [UInt8]) throws(PassError) {
        var records = try CSVRecords(bytes, required: ["id"], code: .notificationRecipients)
        let attributes = records.columns.filter { !Self.ownColumns.contains($0) && !$0.isEmpty }
        var profiles: [RecipientProfile] = []
        while let record = try records.next() {
            guard let id = record["id"] else {
                throw records.failure(record, "the id is empty. Give the id the recipient has.")
            }
            var profile = RecipientProfile(
                id: Recipient.ID(id),
                name: record["name"],
                email: record["email"],
                mobileNumber: record["mobileNumber"]
            )
            profile.emailSubscription = try Self.flag("emailSubscription", false, record, records)
            profile.smsSubscription = try Self.flag("smsSubscription", false, record, records)
            profile.isActive = try Self.flag("active", true, record, records)
            for name in attributes { profile.attributes[name] = record[name] }
            profiles.append(profile)
        }
        self.init(profiles)
    }

    private static let ownColumns: Set = [
        "id", "name", "email", "mobileNumber", "emailSubscription", "smsSubscription", "active",
    ]

    private static func flag(
        _ column: String,
        _ value: Bool,
        _ record: CSVRecords.Record,
        _ records: CSVRecords
    ) throws(PassError) -> Bool {
        guard let text = record[column] else { return value }
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default: throw records.failure(record, "\(column) is neither true nor false. Write one of these.")
        }
    }
}
