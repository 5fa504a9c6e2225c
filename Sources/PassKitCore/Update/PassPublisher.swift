/// The host's place for passes: takes the bytes of a version and says where recipients can fetch it.
///
/// One identifier has one current version; publishing another replaces it for every recipient, wherever they fetch it.
public protocol PassPublisher: Sendable {
    /// Publishes a pass and returns the recipient's link.
    ///
    /// Called once for each recipient of a request, with the same bytes.
    func publish(
        _ pass: [UInt8],
        as identifier: PassIdentifier,
        for recipient: Recipient.ID
    ) async throws -> PublishedPass
}

/// Where a recipient finds a pass that was published.
public struct PublishedPass: Sendable, Hashable {
    /// The link, an absolute `https` URL (`http` only while developing).
    public var link: String

    /// Whether the recipient gets this pass for the first time; decides between the issue and the update message.
    public var isFirst: Bool

    /// Makes the answer.
    public init(link: String, isFirst: Bool) {
        self.link = link
        self.isFirst = isFirst
    }
}
