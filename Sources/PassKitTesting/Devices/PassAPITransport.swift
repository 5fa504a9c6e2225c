#if Server
    public import HTTPTypes
    public import PassKitCore
    public import PassKitServer

    /// Sends requests to a `PassAPI` in the same process, without a network.
    ///
    /// Give it to a ``DeviceSimulator`` or a `RemotePassUpdateService`.
    public struct PassAPITransport: PassTransport {
        private let api: PassAPI
        private let path: String

        /// Reaches an API.
        /// - Parameters:
        ///   - api: The API.
        ///   - path: What a proxy in front of it would take off every path, such as `/wallet`.
        public init(_ api: PassAPI, removing path: String = "") {
            self.api = api
            self.path = path
        }

        /// Answers a request.
        public func send(_ request: HTTPRequest, body: PassBody) async throws -> (HTTPResponse, PassBody) {
            var request = request
            if let path = request.path, path.hasPrefix(self.path) {
                request.path = String(path.dropFirst(self.path.count))
            }
            return await api.respond(to: request, body: body)
        }
    }
#endif
