public import PassKitCore

/// A publisher that keeps passes in memory and remembers who holds them.
public final class RecordingPublisher: PassPublisher {
    /// One call of ``publish(_:as:for:)``.
    public struct Publication: Sendable, Hashable {
        /// The pass's bytes.
        public let pass: [UInt8]
        /// What names it.
        public let identifier: PassIdentifier
        /// Who it was published for.
        public let recipient: Recipient.ID
        /// What was answered.
        public let published: PublishedPass
    }

    private let state = Mutex<[Publication]>([])

    /// Makes a publisher.
    public init() {}

    /// All that was published, in order.
    public var publications: [Publication] { state.withLock { $0 } }

    /// Keeps the pass.
    public func publish(
        _ pass: [UInt8],
        as identifier: PassIdentifier,
        for recipient: Recipient.ID
    ) async throws -> PublishedPass {
        state.withLock { publications in
            let isHeld = publications.contains { $0.identifier == identifier && $0.recipient == recipient }
            let published = PublishedPass(
                link: "https://passes.example.com/\(identifier.serial)/\(recipient.rawValue)",
                isFirst: !isHeld
            )
            publications.append(
                Publication(pass: pass, identifier: identifier, recipient: recipient, published: published)
            )
            return published
        }
    }
}
