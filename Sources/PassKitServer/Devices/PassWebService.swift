#if Server
    public import PassKitCore

    /// What devices ask of a server; what serves the Wallet web service of ``PassAPI``.
    ///
    /// The engine is one. (Apple, Wallet Passes, "Adding a Web Service to Update Passes".)
    public protocol PassWebService: Sendable {
        /// Whether devices may show that token for the pass.
        ///
        /// Told in a time that depends neither on where a wrong token differs nor on whether there is such a pass. A
        /// missing token is a wrong one.
        func accepts(token: String?, for pass: PassIdentifier) async throws -> Bool

        /// Registers a device for a pass, or takes its new push token.
        func register(_ registration: DeviceRegistration) async throws -> RegistrationOutcome

        /// Ends the registration of a device for a pass.
        /// - Returns: Whether there was one.
        func unregister(device: String, pass: PassIdentifier) async throws -> Bool

        /// The passes of one type that a device registered for and that changed after a tag; nil when it is registered for
        /// none. See ``DeviceStore/serials(for:passType:after:at:)``.
        func updates(for device: String, passType: String, since tag: Int64?) async throws -> UpdatedSerials?

        /// The current version of a pass, without its bytes; nil when none was published.
        func currentVersion(of pass: PassIdentifier) async throws -> PassVersion?

        /// The bytes of a version.
        func bytes(of version: PassVersion) async throws -> [UInt8]

        /// Notes that a device has a version: messages that waited for that go out.
        func noteFetch(of version: PassVersion) async throws

        /// Takes what a device complains of. The entries are bounded, and safe to be shown.
        func note(deviceLog entries: [String]) async

        /// Signs the user of a reward pass up, if the server does that; see ``PassPersonalizer``.
        /// - Returns: The signature of the token.
        func personalize(_ details: PersonalizationDetails, token: PersonalizationToken) async throws -> [UInt8]
    }
#endif
