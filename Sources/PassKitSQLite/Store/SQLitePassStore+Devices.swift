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
        /// See `DeviceStore`.
        public func register(
            _ registration: DeviceRegistration,
            limits: RegistrationLimits,
            at time: Date
        ) async throws -> RegistrationOutcome {
            try await writes.write { try Registrations.register(registration, limits: limits, at: time, in: $0) }
        }

        /// See `DeviceStore`.
        public func unregister(device: String, pass: PassIdentifier, at time: Date) async throws -> Bool {
            try await writes.write { db in
                guard let pass = try Passes.id(of: pass, in: db),
                    try db.run("DELETE FROM registration WHERE device = ? AND pass = ?", device, pass) > 0
                else { return false }
                try Devices.releaseMessagesIfAlone(pass, in: db)
                return true
            }
        }

        /// See `DeviceStore`.
        public func serials(
            for device: String,
            passType: String,
            after tag: Int64?,
            at time: Date
        ) async throws -> UpdatedSerials? {
            let found = try await read {
                try Registrations.serials(for: device, passType: passType, after: tag, at: time, in: $0)
            }
            guard let found else { return nil }
            if found.isToBeNoted {
                // A disk that is full keeps no device from its list: the next question notes it.
                try? await writes.write { try Registrations.note(device, passType: passType, at: time, in: $0) }
            }
            return found.updated
        }

        /// See `DeviceStore`.
        public func registrations(
            of pass: PassIdentifier?,
            start: Int,
            limit: Int
        ) async throws -> [StoredRegistration] {
            try await read { try Registrations.list(of: pass, start: start, limit: limit, in: $0) }
        }

        /// See `DeviceStore`.
        public func authenticationTokens(of pass: PassIdentifier) async throws -> Set<String> {
            try await read { try Registrations.authenticationTokens(of: pass, in: $0) }
        }

        /// See `DeviceStore`.
        public func deviceCount(of pass: PassIdentifier) async throws -> Int {
            try await read { db in
                guard let pass = try Passes.id(of: pass, in: db) else { return 0 }
                return Int(try db.int("SELECT count(*) FROM registration WHERE pass = ?", pass) ?? 0)
            }
        }

        /// See `DeviceStore`.
        public func recordFetch(of pass: PassIdentifier, tag: Int64, at time: Date) async throws {
            // Devices fetch what they have over and over: that writes nothing.
            let id = try await read { db -> Int64? in
                guard let id = try Passes.id(of: pass, in: db) else { return nil }
                return try Registrations.isNews(id, fetched: tag, in: db) ? id : nil
            }
            guard let id else { return }
            try await writes.write { db in
                try Outbox.releaseWaiting(of: id, through: tag, in: db)
                guard let request = try Registrations.request(toOpen: id, tag, in: db) else { return }
                try Devices.advancePushes(of: request, to: .opened, in: db)
            }
        }

        /// See `DeviceStore`.
        public func claimPushes(
            limit: Int,
            by owner: LeaseOwner,
            until end: Date,
            at time: Date
        ) async throws -> [ClaimedPush] {
            try await writes.write { db in
                try WorkTable.pushes.claim(limit: limit, by: owner, until: end, at: time, in: db)
                    .compactMap { try Devices.claimed($0, by: owner, in: db) }
            }
        }

        /// See `DeviceStore`.
        public func finishPushes(_ results: [PushResult], at time: Date) async throws -> [Bool] {
            try await writes.write { db in try results.map { try Devices.finish($0, at: time, in: db) } }
        }
    }
#endif
