#if Server
    import PassKitCore

    extension PassUpdateEngine {
        /// Signs the user of a reward pass up, publishes the pass as it is theirs, and signs the token of the device.
        ///
        /// The device checks the signature and then fetches the pass. (Apple, Wallet Passes, "Personalize".)
        /// - Returns: A detached signature over the token, as a pass has one over its manifest.
        /// - Throws: `PassError` with `http.not-personalizable` when no personalizer was handed in or the pass does not
        ///   ask for it, `http.rate-limited`, errors of signing; what the personalizer and the store throw.
        public func personalize(
            _ details: PersonalizationDetails,
            token: PersonalizationToken
        ) async throws -> [UInt8] {
            guard let personalizer = parts.configuration.personalizer else { throw Self.notPersonalizable }
            for attempt in 0..<3 {
                try parts.life.checkOpen()
                guard let current = try await CurrentPass(of: details.pass, parts) else { throw Self.notPersonalizable }
                let package = try PassPackage(reading: current.bytes, limits: parts.configuration.updater.limits)
                guard package.isPersonalizable else { throw Self.notPersonalizable }
                // Looked up first: the host signs nobody up for a pass that cannot be signed.
                let signer = try parts.directory.signers.signer(for: package.pass, at: parts.clock.now)
                if attempt == 0 { try countPersonalization() }
                var personal = try await personalizer.personalize(package, with: details)
                personal.removePersonalization()
                // Signed first: whoever cannot sign has changed nothing.
                let signature = try await signer.signature(for: Array(token.text.utf8), at: parts.clock.now)
                guard let version = try await newVersion(of: current, from: personal) else {
                    throw Self.notPersonalizable
                }
                if try await publish(version) { return signature }
            }
            throw PassError(
                .engineOvertaken,
                "Others kept publishing new versions of \(details.pass) while it was personalized. Try again."
            )
        }

        /// Lets so many through in a minute; only those count who name a pass to sign up for.
        private func countPersonalization() throws(PassError) {
            guard parts.personalizationGate.pass(1) == 1 else {
                throw PassError(.httpRateLimited, "Too many users sign up at the moment. Wait a while.")
            }
            parts.observer.deviceAsked(.personalized)
        }

        private static var notPersonalizable: PassError {
            PassError(.httpNotPersonalizable, "This pass is not personalized here, or is already.")
        }
    }

    extension PassPackage {
        /// Whether the pass asks its user to sign up.
        fileprivate var isPersonalizable: Bool { personalization != nil }

        /// Takes the form and its logo out.
        fileprivate mutating func removePersonalization() {
            personalization = nil
            for name in images.names where PassImageName(name)?.slot == .personalizationLogo { images[name] = nil }
        }
    }
#endif
