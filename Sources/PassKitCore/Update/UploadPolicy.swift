/// Which signed uploads are taken.
///
/// An unsigned upload is taken under every policy when an identity for its pass type is held, since it is signed then.
public enum UploadPolicy: String, Sendable, Hashable, CaseIterable {
    /// Only passes whose chain ends at a known anchor.
    case trusted
    /// Passes whose hashes and signature hold, whoever signed them.
    case intact
    /// Anything that can be read.
    case any
}
