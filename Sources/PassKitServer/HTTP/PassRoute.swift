#if Server
    public import HTTPTypes
    import PassKitCore

    /// One endpoint: a method and a path whose parts in braces are parameters.
    public struct PassRoute: Sendable, Hashable {
        /// What the endpoint does.
        public enum Operation: String, Sendable, Hashable, CaseIterable {
            /// Takes an update.
            case update
            /// Takes a first distribution.
            case issue
            /// Lists the deliveries of a request.
            case passes
            /// Lists the delivery of a request to one recipient.
            case passesOfRecipient
            /// Tells how far a delivery is.
            case status
            /// Gives the content of a delivered pass.
            case content
            /// Stops a delivery.
            case cancel
            /// Gives the pass behind a link.
            case download
            /// Registers a device for a pass.
            case registerDevice
            /// Ends the registration of a device for a pass.
            case unregisterDevice
            /// Lists the passes of a device that changed.
            case updatedPasses
            /// Gives a device the current version of a pass.
            case fetchPass
            /// Signs the user of a reward pass up.
            case personalize
            /// Takes what a device complains of.
            case deviceLog
            /// Says that the process runs.
            case health
            /// Says whether requests can be taken.
            case readiness
        }

        /// What the endpoint does.
        public var operation: Operation

        /// The method; what is read with `GET` is served for `HEAD`, too.
        public var method: HTTPRequest.Method

        /// The path, such as `/api/v1/pass/{passId}/status`.
        public var path: String

        /// Whether the caller must be known to the authenticator.
        public var needsAuthentication: Bool

        /// Whether it is one of the Wallet web service, which is served under `/api`, too.
        public var isForDevices: Bool {
            switch operation {
            case .registerDevice, .unregisterDevice, .updatedPasses, .fetchPass, .personalize, .deviceLog: true
            default: false
            }
        }

        /// Makes a route.
        public init(
            _ operation: Operation,
            _ method: HTTPRequest.Method,
            _ path: String,
            needsAuthentication: Bool = true
        ) {
            self.operation = operation
            self.method = method
            self.path = path
            self.needsAuthentication = needsAuthentication
        }

        /// Whether the route serves a method.
        func serves(_ method: HTTPRequest.Method) -> Bool {
            method == self.method || (method == .head && self.method == .get)
        }

        /// The parameters of a path, decoded once; nil when the path is another one.
        func parameters(of path: Substring) -> [String: String]? {
            // The documented update server has its web service at `…/api`.
            isForDevices && path.hasPrefix("/api/v1/") ? match(path.dropFirst(4)) : match(path)
        }

        private func match(_ path: Substring) -> [String: String]? {
            let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
            let given = path.split(separator: "/", omittingEmptySubsequences: false)
            guard wanted.count == given.count else { return nil }
            var parameters: [String: String] = [:]
            for (wanted, given) in zip(wanted, given) {
                if wanted.hasPrefix("{") {
                    guard let value = PercentDecoding.decode(given), !value.isEmpty else { return nil }
                    parameters[String(wanted.dropFirst().dropLast())] = value
                } else if wanted != given {
                    return nil
                }
            }
            return parameters
        }
    }

    extension PassAPI {
        private static let registration =
            "/v1/devices/{deviceLibraryIdentifier}/registrations/{passTypeIdentifier}"
        private static let pass = "/v1/passes/{passTypeIdentifier}/{serialNumber}"

        /// Every endpoint, without prefix.
        ///
        /// Those of the Wallet web service judge for themselves who may call them, by the token of the pass.
        public static let routes: [PassRoute] = [
            PassRoute(.update, .post, "/api/v1/message/pass/import/update"),
            PassRoute(.issue, .post, "/api/v1/message/pass/import"),
            PassRoute(.passes, .get, "/api/v1/pass/meta/{requestId}"),
            PassRoute(.passesOfRecipient, .get, "/api/v1/pass/meta/{requestId}/{recipientId}"),
            PassRoute(.status, .get, "/api/v1/pass/{passId}/status"),
            PassRoute(.content, .get, "/api/v1/pass/{passId}/content"),
            PassRoute(.cancel, .post, "/api/v1/pass/cancel/{passId}"),
            PassRoute(.download, .get, "/passes/{token}", needsAuthentication: false),
            PassRoute(.registerDevice, .post, "\(registration)/{serialNumber}", needsAuthentication: false),
            PassRoute(.unregisterDevice, .delete, "\(registration)/{serialNumber}", needsAuthentication: false),
            PassRoute(.updatedPasses, .get, registration, needsAuthentication: false),
            PassRoute(.fetchPass, .get, pass, needsAuthentication: false),
            PassRoute(.personalize, .post, "\(pass)/personalize", needsAuthentication: false),
            PassRoute(.deviceLog, .post, "/v1/log", needsAuthentication: false),
            PassRoute(.health, .get, "/health", needsAuthentication: false),
            PassRoute(.readiness, .get, "/ready", needsAuthentication: false),
        ]
    }

    /// Reads percent-encoded text (RFC 3986 section 2.1), once.
    enum PercentDecoding {
        /// The text; nil when an escape is broken, or the bytes are no UTF-8.
        static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String? {
            var bytes: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while let byte = rest.popFirst() {
                switch byte {
                case UInt8(ascii: "%"):
                    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                    // Not by `UInt8`, which takes signs, too.
                    guard rest.count >= 2, let value = Hex.decode(digits) else { return nil }
                    bytes += value
                    rest = rest.dropFirst(2)
                case UInt8(ascii: "+") where plusIsBlank: bytes.append(0x20)
                default: bytes.append(byte)
                }
            }
            return String(validating: bytes, as: UTF8.self)
        }

        /// The parameters of a query; of equal names the first one counts.
        static func query(_ query: Substring) -> [String: String] {
            var parameters: [String: String] = [:]
            for pair in query.split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = decode(parts[0], plusIsBlank: true) else { continue }
                let value = parts.count > 1 ? decode(parts[1], plusIsBlank: true) : ""
                if parameters[name] == nil { parameters[name] = value }
            }
            return parameters
        }
    }
#endif
