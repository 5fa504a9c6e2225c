#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The signers of a server, found by pass type identifier and team.
///
/// Several signers may be there for one pass type: while a certificate is being renewed, hold the old and the new one,
/// and of those that are valid the one that became valid last signs.
///
/// ```swift
/// let signers: SignerRegistry = [tickets, coupons]
/// let signer = try signers.signer(for: package.pass)
/// for finding in signers.expiryFindings(at: .now) { logger.warning("\(finding)") }
/// ```
public struct SignerRegistry: Sendable {
    /// Whom a signer signs for.
    private struct Owner: Hashable {
        let type: Spelling?
        let team: Spelling?

        init(type: String?, team: String?) {
            self.type = type.map { Spelling($0) }
            self.team = team.map { Spelling($0) }
        }

        var order: (String, String) { (type?.text ?? "", team?.text ?? "") }
    }

    /// The signers of each owner, those that became valid last first.
    private var signers: [Owner: [any ManifestSigner]] = [:]

    /// Makes a registry.
    public init(_ signers: some Sequence<any ManifestSigner> = []) {
        for signer in signers { add(signer) }
    }

    /// Adds a signer; one with the same certificate is replaced.
    public mutating func add(_ signer: some ManifestSigner) {
        let certificate = signer.certificate
        var known = signers[Self.owner(certificate)] ?? []
        known.removeAll { $0.certificate == certificate }
        let place = known.firstIndex { !Self.isNewer($0.certificate, than: certificate) } ?? known.endIndex
        known.insert(signer, at: place)
        signers[Self.owner(certificate)] = known
    }

    /// Removes the signer with that certificate, if there is one.
    public mutating func remove(_ certificate: PassCertificate) {
        let owner = Self.owner(certificate)
        signers[owner]?.removeAll { $0.certificate == certificate }
        if signers[owner]?.isEmpty == true { signers[owner] = nil }
    }

    /// Whether no signer is there.
    public var isEmpty: Bool { signers.isEmpty }

    /// The certificates of all signers, sorted by pass type and team, those that became valid last first.
    public var certificates: [PassCertificate] { ordered.map(\.certificate) }

    /// All signers, sorted by pass type and team, those that became valid last first.
    package var ordered: [any ManifestSigner] { sorted.flatMap { $0 } }

    /// Whether a signer for that pass type and team is there, valid or not.
    public func knows(type: String?, team: String?) -> Bool {
        signers[Owner(type: type, team: team)] != nil
    }

    /// The signer for a pass: of those that are valid at that time, the one that became valid last.
    /// - Throws: as ``signer(forType:team:at:)``.
    public func signer(for pass: Pass, at time: Date = .now) throws(PassError) -> any ManifestSigner {
        try signer(forType: pass.passTypeIdentifier, team: pass.teamIdentifier, at: time)
    }

    /// The signer for a pass type of a team: of those that are valid at that time, the one that became valid last.
    /// - Throws: ``PassError`` with ``PassError/Code/signingUnknownIdentity`` when there never was one for that type and
    ///   team, ``PassError/Code/signingNoValidIdentity`` when there is, but none is valid at that time.
    public func signer(
        forType type: String?,
        team: String?,
        at time: Date = .now
    ) throws(PassError) -> any ManifestSigner {
        let owner = "\(type ?? "a pass without a type") of team \(team ?? "none")"
        guard let known = signers[Owner(type: type, team: team)] else {
            throw PassError(
                .signingUnknownIdentity,
                "No signing identity for \(owner) is there. Add the certificate of that pass type, or correct "
                    + "passTypeIdentifier and teamIdentifier."
            )
        }
        guard let signer = known.first(where: { $0.certificate.isValid(at: time) }) else {
            throw PassError(
                .signingNoValidIdentity,
                "None of the \(known.count) certificates for \(owner) is valid now. Renew it at Apple and add the new "
                    + "one; nothing else needs to change."
            )
        }
        return signer
    }

    /// What expires: a finding for each pass type and team whose last certificate has thirty days left or fewer.
    ///
    /// A certificate that a newer one takes over from gives none. With thirty days left the finding is a note, with
    /// seven a warning; when nothing is valid any more, an error.
    public func expiryFindings(at time: Date) -> [Finding] {
        sorted.compactMap { signers in
            let certificates = signers.map(\.certificate)
            guard let last = certificates.max(by: { $0.notAfter < $1.notAfter }) else { return nil }
            if let finding = IdentityExpiry.finding(for: last, at: time) { return finding }
            let isGap = !certificates.contains { $0.isValid(at: time) }
            return isGap ? IdentityExpiry.notYetValid(last) : nil
        }
    }

    private var sorted: [[any ManifestSigner]] {
        signers.sorted { $0.key.order < $1.key.order }.map(\.value)
    }

    private static func owner(_ certificate: PassCertificate) -> Owner {
        Owner(type: certificate.passTypeIdentifier, team: certificate.teamIdentifier)
    }

    private static func isNewer(_ left: PassCertificate, than right: PassCertificate) -> Bool {
        (left.notBefore, left.notAfter) > (right.notBefore, right.notAfter)
    }
}

extension SignerRegistry: ExpressibleByArrayLiteral {
    /// A registry of the signers given.
    public init(arrayLiteral elements: any ManifestSigner...) {
        self.init(elements)
    }
}
