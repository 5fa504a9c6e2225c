#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Finds the pass behind the token of a download link; what serves `GET /passes/{token}`.
    public protocol PassDownloads: Sendable {
        /// The newest version of the pass that a link leads to.
        ///
        /// Unknown, expired and revoked tokens, and any other text, all give nil after the same work. Never log the token.
        /// - Parameters:
        ///   - token: What stands in the link.
        ///   - opens: Whether this is the recipient opening the link: true for `GET`, false for `HEAD`.
        func pass(forLink token: String, opens: Bool) async throws -> DownloadedPass?
    }

    /// A pass that somebody has the link to.
    public struct DownloadedPass: Sendable {
        /// The bytes of the `.pkpass`.
        public var bytes: [UInt8]
        /// The pass.
        public var identifier: PassIdentifier
        /// When this version was published.
        public var published: Date

        /// Makes it.
        public init(bytes: [UInt8], identifier: PassIdentifier, published: Date) {
            self.bytes = bytes
            self.identifier = identifier
            self.published = published
        }
    }
#endif
