/// The token by which Apple's push service knows a device: hexadecimal digits, as Wallet sends them on registration.
///
/// Its length is not documented and may change, so any even number of digits up to ``maximumDigits`` is taken. Only
/// digits are, since the token goes into the path of a request. (Apple, Wallet Passes, "PushToken".)
public struct PushToken: Hashable, Sendable {
    /// The most digits taken; today's tokens have 64.
    public static let maximumDigits = 512

    /// The token in lowercase hexadecimal digits.
    public let hex: String

    /// Takes a token, in digits of either case.
    /// - Throws: ``PassError`` with ``PassError/Code/transportPushToken`` for anything else.
    public init(_ text: some StringProtocol) throws(PassError) {
        let count = text.utf8.count
        guard count > 0, count <= Self.maximumDigits, let bytes = Hex.decode(text) else {
            throw PassError(
                .transportPushToken,
                "The push token is not an even number of at most \(Self.maximumDigits) hexadecimal digits. Pass on what "
                    + "the device sent as pushToken."
            )
        }
        self.hex = Hex.encode(bytes)
    }
}

extension PushToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The first digits: enough to follow a device through a log, too few to push to it.
    public var description: String { "\(hex.prefix(8))…" }

    /// The first digits.
    public var debugDescription: String { description }

    /// The first digits.
    public var customMirror: Mirror { Mirror(self, children: ["hex": description]) }
}
