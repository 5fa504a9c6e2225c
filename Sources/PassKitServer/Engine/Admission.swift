#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The first step: decides whether a request is taken, and keeps it.
    ///
    /// All that can be known is checked here, so that after the receipt only I/O can fail. A refusal leaves nothing behind.
    final class Admission: Sendable {
        private let parts: EngineParts
        private let inFlight = Mutex<Set<IdempotencyKey>>([])
        private let accepted: GroupCommit<NewRequest, Acceptance>

        init(_ parts: EngineParts) {
            self.parts = parts
            accepted = GroupCommit(
                batchSize: parts.configuration.groupSize,
                maximumWaiting: parts.configuration.maximumWaiting
            ) { requests in
                try await parts.store.accept(requests, at: parts.clock.milliseconds)
            } weight: { request in
                request.package.bytes.count
            }
        }

        /// Keeps a request, or finds the one it repeats.
        func admit(
            _ request: PassUpdateRequest,
            _ kind: RequestKind,
            _ principal: PassPrincipal
        ) async throws -> PassRequestID {
            guard let name = request.idempotencyKey else { return try await accept(request, kind, principal, nil) }
            let key = IdempotencyKey(principal: principal, key: name)
            try begin(key)
            defer { end(key) }
            let now = parts.clock.milliseconds
            let idempotency = Idempotency(
                key: key,
                fingerprint: try RequestFingerprint.bytes(of: request, kind),
                expires: now.adding(parts.configuration.idempotencyLifetime)
            )
            // Before anything is judged: what was right when it came first may be refused by now.
            if let known = try await parts.store.idempotencyRecord(key, at: now) {
                guard known.fingerprint == idempotency.fingerprint else { throw Self.keyReused }
                return known.request
            }
            return try await accept(request, kind, principal, idempotency)
        }

        private func accept(
            _ request: PassUpdateRequest,
            _ kind: RequestKind,
            _ principal: PassPrincipal,
            _ idempotency: Idempotency?
        ) async throws -> PassRequestID {
            let judged = try await JudgedRequest(request, principal, parts)
            parts.observer.found(judged.findings)
            for _ in 0..<3 {
                let new = try judged.newRequest(kind, principal, idempotency, parts)
                switch try await accepted.commit(new) {
                case .accepted: return new.id
                case .repeated(let id): return id
                case .conflict: throw Self.keyReused
                case .idTaken: continue
                }
            }
            throw PassError(
                .engineIDsTaken,
                "The ids made for the request were all taken. Is the source of random bytes what it should be?"
            )
        }

        // MARK: Idempotency keys

        private func begin(_ key: IdempotencyKey) throws(PassError) {
            let isNew = inFlight.withLock { $0.insert(key).inserted }
            guard !isNew else { return }
            throw PassError(
                .idempotencyInFlight,
                "A request with this Idempotency-Key is being taken right now. Send it again in a moment."
            )
        }

        private func end(_ key: IdempotencyKey) { inFlight.withLock { _ = $0.remove(key) } }

        private static var keyReused: PassError {
            PassError(
                .idempotencyKeyReused,
                "The Idempotency-Key was used for another request. Use a new key for each request."
            )
        }
    }
#endif
