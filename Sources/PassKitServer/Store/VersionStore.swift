#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the versions of passes; a pass has one current version.
    public protocol VersionStore: Sendable {
        /// The current version of a pass; nil when none was published.
        func currentVersion(of pass: PassIdentifier) async throws -> PassVersion?

        /// Bytes by their digest: of a version or of an uploaded package; nil when they are not, or no longer, there.
        func bytes(of digest: BlobDigest) async throws -> [UInt8]?

        /// Makes a version the current one of its pass, outside any job.
        ///
        /// It gets the next tag: tags grow over all passes. It counts as published at
        /// ``PassVersion/publicationTime(at:after:)``. Every device registered for the pass is to be pushed, and
        /// pushes for it that wait already are merged with the new ones, and renewed as ``WorkRecord/renew(at:)`` says.
        /// A push for it that is dead is gone: the new one tells of all that the dead one was to tell of.
        /// - Returns: The version, or nil with nothing done when it replaces another than the current one.
        func publish(_ version: NewVersion, at time: Date) async throws -> PassVersion?
    }
#endif
