#if Server
    import HTTPTypes
    import PassKitCore

    extension PassAPI {
        /// Takes an update or a first distribution: 200 once the service has accepted it.
        func submit(_ operation: PassRoute.Operation, _ call: PassCall) async throws -> PassReply {
            let contentType = call.request.headerFields[.contentType]
            // Judged by the head alone, before a byte of the body is read.
            _ = try MultipartReader(contentType: contentType, limits: configuration.limits)
            let length = try size(of: call.request)
            let key = HTTPField.Name("Idempotency-Key").flatMap { call.request.headerFields[$0] }
            try PassUpdateRequest.check(idempotencyKey: key)
            try uploads.take(length)
            defer { uploads.giveBack(length) }
            let limits = configuration.limits
            let request = try await TimedBody.reading(
                call.body,
                idle: configuration.idleTime,
                total: configuration.uploadTime,
                clock: configuration.clock
            ) { body in
                try await PassUpdateRequest(
                    reading: body,
                    contentType: contentType,
                    idempotencyKey: key,
                    limits: limits
                )
            }
            let service = service.acting(for: call.principal)
            let receipt = operation == .issue ? try await service.issue(request) : try await service.update(request)
            return PassReply(.ok, json: receipt.json)
        }

        /// The stated size of an upload, or else the most it may have.
        private func size(of request: HTTPRequest) throws(PassError) -> Int {
            guard let text = request.headerFields[.contentLength] else { return max(0, configuration.limits.bodySize) }
            guard let length = Int(text), length >= 0 else {
                throw PassError(
                    .httpParameter,
                    "Content-Length is no length. Send the number of bytes, or leave it out."
                )
            }
            guard length <= configuration.limits.bodySize else {
                throw PassError(
                    .multipartBodyTooLarge,
                    "The body has \(length) bytes, more than the \(configuration.limits.bodySize) allowed. Send less."
                )
            }
            return length
        }
    }
#endif
