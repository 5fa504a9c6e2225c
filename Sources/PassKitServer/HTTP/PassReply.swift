#if Server
    import HTTPTypes
    import PassKitCore

    /// The answer to a request, before it is a head and a body.
    struct PassReply {
        var status: HTTPResponse.Status
        var fields = HTTPFields()
        var body: [UInt8] = []

        init(_ status: HTTPResponse.Status) {
            self.status = status
        }

        /// An answer in JSON.
        init(_ status: HTTPResponse.Status, json: JSONValue) {
            self.status = status
            body = json.bytes()
            fields[.contentType] = "application/json;charset=UTF-8"
            fields[.cacheControl] = "no-store"
        }

        /// A refusal, as the documented server words one: `{"id":"-1","message":"…"}`, with our code added.
        init(refusing error: PassError) {
            let status = RefusalStatus.status(of: error.code)
            if status == .internalServerError {
                self.init(status, json: Self.refusal("Server failure to process request", "http.internal"))
            } else {
                self.init(status, json: Self.refusal(error.message, error.code.rawValue))
            }
            switch status {
            case .tooManyRequests: fields[.retryAfter] = "60"
            case .serviceUnavailable,
                .conflict where error.code == .idempotencyInFlight:
                fields[.retryAfter] = "1"
            case .requestTimeout: fields[.connection] = "close"
            default: break
            }
        }

        private static func refusal(_ message: String, _ code: String) -> JSONValue {
            ["id": "-1", "message": .string(message), "code": .string(code)]
        }

        /// The answer to somebody whose credentials are missing or wrong.
        static func unauthorized(challenge: String?) -> PassReply {
            var reply = PassReply(
                .unauthorized,
                json: refusal("Unauthorized request", PassError.Code.httpUnauthorized.rawValue)
            )
            reply.fields[.wwwAuthenticate] = challenge
            return reply
        }

        /// Head and body; without the body for `HEAD`.
        func message(for method: HTTPRequest.Method) -> (HTTPResponse, PassBody) {
            var fields = fields
            let hasBody = status != .noContent && status != .notModified
            if hasBody { fields[.contentLength] = String(body.count) }
            let response = HTTPResponse(status: status, headerFields: fields)
            return (response, method == .head || !hasBody ? PassBody() : PassBody(body))
        }
    }

    /// Which status answers which error.
    enum RefusalStatus {
        static func status(of code: PassError.Code) -> HTTPResponse.Status {
            if let status = exact[code.rawValue] { return status }
            switch code.rawValue.prefix(while: { $0 != "." }) {
            case "archive", "json", "pass", "container", "update", "multipart", "lint", "signature", "manifest",
                "certificate":
                return .badRequest
            default: return .internalServerError
            }
        }

        private static let exact: [String: HTTPResponse.Status] = [
            "multipart.content-type": .unsupportedMediaType,
            "multipart.body-too-large": .contentTooLarge,
            "multipart.part-too-large": .contentTooLarge,
            "multipart.too-many-parts": .contentTooLarge,
            "multipart.header-too-large": .contentTooLarge,
            "archive.over-limit": .contentTooLarge,
            "archive.memory": .internalServerError,
            "update.may-not-replace": .conflict,
            "update.unknown-request": .notFound,
            "update.unknown-pass": .notFound,
            "update.delivery": .internalServerError,
            "update.publish": .internalServerError,
            "notification.placeholder-context": .badRequest,
            "signing.unknown-identity": .badRequest,
            "signing.no-valid-identity": .badRequest,
            "signing.identity-mismatch": .badRequest,
            "idempotency.key-reused": .unprocessableContent,
            "idempotency.in-flight": .conflict,
            "update.not-authorized": .forbidden,
            "engine.shutting-down": .serviceUnavailable,
            "engine.busy": .serviceUnavailable,
            // Nothing of it was kept, and it may well fit in a moment.
            "store.full": .serviceUnavailable,
            "store.busy": .serviceUnavailable,
            "http.not-found": .notFound,
            "http.method-not-allowed": .methodNotAllowed,
            "http.unauthorized": .unauthorized,
            "http.forbidden": .forbidden,
            "http.parameter": .badRequest,
            "http.body": .requestTimeout,
            "http.rate-limited": .tooManyRequests,
            "http.body-too-large": .contentTooLarge,
            "http.too-many-registrations": .conflict,
            "http.not-personalizable": .notFound,
            "engine.overtaken": .conflict,
        ]
    }
#endif
