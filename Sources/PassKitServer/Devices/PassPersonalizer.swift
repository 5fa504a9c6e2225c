#if Server
    public import PassKitCore

    /// Signs users of reward passes up, and makes the pass theirs.
    ///
    /// Hand one to the engine as ``PassUpdateEngine/Configuration/personalizer``; without one nothing is personalized and
    /// no token is signed. Each pass is personalized once: afterwards its `personalization.json` is gone.
    public protocol PassPersonalizer: Sendable {
        /// Takes what the user filled in, and returns the pass as the user is to have it.
        ///
        /// May be called again for the same details, as when somebody else publishes a version of the pass meanwhile.
        /// `personalization.json` and its logo are taken out, and the pass is signed, by the engine.
        /// - Throws: Whatever keeps the user from signing up; a `PassError` is shown to the device.
        func personalize(_ package: PassPackage, with details: PersonalizationDetails) async throws -> PassPackage
    }
#endif
