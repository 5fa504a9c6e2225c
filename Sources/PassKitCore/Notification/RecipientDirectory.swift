/// Knows how recipients are reached; the host's own address book, handed to whatever notifies people.
///
/// Conform whatever holds your users. Ids that are not found are left out of the result; that is no error: the
/// delivery to such a recipient is rejected, the others go on.
public protocol RecipientDirectory: Sendable {
    /// The profiles of those ids that are known.
    ///
    /// Called with up to a thousand ids at a time.
    func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile]

    /// The names that messages may use as placeholders, such as `First Name`; nil when the directory cannot tell.
    ///
    /// With a list, a name beyond it is unknown and stays in the message as it is written; a listed name without a
    /// value for some recipient rejects the message for that recipient. Without a list every name counts as known.
    func placeholderNames() async throws -> Set<String>?
}

extension RecipientDirectory {
    /// Nil: every name counts as known.
    public func placeholderNames() async throws -> Set<String>? { nil }
}
