#if AsyncHTTPClient
    import AsyncHTTPClient
    import PassKitAsyncHTTPClient
    import PassKitCore

    // The code of Docs and of the catalogue of PassKitAsyncHTTPClient, as it stands there.

    func updateElsewhere(
        _ client: HTTPClient,
        user: String,
        password: String,
        bytes: [UInt8],
        content: PassUpdateContent
    ) async throws -> PassPage {
        let service = try RemotePassUpdateService(
            .init(address: "https://host/vpns", credentials: .basic(user: user, password: password)),
            transport: AsyncHTTPClientTransport(client)
        )
        let receipt = try await service.update(PassUpdateRequest(pkPass: bytes, content: content))
        let page = try await service.passes(of: receipt.requestId)
        return page
    }
#endif
