import HTTPTypes

/// One request and its reply, with everything around it: time-out, credentials, repetition.
struct ServiceExchange: Sendable {
    let transport: any PassTransport
    let configuration: RemotePassUpdateService.Configuration
    let credentials: CredentialStore

    /// Sends a request until there is a reply to give back.
    /// - Parameter isRepeatable: Whether doing it twice does no harm.
    func reply(to request: HTTPRequest, _ body: PassBody, isRepeatable: Bool) async throws -> PassServiceReply {
        var attempt = 1
        while true {
            let isLast = !isRepeatable || !body.isReplayable || attempt >= configuration.retry.attempts
            do {
                let reply = try await authenticated(request, body)
                guard !isLast, RetryRules.isWorthRepeating(reply) else { return reply }
                try await wait(after: attempt, reply.retryAfter)
            } catch {
                try Task.checkCancellation()
                guard !isLast, RetryRules.isWorthRepeating(error) else { throw error }
                try await wait(after: attempt, nil)
            }
            attempt += 1
        }
    }

    /// Sends a request with credentials, and once more with fresh ones when they have become stale.
    private func authenticated(_ request: HTTPRequest, _ body: PassBody) async throws -> PassServiceReply {
        let proof = try await credentials.proof(replacing: nil, at: configuration.clock.now, exchange)
        let reply = try await exchange(request.proving(proof), body)
        guard reply.status == 401, credentials.canLogIn, body.isReplayable else { return reply }
        let fresh = try await credentials.proof(replacing: proof, at: configuration.clock.now, exchange)
        return try await exchange(request.proving(fresh), body)
    }

    /// One exchange, ended by the time-out.
    private func exchange(_ request: HTTPRequest, _ body: PassBody) async throws -> PassServiceReply {
        let (transport, configuration) = (transport, configuration)
        return try await withThrowingTaskGroup(of: PassServiceReply?.self) { group in
            group.addTask {
                let (response, body) = try await transport.send(request, body: body)
                return PassServiceReply(
                    status: response.status.code,
                    contentType: response.headerFields[.contentType],
                    retryAfter: response.headerFields[.retryAfter].flatMap { Int($0) },
                    body: try await body.collect(upTo: configuration.replyLimit)
                )
            }
            group.addTask {
                try await configuration.clock.sleep(for: configuration.timeout)
                return nil
            }
            defer { group.cancelAll() }
            guard let reply = try await group.next() ?? nil else {
                throw PassError(
                    .transportTimeout,
                    "The server did not answer within \(configuration.timeout). Try again later, or wait longer."
                )
            }
            return reply
        }
    }

    private func wait(after attempt: Int, _ stated: Int?) async throws {
        let delay = configuration.retry.delay(after: attempt, stated: stated, configuration.random)
        try await configuration.clock.sleep(for: delay)
    }
}

/// What a repetition may mend.
private enum RetryRules {
    static func isWorthRepeating(_ reply: PassServiceReply) -> Bool {
        switch reply.status {
        case 429, 500, 502, 503, 504: true
        case 409: reply.retryAfter != nil  // The same request is being taken right now.
        default: false
        }
    }

    static func isWorthRepeating(_ error: any Error) -> Bool {
        if error is CancellationError { return false }
        guard let error = error as? PassError else { return true }  // The HTTP client's own error.
        return error.code == .transportTimeout
    }
}

extension HTTPRequest {
    fileprivate func proving(_ proof: CredentialStore.Proof) -> HTTPRequest {
        var request = self
        for header in proof.headers { request.add(header) }
        return request
    }
}
