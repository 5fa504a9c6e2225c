#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What an accepted request will make of the pass: decided, not yet signed.
public struct PassUpdatePlan: Sendable {
    /// The pass.
    public let identifier: PassIdentifier

    /// The team of the pass.
    public let teamIdentifier: String

    /// What the verifier said of the upload.
    public let report: VerificationReport

    /// The package with the request's images in it.
    public let package: PassPackage

    /// Whether the bytes are to be signed anew; if not, the upload is distributed byte for byte.
    public let needsSignature: Bool

    /// What is worth saying about the request though it is taken.
    public let findings: [Finding]

    let upload: [UInt8]

    /// The bytes to distribute.
    /// - Parameters:
    ///   - signers: Where the identity for the pass is found, when one is needed.
    ///   - time: The signing time.
    /// - Throws: ``PassError`` with ``PassError/Code/signingUnknownIdentity`` or ``PassError/Code/signingNoValidIdentity``;
    ///   what signing throws.
    public func bytes(signers: SignerRegistry, at time: Date) async throws -> [UInt8] {
        guard needsSignature else { return upload }
        let signer = try signers.signer(forType: identifier.type, team: teamIdentifier, at: time)
        return try await package.signed(by: signer, at: time)
    }
}
