#if Server
    import HTTPTypes
    import PassKitCore

    extension PassAPI {
        /// Takes an update or a first distribution: 200 once the service has accepted it.
        func submit(_ operation: PassRoute.Operation, _ call: PassCall) async throws -> PassReply {
            let contentType = call.request.headerFields[.contentType]
            // Judged by the head alone, before a byte of the body is read.
            _ = try MultipartReader(contentType: contentType, limits: configuration.limits)
            if let length = call.request.headerFields[.contentLength] { try check(length: length) }
            let key = HTTPField.Name("Idempotency-Key").flatMap { call.request.headerFields[$0] }
            try PassUpdateRequest.check(idempotencyKey: key)
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

        private func check(length: String) throws(PassError) {
            guard let length = Int(length), length >= 0 else {
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
        }
    }
#endif
