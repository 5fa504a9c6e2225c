#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a verifier found.
public struct VerificationReport: Sendable {
    /// The answer in one word.
    public enum Verdict: String, Sendable, Hashable, CustomStringConvertible {
        /// Intact, signed by Apple's profile, and the chain ends at a known anchor.
        case trusted
        /// Intact and signed by Apple's profile, but the chain ends at no known anchor.
        case untrusted
        /// Unsigned, or something about manifest, files, signature, signing time, profile or `pass.json` is wrong.
        case invalid

        /// The word.
        public var description: String { rawValue }
    }

    /// The answer in one word.
    public let verdict: Verdict

    /// Whether the files are those of the manifest, and the manifest is the one that was signed, whoever signed it.
    public let isIntact: Bool

    /// Everything found, errors first.
    public let findings: [Finding]

    /// The certificate the pass was signed with, when the signature could be read.
    public let signer: PassCertificate?

    /// When the signature says it was made.
    ///
    /// That is the signer's own word: nobody else vouches for it.
    public let signingTime: Date?

    /// Whether the certificates hold at the time of checking, too; a pass stays valid when they expire.
    public let holdsNow: Bool

    /// The pass type that `pass.json` states.
    public let passTypeIdentifier: String?

    /// The serial number that `pass.json` states.
    public let serialNumber: String?

    /// The team that `pass.json` states.
    public let teamIdentifier: String?

    let authenticationToken: String?

    /// What names the pass, when `pass.json` says so.
    public var identifier: PassIdentifier? {
        guard let passTypeIdentifier, let serialNumber else { return nil }
        return PassIdentifier(type: passTypeIdentifier, serial: serialNumber)
    }
}
