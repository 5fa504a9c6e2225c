#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A package of which many passes are made that differ in their `pass.json` only.
///
/// Everything is linted, hashed and compressed once. A pass then costs its `pass.json`, the manifest, the signature, and
/// copying; edits are not linted.
///
/// ```swift
/// let template = try PassTemplate(PassPackage(reading: bytes))
/// let ticket = try template.makePass(signer: signer) { pass in
///     pass.serialNumber = "E-1029"
///     pass.barcodes = [.qr("E-1029")]
/// }
/// ```
public struct PassTemplate: Sendable {
    /// The pass that edits begin with.
    public let pass: Pass

    /// What the linter found when the template was made: warnings and notes, for errors refuse it.
    public let findings: [Finding]

    private let json: JSONTemplate
    private let stem: ArchiveStem
    private let manifest: ManifestTemplate

    /// Prepares a package.
    ///
    /// The package is to be a whole pass by itself: what edits will change holds a placeholder.
    /// - Parameters:
    ///   - package: The package.
    ///   - linter: Judges the package; its signature, if it has one, is not looked at.
    /// - Throws: ``PassError`` with ``PassError/Code/containerIconMissing`` without an icon, or with the code of the first
    ///   error that the linter finds; errors of the archive.
    public init(_ package: PassPackage, linter: PassLinter = .init()) throws(PassError) {
        var archive = try package.edited()
        try PassPackage.checkIcon(archive)
        var linter = linter
        linter.configuration.signature = .ignored
        findings = linter.findings(in: archive)
        if let error = findings.first(where: { $0.severity == .error }) { throw PassError(error) }
        for name in [PassFileName.manifest, PassFileName.signature, PassFileName.pass] { archive.remove(name) }
        pass = package.pass
        json = try JSONTemplate(package.pass.json)
        stem = ArchiveStem(archive)
        manifest = try ManifestTemplate(Manifest(of: archive), openFor: PassFileName.pass)
    }

    /// Makes a pass.
    /// - Parameters:
    ///   - signer: Makes the signature; its certificate must be the one for this pass type and team.
    ///   - time: The signing time that the signature states.
    ///   - edit: Changes the template's pass into this one.
    /// - Throws: ``PassError`` with ``PassError/Code/signingIdentityMismatch`` when the certificate is for another pass
    ///   type or team; whatever `edit` and the signer throw.
    public func makePass(
        signer: some ManifestSigner,
        at time: Date = .now,
        _ edit: (inout Pass) throws -> Void
    ) async throws -> [UInt8] {
        let draft = try draft(edit, for: signer.certificate)
        return bytes(draft, try await PassPackage.sign(draft.manifest, by: signer, at: time))
    }

    /// Makes a pass without suspending, with a key that is in this process.
    /// - Throws: as the asynchronous function; ``PassError`` with ``PassError/Code/signingFailed`` when the key is
    ///   elsewhere.
    public func makePass(
        signer: CMSManifestSigner,
        at time: Date = .now,
        _ edit: (inout Pass) throws -> Void
    ) throws -> [UInt8] {
        let draft = try draft(edit, for: signer.certificate)
        return bytes(draft, try signer.signInProcess(draft.manifest, at: time))
    }

    /// A pass that lacks its signature.
    private struct Draft {
        let passSlot: ArchiveSlot
        let manifest: [UInt8]
        let manifestSlot: ArchiveSlot
    }

    private func draft(_ edit: (inout Pass) throws -> Void, for certificate: PassCertificate) throws -> Draft {
        var pass = pass
        try edit(&pass)
        try PassPackage.check(pass, for: certificate)
        let json = try json.variant(pass.json)
        let hash = Hex.digits(try Digest.sha1(json.bytes.span))
        let (manifest, deflated) = manifest.filled(with: hash)
        return Draft(
            passSlot: slot(PassFileName.pass, json.bytes, json.deflated),
            manifest: manifest,
            manifestSlot: slot(PassFileName.manifest, manifest, deflated)
        )
    }

    private func bytes(_ draft: Draft, _ signature: CMSEncoder.Signature) -> [UInt8] {
        stem.bytes(adding: [
            draft.passSlot, draft.manifestSlot, slot(PassFileName.signature, signature.bytes, signature.deflated),
        ])
    }

    private func slot(_ name: String, _ content: [UInt8], _ deflated: [UInt8]?) -> ArchiveSlot {
        ArchiveSlot(name: name, content: content, deflated: deflated, crc32: CRC32.checksum(content))
    }
}
