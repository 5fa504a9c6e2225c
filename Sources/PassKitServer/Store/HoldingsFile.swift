#if Server
    public import PassKitCore

    /// Who holds which pass already, as another system exports it: comma-separated values (RFC 4180).
    ///
    /// The first line names the columns: `type`, `serial` and `recipient`; and, where devices ask for updates,
    /// `authenticationToken` and `pushToken`. An empty field is none.
    public struct HoldingsFile: Sendable {
        private var records: CSVRecords

        /// Reads the names of the columns.
        /// - Throws: `PassError` with `update.holdings`.
        public init(_ bytes: [UInt8]) throws(PassError) {
            let required = ["type", "serial", "recipient"]
            records = try CSVRecords(
                bytes,
                required: required,
                known: required + ["authenticationToken", "pushToken"],
                code: .updateHoldings
            )
        }

        /// The next holding; nil at the end.
        /// - Throws: `PassError` with `update.holdings`, naming the line.
        public mutating func next() throws(PassError) -> ImportedHolding? {
            guard let record = try records.next() else { return nil }
            guard let type = record["type"], let serial = record["serial"], let recipient = record["recipient"] else {
                throw records.failure(record, "type, serial or recipient is empty. Give all three.")
            }
            guard recipient.utf8.count <= Recipient.ID.maximumLength else {
                throw records.failure(
                    record,
                    "the recipient has more than \(Recipient.ID.maximumLength) bytes. Give the id the recipient has."
                )
            }
            let token = record["authenticationToken"]
            guard token?.utf8.count ?? 16 >= 16 else {
                throw records.failure(
                    record,
                    "the authentication token is shorter than 16 characters, and Wallet takes none such. Leave it out."
                )
            }
            return ImportedHolding(
                pass: PassIdentifier(type: type, serial: serial),
                recipient: Recipient.ID(recipient),
                authenticationToken: token,
                pushToken: try pushToken(record)
            )
        }

        private func pushToken(_ record: CSVRecords.Record) throws(PassError) -> String? {
            guard let text = record["pushToken"] else { return nil }
            do throws(PassError) {
                return try PushToken(text).hex
            } catch {
                throw records.failure(record, error.message)
            }
        }
    }

    extension PassUpdateEngine {
        /// Tells the engine who holds which passes already; see ``HoldingsFile``.
        ///
        /// The whole file is checked before anything of it is kept. It may be given again and again: what is known already
        /// stays as it is, and what the file does not name (any more) is not forgotten.
        /// - Returns: How many holdings were new.
        /// - Throws: `PassError` with `update.holdings`, naming the line; what the store throws.
        @discardableResult
        public func importHoldings(csv bytes: [UInt8]) async throws -> Int {
            var checked = try HoldingsFile(bytes)
            while try checked.next() != nil {}
            var file = try HoldingsFile(bytes)
            var count = 0
            var portion: [ImportedHolding] = []
            while let holding = try file.next() {
                // The devices of one holding, line after line, stay together.
                if portion.count >= 1000, portion.last?.name != holding.name {
                    count += try await importHoldings(portion)
                    portion.removeAll(keepingCapacity: true)
                }
                portion.append(holding)
            }
            return try await count + importHoldings(portion)
        }
    }
#endif
