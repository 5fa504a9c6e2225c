#if Server
    import PassKitCore

    /// The current version of a pass with its bytes.
    struct CurrentPass: Sendable {
        let version: PassVersion
        let bytes: [UInt8]
        let archive: PassArchive

        /// Reads it; nil when nothing was published.
        init?(of pass: PassIdentifier, _ parts: EngineParts) async throws {
            guard let version = try await parts.store.currentVersion(of: pass) else { return nil }
            self.version = version
            bytes = try await parts.bytes(of: version.digest)
            archive = try PassArchive(reading: bytes, limits: parts.configuration.updater.limits)
        }

        /// Everything that keeps a package from taking its place: see `VerificationReport.replacementFindings(for:)`.
        func replacementFindings(for newer: PassArchive, _ parts: EngineParts) -> [Finding] {
            let verifier = parts.configuration.updater.verifier
            return verifier.verify(newer).replacementFindings(for: verifier.verify(archive))
        }

        /// Refuses a package that may not take its place.
        func checkReplacement(by newer: PassArchive, _ parts: EngineParts) throws(PassError) {
            guard let finding = replacementFindings(for: newer, parts).first else { return }
            throw PassError(
                .updateMayNotReplace,
                "The pass may not replace its current version (\(finding.code)): \(finding.message) \(finding.remedy)"
            )
        }

        /// Whether a package has the same files, byte for byte, but for manifest and signature.
        func hasFiles(of other: PassArchive) throws(PassError) -> Bool {
            let names = Self.files(of: archive)
            guard names == Self.files(of: other) else { return false }
            for name in names where try archive.bytes(of: name) != other.bytes(of: name) { return false }
            return true
        }

        private static func files(of archive: PassArchive) -> [String] {
            archive.entries.map(\.name).filter { !Manifest.isExempt($0) }.sorted()
        }
    }

    extension EngineParts {
        /// Bytes the store must have.
        func bytes(of digest: BlobDigest) async throws -> [UInt8] {
            guard let bytes = try await store.bytes(of: digest) else {
                throw PassError(
                    .engineBytesMissing,
                    "The store does not have the package \(digest), which it was given. Restore it from a backup."
                )
            }
            return bytes
        }

        /// Refuses a change that brings errors into a pass for which Wallet refuses it; see `Configuration.linter`.
        func checkChange(of former: PassArchive, to changed: PassArchive) throws(PassError) {
            guard var linter = configuration.linter else { return }
            // What the signature is worth was judged by the verifier, and it may be about to be made anew.
            linter.configuration.signature = .ignored
            linter.configuration.clock = clock
            let errors = linter.errors(in: changed, notIn: former)
            let introduction = "The change brings errors into the pass for which Wallet refuses it. "
            if let error = PassError(errors, as: .updateBreaksPass, introduction) { throw error }
        }
    }
#endif
