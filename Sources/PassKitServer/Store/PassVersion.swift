#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// A version of a pass that is published, or was.
    public struct PassVersion: Sendable, Hashable {
        /// The pass.
        public var pass: PassIdentifier
        /// Its place in the order of all versions of all passes, from 1; devices are given it as the update tag.
        public var tag: Int64
        /// The digest of the bytes.
        public var digest: BlobDigest
        /// When it was published; see ``publicationTime(at:after:)``.
        public var published: Date
        /// Its place in the order of acceptance: that of its request.
        public var sequence: Int64
        /// What the verifier said of the upload it was made from.
        public var verdict: String
        /// The token devices show for it, if it names a web service.
        public var authenticationToken: String?

        /// Makes a version.
        public init(
            pass: PassIdentifier,
            tag: Int64,
            digest: BlobDigest,
            published: Date,
            sequence: Int64,
            verdict: String,
            authenticationToken: String?
        ) {
            self.pass = pass
            self.tag = tag
            self.digest = digest
            self.published = published
            self.sequence = sequence
            self.verdict = verdict
            self.authenticationToken = authenticationToken
        }
    }

    extension PassVersion {
        /// When a version counts as published: now, but in a later second than the version it replaces.
        ///
        /// Devices are told that time as `Last-Modified`, which counts seconds, and ask by it whether anything changed. So
        /// no two versions of a pass may share a second, however fast they follow and wherever the clock is set.
        /// - Parameters:
        ///   - time: The current time.
        ///   - previous: When the version it replaces was published; nil when there is none.
        public static func publicationTime(at time: Date, after previous: Date?) -> Date {
            guard let previous else { return time }
            return max(time, Date(timeIntervalSince1970: previous.timeIntervalSince1970.rounded(.down) + 1))
        }
    }

    /// A version to publish.
    public struct NewVersion: Sendable {
        /// The pass.
        public var pass: PassIdentifier
        /// The bytes.
        public var bytes: Blob
        /// The tag of the version it takes the place of; nil when the pass has none yet.
        public var replaces: Int64?
        /// Its place in the order of acceptance; nil for the next one, as of a request accepted now.
        public var sequence: Int64?
        /// What the verifier said of the upload it was made from.
        public var verdict: String
        /// The token devices show for it.
        public var authenticationToken: String?

        /// Makes a version.
        public init(
            pass: PassIdentifier,
            bytes: Blob,
            replaces: Int64?,
            sequence: Int64? = nil,
            verdict: String,
            authenticationToken: String? = nil
        ) {
            self.pass = pass
            self.bytes = bytes
            self.replaces = replaces
            self.sequence = sequence
            self.verdict = verdict
            self.authenticationToken = authenticationToken
        }
    }
#endif
