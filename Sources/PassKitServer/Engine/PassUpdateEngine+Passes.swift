#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension PassUpdateEngine {
        /// The current version of a pass; nil when none was published here.
        public func package(for pass: PassIdentifier) async throws -> PassPackage? {
            guard let current = try await CurrentPass(of: pass, parts) else { return nil }
            return try PassPackage(reading: current.bytes, limits: parts.configuration.updater.limits)
        }

        /// Changes a pass from within the host, for every device that holds it.
        ///
        /// The changed pass is signed, published, and pushed to the devices that registered for it; nobody gets a message.
        /// The new version is durable when this returns. When somebody else publishes a version meanwhile, `edit` is called
        /// again with that one.
        ///
        /// ```swift
        /// try await engine.edit(ticket) { package in package.pass.logoText = "Gate B7" }
        /// ```
        /// - Returns: Whether anything changed; if not, nothing is published.
        /// - Throws: `PassError` with `engine.unknown-pass` when no version was published here, `update.may-not-replace`
        ///   when the change would cut devices off, `update.breaks-pass` when it brings errors into the pass (the cause
        ///   is a `FindingsError`), `engine.overtaken`, errors of signing; what `edit` and the store throw.
        @discardableResult
        public func edit(
            _ pass: PassIdentifier,
            _ edit: (inout PassPackage) throws -> Void
        ) async throws -> Bool {
            for _ in 0..<5 {
                try parts.life.checkOpen()
                guard let current = try await CurrentPass(of: pass, parts) else {
                    throw PassError(
                        .engineUnknownPass,
                        "No version of \(pass) was published here. Issue it first."
                    )
                }
                var package = try PassPackage(reading: current.bytes, limits: parts.configuration.updater.limits)
                try edit(&package)
                guard let version = try await newVersion(of: current, from: package) else { return false }
                if try await publish(version) { return true }
            }
            throw PassError(
                .engineOvertaken,
                "Others kept publishing new versions of \(pass) while it was edited. Try again."
            )
        }

        /// Publishes a version outside of any job.
        /// - Returns: Whether nobody else published another one meanwhile.
        func publish(_ version: NewVersion) async throws -> Bool {
            let store = parts.store
            let now = parts.clock.milliseconds
            guard try await uncancelled({ try await store.publish(version, at: now) }) != nil else { return false }
            parts.pushWake.signal()
            return true
        }

        /// Signs what a pass was changed to; nil when nothing was.
        func newVersion(of current: CurrentPass, from package: PassPackage) async throws -> NewVersion? {
            let archive = try package.archive()
            guard archive.isModified else { return nil }
            try current.checkReplacement(by: archive, parts)
            try parts.checkChange(of: current.archive, to: archive)
            let now = parts.clock.now
            let signer = try parts.directory.signers.signer(for: package.pass, at: now)
            return NewVersion(
                pass: current.version.pass,
                bytes: try Blob(try await package.signed(by: signer, at: now)),
                replaces: current.version.tag,
                verdict: current.version.verdict,
                authenticationToken: package.pass["authenticationToken"]
            )
        }
    }

    extension PassUpdateEngine: PassDownloads {
        /// The newest version of the pass that a link leads to; nil for whatever is no link, always after the same work.
        public func pass(forLink token: String, opens: Bool) async throws -> DownloadedPass? {
            let digest = try LinkToken(token).digest()
            let now = parts.clock.milliseconds
            guard let found = try await redeem(digest, opens: opens, at: now),
                Digest.areEqual(found.link.digest.bytes, digest.bytes)
            else { return nil }
            return DownloadedPass(
                bytes: try await parts.bytes(of: found.version.digest),
                identifier: found.version.pass,
                published: found.version.published
            )
        }

        /// What a link leads to, also when the store can note nothing: then it does not count as opened.
        private func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) async throws -> RedeemedLink? {
            do {
                return try await parts.store.redeem(digest, opens: opens, at: time)
            } catch let error as PassError where opens && error.isOfWriting {
                parts.observer.storeFailed(error, "open-link")
                return try await parts.store.redeem(digest, opens: false, at: time)
            }
        }

        /// Ends the links to a pass: those of one recipient, or of all.
        /// - Returns: How many worked until then.
        @discardableResult
        public func revokeLinks(to pass: PassIdentifier, of recipient: Recipient.ID? = nil) async throws -> Int {
            try await parts.store.revokeLinks(to: pass, of: recipient, at: parts.clock.milliseconds)
        }

        /// Tells the engine who holds which passes already, as after a migration.
        /// - Returns: How many holdings were new.
        @discardableResult
        public func importHoldings(_ holdings: [ImportedHolding]) async throws -> Int {
            let spelled = holdings.map { holding in
                var holding = holding
                // As registrations spell it, so that the device is known again when it registers.
                holding.pushToken = holding.pushToken.map { (try? PushToken($0))?.hex ?? $0 }
                return holding
            }
            return try await parts.store.importHoldings(spelled, at: parts.clock.milliseconds)
        }
    }
#endif
