/// Why a push service did not take a push, in Apple's words.
///
/// The set is open: a reason that Apple adds survives. (Apple, User Notifications, "Handling notification responses
/// from APNs".)
public struct PushReason: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The word as it travels, such as `BadDeviceToken`.
    public let rawValue: String

    /// Makes a reason from its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The reason of an answer that names none: `Status502`.
    public init(status: Int) { self.rawValue = "Status\(status)" }

    /// The word as it travels.
    public var description: String { rawValue }
}

// MARK: - About the token

extension PushReason {
    /// 400: the token is malformed, or belongs to Apple's development service, which passes never use.
    public static let badDeviceToken = Self(rawValue: "BadDeviceToken")
    /// 400: the token was not given for passes of this type.
    public static let deviceTokenNotForTopic = Self(rawValue: "DeviceTokenNotForTopic")
    /// 410: the device does not take pushes for this pass type any more.
    public static let unregistered = Self(rawValue: "Unregistered")
    /// 410: the token is too old.
    public static let expiredToken = Self(rawValue: "ExpiredToken")
}

// MARK: - Worth another try

extension PushReason {
    /// 429: too many pushes to one device in a short time.
    public static let tooManyRequests = Self(rawValue: "TooManyRequests")
    /// 500: the service failed.
    public static let internalServerError = Self(rawValue: "InternalServerError")
    /// 503: the service is not available.
    public static let serviceUnavailable = Self(rawValue: "ServiceUnavailable")
    /// 503: this server of the service is going down.
    public static let shutdown = Self(rawValue: "Shutdown")
    /// 400: the connection was idle for too long.
    public static let idleTimeout = Self(rawValue: "IdleTimeout")
    /// Ours: there was no answer.
    public static let noAnswer = Self(rawValue: "NoAnswer")
}

// MARK: - About the request or the certificate

extension PushReason {
    /// 403: the certificate is no good.
    public static let badCertificate = Self(rawValue: "BadCertificate")
    /// 403: the certificate is for the other of Apple's two services.
    public static let badCertificateEnvironment = Self(rawValue: "BadCertificateEnvironment")
    /// 403: not allowed.
    public static let forbidden = Self(rawValue: "Forbidden")
    /// 403: no certificate came with the connection.
    public static let missingProviderToken = Self(rawValue: "MissingProviderToken")
    /// 400: the topic is not one of the certificate's.
    public static let badTopic = Self(rawValue: "BadTopic")
    /// 400: pushing to the topic is not allowed.
    public static let topicDisallowed = Self(rawValue: "TopicDisallowed")
    /// 400: a topic is needed.
    public static let missingTopic = Self(rawValue: "MissingTopic")
    /// 400: the path names no token.
    public static let missingDeviceToken = Self(rawValue: "MissingDeviceToken")
    /// Ours: no certificate for the pass type and team is held, or the one that is has run out; nothing was sent.
    public static let noIdentity = Self(rawValue: "NoIdentity")
}
