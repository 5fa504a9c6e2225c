public import HTTPTypes
public import PassKitCore

/// A phone with Wallet on it: it holds passes, registers for them, and speaks to their web service as a phone does.
///
/// ```swift
/// let phone = try DeviceSimulator("phone-1", over: PassAPITransport(api))
/// try await phone.add(pass)                    // registers, if the pass names a web service
/// try await engine.edit(ticket) { package in … }
/// try await phone.receive(push)                // lists what changed, and fetches it
/// phone.lockScreen                             // ["Now at gate B7"]
/// ```
///
/// It checks no signatures; `PassVerifier` does. (Apple, Wallet Passes, "Adding a Web Service to Update Passes".)
public final class DeviceSimulator: Sendable {
    /// A pass on the device.
    public struct HeldPass: Sendable {
        /// The bytes of the `.pkpass`.
        public var bytes: [UInt8]
        /// The pass.
        public var package: PassPackage
        /// What the server said of the time of its last change; nil when it did not come from there.
        public var lastModified: String?
    }

    /// What it throws when the server does not answer as the protocol says.
    public struct Refusal: Error, Sendable, CustomStringConvertible {
        /// The status.
        public let status: HTTPResponse.Status
        /// The body.
        public let body: [UInt8]

        /// The status and the body.
        public var description: String { "\(status) \(String(decoding: body, as: UTF8.self))" }
    }

    /// What a list of changes is about.
    struct Topic: Hashable {
        let address: String
        let passType: String
    }

    struct State {
        var pushToken: PushToken
        var passes: [PassIdentifier: HeldPass] = [:]
        var tags: [Topic: String] = [:]
        var lockScreen: [String] = []
    }

    /// The device library identifier.
    public let identifier: String

    let transport: any PassTransport
    let state: Mutex<State>
    private let language: String

    /// Makes a device without passes.
    /// - Parameters:
    ///   - identifier: The device library identifier.
    ///   - pushToken: Its push token; one made from the identifier when nil.
    ///   - language: The language of its user.
    ///   - transport: How it reaches servers.
    /// - Throws: `PassError` when libcrypto offers no SHA-256.
    public init(
        _ identifier: String,
        pushToken: PushToken? = nil,
        language: String = "en",
        over transport: some PassTransport
    ) throws(PassError) {
        self.identifier = identifier
        self.language = language
        self.transport = transport
        let own = try Self.token(for: identifier)
        state = Mutex(State(pushToken: pushToken ?? own))
    }

    private static func token(for identifier: String) throws(PassError) -> PushToken {
        try PushToken(Hex.encode(try Digest.sha256(Array(identifier.utf8))))
    }

    /// The token that pushes to the device need.
    public var pushToken: PushToken { state.withLock { $0.pushToken } }

    /// The passes on the device.
    public var passes: [PassIdentifier: HeldPass] { state.withLock { $0.passes } }

    /// What its lock screen told of changes, in order.
    public var lockScreen: [String] { state.withLock { $0.lockScreen } }

    // MARK: What the user does

    /// Adds a pass, or a newer version of one, and registers for it when it names a web service.
    /// - Returns: Whether the registration is new; nil when the pass names no web service.
    @discardableResult
    public func add(_ bytes: [UInt8]) async throws -> Bool? {
        let pass = try keep(bytes, lastModified: nil)
        return try await register(for: pass)
    }

    /// Removes a pass, and ends the registration for it.
    public func remove(_ pass: PassIdentifier) async throws {
        try await unregister(from: pass)
        state.withLock { $0.passes[pass] = nil }
    }

    /// Asks for the newest version of a pass, as pulling the pass down does.
    /// - Returns: Whether there was a newer one.
    @discardableResult
    public func refresh(_ pass: PassIdentifier) async throws -> Bool {
        try await fetch(pass)
    }

    // MARK: What the system does

    /// Takes a push: lists what changed, and fetches it.
    /// - Returns: The passes that changed; empty when the push is for another device.
    @discardableResult
    public func receive(_ push: PassPush) async throws -> [PassIdentifier] {
        guard push.token == pushToken else { return [] }
        return try await update(passesOf: push.passTypeIdentifier)
    }

    /// Lists which passes of a type changed, and fetches them.
    /// - Returns: The passes that changed.
    @discardableResult
    public func update(passesOf passType: String) async throws -> [PassIdentifier] {
        var updated: [PassIdentifier] = []
        for topic in topics(of: passType) {
            guard let list = try await list(topic) else { continue }
            for serial in list.serials {
                let pass = PassIdentifier(type: passType, serial: serial)
                if try await fetch(pass) { updated.append(pass) }
            }
            // Only now: what could not be fetched is asked for again.
            state.withLock { $0.tags[topic] = list.tag }
        }
        return updated
    }

    /// Gets a new push token, and tells every web service.
    public func renewPushToken(_ token: PushToken) async throws {
        state.withLock { $0.pushToken = token }
        for pass in passes.keys { try await register(for: pass) }
    }

    // MARK: The passes

    func keep(_ bytes: [UInt8], lastModified: String?) throws -> PassIdentifier {
        let package = try PassPackage(reading: bytes)
        guard let pass = package.pass.identifier else {
            throw PassError(.updateNoIdentifier, "The pass names no type or no serial number. Add both.")
        }
        state.withLock { state in
            if let older = state.passes[pass]?.package {
                state.lockScreen += ChangeMessages(language: language).messages(from: older, to: package)
            }
            state.passes[pass] = HeldPass(bytes: bytes, package: package, lastModified: lastModified)
        }
        return pass
    }

    private func topics(of passType: String) -> Set<Topic> {
        Set(
            passes.compactMap { pass, held in
                guard pass.type == passType, let address: String = held.package.pass["webServiceURL"] else {
                    return nil
                }
                return Topic(address: address, passType: passType)
            }
        )
    }
}
