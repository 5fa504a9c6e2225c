#if Server
    public import PassKitCore

    extension PassUpdateEngine: ReadinessSource {
        /// Whether requests can be taken, and which identities expire.
        public func readiness() async -> Readiness {
            Readiness(isReady: await canWrite(), notes: identityNotes())
        }

        private func canWrite() async -> Bool {
            guard parts.life.isOpen else { return false }
            do {
                try await parts.store.checkWritable()
                return true
            } catch {
                parts.observer.storeFailed(error, "check-writable")
                return false
            }
        }

        private func identityNotes() -> [Readiness.Note] {
            let now = parts.clock.now
            let signers = parts.directory.signers
            return signers.expiryFindings(at: now).map { finding in
                let certificates = signers.certificates.filter { $0.passTypeIdentifier == finding.path }
                return Readiness.Note(
                    code: finding.code.rawValue,
                    passTypeIdentifier: finding.path,
                    daysLeft: certificates.map { $0.daysLeft(at: now) }.max()
                )
            }
        }

        /// What is worth saying about a request that would be taken, such as a placeholder nobody has a value for.
        ///
        /// The request is judged as by ``PassUpdateEngine/update(_:)``, and not kept.
        /// - Throws: `PassError` when it would be refused; what the store throws.
        public func findings(in request: PassUpdateRequest) async throws -> [Finding] {
            try await JudgedRequest(request, .anonymous, parts).findings
        }

        /// Signs with other identities from now on, and takes up the jobs that were blocked for want of one.
        public func use(signers: SignerRegistry) async throws {
            parts.directory.signers = signers
            try await parts.releaseBlockedJobs()
        }

        /// Looks recipients up in another directory from now on.
        public func use(recipients: some RecipientDirectory) {
            parts.directory.recipients = recipients
        }

        /// How much of which work there is.
        public func statistics() async throws -> QueueStatistics { try await parts.store.statistics() }

        /// The dead letters, oldest first.
        public func deadLetters(start: Int = 0, limit: Int = 100) async throws -> [DeadLetter] {
            try await parts.store.deadLetters(start: start, limit: limit)
        }

        /// Drives dead letters again: one of them, or all.
        /// - Returns: How many there were.
        @discardableResult
        public func redrive(_ id: DeadLetter.ID?) async throws -> Int {
            let count = try await parts.store.redrive(id, at: parts.clock.milliseconds)
            for wake in [parts.jobWake, parts.messageWake, parts.pushWake] { wake.signal() }
            return count
        }
    }
#endif
