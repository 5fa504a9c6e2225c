#if SQLite
    import GRDB
    public import PassKitCore
    public import PassKitServer

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    extension SQLitePassStore {
        // MARK: Versions

        /// See `VersionStore`.
        public func currentVersion(of pass: PassIdentifier) async throws -> PassVersion? {
            try await read { try Passes.currentVersion(of: pass, in: $0) }
        }

        /// See `VersionStore`.
        public func bytes(of digest: BlobDigest) async throws -> [UInt8]? {
            try await read { db in
                try db.first("SELECT bytes FROM blob WHERE digest = ?", digest.bytes) { $0.bytes(0) }
            }
        }

        /// See `VersionStore`.
        public func publish(_ version: NewVersion, at time: Date) async throws -> PassVersion? {
            try await writes.write(weight: version.bytes.bytes.count) { try Passes.publish(version, at: time, in: $0) }
        }

        // MARK: Holdings

        /// See `HoldingStore`.
        public func holders(of pass: PassIdentifier, among recipients: [Recipient.ID]) async throws -> Set<Recipient.ID>
        {
            try await read { db in
                guard let pass = try Passes.id(of: pass, in: db) else { return [] }
                var holders: Set<Recipient.ID> = []
                for recipient in recipients where try Passes.holds(recipient, pass, in: db) {
                    holders.insert(recipient)
                }
                return holders
            }
        }

        /// See `HoldingStore`.
        public func importHoldings(_ holdings: [ImportedHolding], at time: Date) async throws -> Int {
            try await writes.write { db in
                var added: Set<ImportedHolding.Name> = []
                for holding in holdings {
                    let pass = try Passes.idOrNew(of: holding.pass, in: db)
                    if let token = holding.authenticationToken {
                        _ = try Passes.authenticationToken(of: pass, proposing: token, in: db)
                    }
                    if try Passes.addHolder(holding.recipient, of: pass, in: db) { added.insert(holding.name) }
                    guard let token = holding.pushToken, added.contains(holding.name) else { continue }
                    try Registrations.addImported(token, for: pass, in: db)
                }
                return added.count
            }
        }

        /// See `HoldingStore`.
        public func authenticationToken(of pass: PassIdentifier, proposing token: String) async throws -> String {
            try await writes.write { db in
                let pass = try Passes.idOrNew(of: pass, in: db)
                return try Passes.authenticationToken(of: pass, proposing: token, in: db)
            }
        }

        // MARK: Links

        /// See `LinkStore`.
        public func addLinks(_ links: [StoredLink]) async throws {
            try await writes.write { db in
                for link in links {
                    try db.run(
                        """
                        INSERT OR REPLACE INTO link (digest, pass, recipient, delivery, channel, expires) \
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                        link.digest.bytes,
                        Passes.idOrNew(of: link.pass, in: db),
                        Opaque(link.recipient.rawValue),
                        Opaque(link.delivery.rawValue),
                        link.channel.rawValue,
                        link.expires
                    )
                }
            }
        }

        /// See `LinkStore`.
        public func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) async throws -> RedeemedLink? {
            guard opens else { return try await read { try Self.redeem(digest, at: time, in: $0) } }
            return try await writes.write { db in
                guard let redeemed = try Self.redeem(digest, at: time, in: db) else { return nil }
                let delivery = try db.first(
                    "SELECT request, place FROM delivery WHERE name = ?",
                    Opaque(redeemed.link.delivery.rawValue)
                ) { ($0.int(0), $0.int(1)) }
                if let (request, place) = delivery {
                    let channel = redeemed.link.channel
                    try Channels.advance(channel, request: request, place: place, to: .opened, in: db)
                }
                return redeemed
            }
        }

        private static func redeem(_ digest: LinkDigest, at time: Date, in db: Database) throws -> RedeemedLink? {
            let link = try db.first(
                """
                SELECT p.type, p.serial, l.recipient, l.delivery, l.channel, l.expires FROM link l \
                JOIN pass p ON p.id = l.pass WHERE l.digest = ? AND l.revoked = 0 AND l.expires > ?
                """,
                digest.bytes,
                time
            ) { row in
                StoredLink(
                    digest: digest,
                    pass: PassIdentifier(type: row.text(0), serial: row.text(1)),
                    recipient: Recipient.ID(row.text(2)),
                    delivery: IssuedPassID(row.text(3)),
                    channel: NotificationChannel(row.text(4)),
                    expires: row.date(5)
                )
            }
            guard let link, let version = try Passes.currentVersion(of: link.pass, in: db) else { return nil }
            return RedeemedLink(link: link, version: version)
        }

        /// See `LinkStore`.
        public func revokeLinks(
            to pass: PassIdentifier,
            of recipient: Recipient.ID?,
            at time: Date
        ) async throws -> Int {
            try await writes.write { db in
                guard let pass = try Passes.id(of: pass, in: db) else { return 0 }
                return try Passes.revokeLinks(to: pass, of: recipient, at: time, in: db)
            }
        }
    }
#endif
