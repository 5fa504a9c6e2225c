#if Server
    public import PassKitCore

    /// The token that a device wants signed when its user signs up for a reward programme.
    ///
    /// It is signed with the very identity that signs passes, and what is signed is all that the device sent. So nothing is
    /// taken that could be the manifest of a pass: anything that reads as JSON is refused, and so is what holds other
    /// characters than tokens do. (Apple, Wallet Passes, "Personalize".)
    public struct PersonalizationToken: Sendable, Hashable {
        /// The token, 1 to ``maximumLength`` characters.
        public let text: String

        /// The most characters a token has.
        public static let maximumLength = 512

        /// Takes a token.
        /// - Throws: `PassError` with `http.parameter` when it is none.
        public init(_ text: String) throws(PassError) {
            let bytes = Array(text.utf8)
            guard (1...Self.maximumLength).contains(bytes.count), bytes.allSatisfy(Self.isAllowed) else {
                throw PassError(
                    .httpParameter,
                    "personalizationToken must have 1 to \(Self.maximumLength) letters, digits or characters of -._~+/=:."
                )
            }
            guard (try? JSONValue(parsing: bytes)) == nil else {
                throw PassError(.httpParameter, "personalizationToken reads as JSON, which is not signed.")
            }
            self.text = text
        }

        private static func isAllowed(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-._~+/=:".utf8.contains(byte)
            }
        }
    }
#endif
