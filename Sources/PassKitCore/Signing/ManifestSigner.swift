#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Makes the signature of a pass: a detached CMS SignedData over the manifest.
///
/// ``CMSManifestSigner`` is the one to use; conform another type to sign elsewhere altogether.
public protocol ManifestSigner: Sendable {
    /// The certificate the signature is made with.
    var certificate: PassCertificate { get }

    /// Signs the bytes of `manifest.json`, stating the given signing time.
    func signature(for manifest: [UInt8], at time: Date) async throws -> [UInt8]
}
