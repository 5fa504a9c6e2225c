/// Turns a request into the pass it asks for: a pure function, without store, network or key.
///
/// A pass is distributed byte for byte as it was uploaded unless an image of the request differs from the package's
/// own, its web service is rewritten, or it is not signed at all.
public struct PassUpdater: Sendable {
    /// What the updater is told once.
    public struct Configuration: Sendable {
        /// Which uploads are taken.
        public var accept: UploadPolicy

        /// Judges uploads.
        public var verifier: PassVerifier

        /// What an upload may be.
        public var limits: ArchiveLimits

        /// Leaves image parts out that belong to no slot, instead of refusing the request.
        public var ignoresUnknownImages: Bool

        /// Makes a configuration.
        public init(
            accept: UploadPolicy = .intact,
            verifier: PassVerifier = PassVerifier(),
            limits: ArchiveLimits = .default,
            ignoresUnknownImages: Bool = false
        ) {
            self.accept = accept
            self.verifier = verifier
            self.limits = limits
            self.ignoresUnknownImages = ignoresUnknownImages
        }
    }

    /// What the updater is told once.
    public var configuration: Configuration

    /// Makes an updater.
    public init(_ configuration: Configuration = .init()) {
        self.configuration = configuration
    }

    /// Decides what the request makes of the pass.
    /// - Parameters:
    ///   - request: The request.
    ///   - rewrite: The web service for this pass, told by its identifier; nil leaves the pass's own.
    ///   - hasIdentity: Whether an identity for a pass type and team is held.
    /// - Throws: ``PassError`` of the archive or the JSON, or with a code that begins with `update.`: each says what
    ///   to mend.
    public func plan(
        _ request: PassUpdateRequest,
        rewriting rewrite: (PassIdentifier) -> WebServiceRewrite? = { _ in nil },
        hasIdentity: (_ type: String, _ team: String) -> Bool
    ) throws(PassError) -> PassUpdatePlan {
        let archive = try PassArchive(reading: request.pkPass, limits: configuration.limits)
        var package = try PassPackage(archive)
        guard let identifier = package.pass.identifier, let team = package.pass.teamIdentifier, !team.isEmpty else {
            throw PassError(
                .updateNoIdentifier,
                "pkPass: pass.json lacks passTypeIdentifier, serialNumber or teamIdentifier, which say which pass it is."
            )
        }
        let report = configuration.verifier.verify(archive)
        let isSigned = archive.entry(named: PassFileName.signature) != nil
        if isSigned { try checkPolicy(report) }

        var findings = try UpdateImages(request, ignoresUnknown: configuration.ignoresUnknownImages)
            .apply(to: &package)
        if let rewrite = rewrite(identifier) {
            package.pass["webServiceURL"] = rewrite.webServiceURL
            package.pass["authenticationToken"] = rewrite.authenticationToken
        }
        let isChanged = try package.archive().isModified
        let needsSignature = !isSigned || isChanged
        if needsSignature, !hasIdentity(identifier.type, team) { throw Self.noIdentity(identifier.type, team) }
        if needsSignature { try package.checkRoomForSignature() }
        if !report.isIntact, isSigned {
            findings.append(contentsOf: report.findings.filter { $0.severity == .error })
        }
        return PassUpdatePlan(
            identifier: identifier,
            teamIdentifier: team,
            report: report,
            package: package,
            needsSignature: needsSignature,
            findings: findings,
            upload: request.pkPass
        )
    }

    private func checkPolicy(_ report: VerificationReport) throws(PassError) {
        let isTaken =
            switch configuration.accept {
            case .trusted: report.verdict == .trusted
            case .intact: report.isIntact
            case .any: true
            }
        guard !isTaken else { return }
        let reason = report.findings.first { $0.severity == .error } ?? report.findings.first
        throw PassError(
            .updateNotAccepted,
            "pkPass: only \(configuration.accept == .trusted ? "trusted" : "intact") passes are taken, and this one is "
                + "\(report.verdict)\(reason.map { " (\($0.code): \($0.message))" } ?? ""). Sign it anew."
        )
    }

    static func noIdentity(_ type: String, _ team: String) -> PassError {
        PassError(
            .updateNoIdentity,
            "pkPass: the pass must be signed, and no identity for \(type) of team \(team) is held. Upload it signed and "
                + "without other images, or give the server that identity."
        )
    }
}
