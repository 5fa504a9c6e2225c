#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension PassPackage {
    /// Signs the package and returns the bytes of the `.pkpass`.
    ///
    /// Every file is hashed into a new manifest, and the manifest is signed. Files that were not changed are copied
    /// as they stand in the archive, compressed and byte for byte.
    /// - Parameters:
    ///   - signer: Makes the signature; its certificate must be the one for this pass type and team.
    ///   - time: The signing time that the signature states.
    /// - Throws: ``PassError`` with ``PassError/Code/signingIdentityMismatch`` when the certificate is for another
    ///   pass type or team, ``PassError/Code/containerIconMissing`` without an icon, errors of the archive; whatever
    ///   the signer throws.
    public func signed(by signer: some ManifestSigner, at time: Date = .now) async throws -> [UInt8] {
        try Self.check(pass, for: signer.certificate)
        var archive = try edited()
        try Self.checkIcon(archive)
        let manifest = try Manifest(of: archive).bytes()
        let signature = try await Self.sign(manifest, by: signer, at: time)
        try archive.set(manifest, for: PassFileName.manifest)
        if let deflated = signature.deflated {
            try archive.set(signature.bytes, deflated: deflated, for: PassFileName.signature)
        } else {
            try archive.set(signature.bytes, for: PassFileName.signature)
        }
        return archive.bytes()
    }

    /// Refuses a package that would be beyond the archive's limits once it is signed.
    package func checkRoomForSignature() throws(PassError) {
        var archive = try edited()
        let manifestSize = archive.entries.reduce(2) { $0 + 6 * $1.name.utf8.count + 48 }
        try archive.set([UInt8](repeating: 0, count: manifestSize), for: PassFileName.manifest, level: 0)
        try archive.set([UInt8](repeating: 0, count: Self.signatureRoom), for: PassFileName.signature, level: 0)
    }

    /// More bytes than a signature has: two certificates and an RSA signature of 4096 bits are some 5,000.
    private static let signatureRoom = 16 << 10

    /// Signs a manifest.
    ///
    /// Certificates are most of a signature, and compressing them for every pass would cost more than hashing its
    /// images: a signer of ours has them compressed already.
    static func sign(
        _ manifest: [UInt8],
        by signer: some ManifestSigner,
        at time: Date
    ) async throws -> CMSEncoder.Signature {
        if let signer = signer as? CMSManifestSigner { return try await signer.sign(manifest, at: time) }
        return CMSEncoder.Signature(bytes: try await signer.signature(for: manifest, at: time), deflated: nil)
    }

    /// Refuses a certificate for another pass type or team than the pass is of.
    static func check(_ pass: Pass, for certificate: PassCertificate) throws(PassError) {
        let type = pass.passTypeIdentifier
        let team = pass.teamIdentifier
        guard type.isSpelled(as: certificate.passTypeIdentifier), team.isSpelled(as: certificate.teamIdentifier)
        else {
            throw PassError(
                .signingIdentityMismatch,
                "The pass is \(type ?? "of no type") of team \(team ?? "none"), but the certificate signs "
                    + "\(certificate.passTypeIdentifier ?? "no pass type") for team "
                    + "\(certificate.teamIdentifier ?? "none"). Change passTypeIdentifier and teamIdentifier in "
                    + "pass.json, or sign with the certificate of that pass type."
            )
        }
    }

    /// Refuses a package without an icon.
    static func checkIcon(_ archive: PassArchive) throws(PassError) {
        // Nearly every icon lies at the root, where no name needs to be taken apart.
        let hasIcon = ImageSlot.scales.contains { archive.slot(PassImageName(.icon, scale: $0).path) != nil }
        guard hasIcon || archive.entries.contains(where: { PassImageName($0.name)?.slot == .icon }) else {
            throw PassError(
                .containerIconMissing,
                "The pass has no icon.png, icon@2x.png or icon@3x.png, and Wallet refuses a pass without one. Add it."
            )
        }
    }
}
