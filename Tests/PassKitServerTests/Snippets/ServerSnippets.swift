#if Server
    import PassKitCore
    import PassKitServer
    import PassKitTesting

    // The code of Docs and of the catalogue of PassKitServer, as it stands there.

    func makeEngine(
        store: some PassStore,
        signer: CMSManifestSigner,
        people: some RecipientDirectory,
        sms: some NotificationTransport
    ) throws -> (PassUpdateEngine, PassAPI) {
        let engine = try PassUpdateEngine(
            store: store,
            signers: [signer],
            recipients: people,
            notifications: [.sms: sms, .email: OutboxDirectory("outbox")],
            publicURL: "https://passes.example.com"
        )
        return (engine, PassAPI(engine, authenticator: try BasicAuthenticator(passwords: ["crm": "secret"])))
    }

    func importHoldings(to engine: PassUpdateEngine) async throws {
        try await engine.importHoldings([
            ImportedHolding(pass: .init(type: "pass.com.example.ticket", serial: "E-1029"), recipient: "48494")
        ])
    }
#endif
