extension PassError.Code {
    /// A part of the request has another type than the API documents, or is missing.
    public static let updateContent = Self("update.content")

    /// The upload is neither trusted, intact, nor unsigned with an identity held for it, as the policy demands.
    public static let updateNotAccepted = Self("update.not-accepted")

    /// The upload names no pass type identifier or no serial number.
    public static let updateNoIdentifier = Self("update.no-identifier")

    /// An image part belongs to no slot of a pass.
    public static let updateUnknownImage = Self("update.unknown-image")

    /// Two image parts are for the same image.
    public static let updateRepeatedImage = Self("update.repeated-image")

    /// An image part is no PNG.
    public static let updateImageNotPNG = Self("update.image-not-png")

    /// The pass must be signed anew, and no identity for its pass type and team is held.
    public static let updateNoIdentity = Self("update.no-identity")

    /// The package may not replace the pass that is there: another team, or another authentication token.
    public static let updateMayNotReplace = Self("update.may-not-replace")

    /// The change would bring errors into the pass for which Wallet refuses it; those it has already do not count.
    public static let updateBreaksPass = Self("update.breaks-pass")

    /// The request is to be done later, and this service keeps nothing.
    public static let updateCannotSchedule = Self("update.cannot-schedule")

    /// Some messages could not be handed to their transport.
    public static let updateDelivery = Self("update.delivery")

    /// A recipient's profile in a recipients file is broken.
    public static let updateRecipients = Self("update.recipients")

    /// A pass cannot be written where it is to be published.
    public static let updatePublish = Self("update.publish")

    /// There is no request of that id.
    public static let updateUnknownRequest = Self("update.unknown-request")

    /// There is no delivery of that id.
    public static let updateUnknownPass = Self("update.unknown-pass")

    /// Nothing of the delivery is left to cancel.
    public static let updateNothingToCancel = Self("update.nothing-to-cancel")

    /// The request is for nobody.
    public static let updateNoRecipients = Self("update.no-recipients")

    /// The request is for more recipients than allowed.
    public static let updateTooManyRecipients = Self("update.too-many-recipients")

    /// The id of a recipient is empty, too long, or holds control characters.
    public static let updateRecipientID = Self("update.recipient-id")

    /// A recipient is named twice; the second time does not count.
    public static let updateDuplicateRecipient = Self("update.duplicate-recipient")

    /// Several recipients share one pass.
    public static let updateSharedSerial = Self("update.shared-serial")

    /// Nothing can be sent on the channel.
    public static let updateUnknownChannel = Self("update.unknown-channel")

    /// A channel stands twice in one list.
    public static let updateRepeatedChannel = Self("update.repeated-channel")

    /// An e-mail has no subject.
    public static let updateSubjectMissing = Self("update.subject-missing")

    /// An enabled message is empty.
    public static let updateMessageMissing = Self("update.message-missing")

    /// A text message holds control characters.
    public static let updateMessageText = Self("update.message-text")

    /// The sender of an e-mail is not exactly one address.
    public static let updateSenderEmail = Self("update.sender-email")

    /// A text that goes into a header holds control characters, an encoded line break, or is too long.
    public static let updateHeaderText = Self("update.header-text")

    /// A message that tells of a new pass has no placeholder for the link.
    public static let updateLinkMissing = Self("update.link-missing")

    /// A message has a placeholder that no recipient has a value for.
    public static let updateUnknownPlaceholder = Self("update.unknown-placeholder")

    /// A holder of the pass is told of an update they have no way to get at: no device asks for it, no message has a link.
    public static let updateUnreachable = Self("update.unreachable")

    /// A time stamp is negative.
    public static let updateStamp = Self("update.stamp")

    /// A time stamp is in seconds, it seems, where milliseconds are expected.
    public static let updateStampInSeconds = Self("update.stamp-in-seconds")

    /// The end of the request's time lies in the past.
    public static let updateEndInPast = Self("update.end-in-past")

    /// The end of the request's time lies before its start.
    public static let updateEndBeforeStart = Self("update.end-before-start")

    /// The idempotency key is empty, too long, or holds other characters than visible ASCII.
    public static let updateIdempotencyKey = Self("update.idempotency-key")
}
