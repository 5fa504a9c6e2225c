#if Server
    import PassKitCore

    /// The secret in a download link: 256 random bits, as 43 letters that need no escaping in a URL.
    struct LinkToken: Sendable {
        /// The letters.
        let text: String

        /// Makes a token that nobody can guess.
        init(_ random: RandomBytes) { text = Base64URL.encode(random(32)) }

        /// Takes whatever somebody sent.
        init(_ text: String) { self.text = text }

        /// The SHA-256 of the letters: all that is ever kept.
        func digest() throws(PassError) -> LinkDigest {
            LinkDigest(uncheckedBytes: try Digest.sha256(Array(text.utf8)))
        }

        /// How many letters a token has.
        static let length = 43
    }

    /// The alphabet of RFC 4648 section 5, without padding.
    enum Base64URL {
        private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

        static func encode(_ bytes: [UInt8]) -> String {
            var text: [UInt8] = []
            var pending: UInt32 = 0
            var bits = 0
            for byte in bytes {
                pending = pending << 8 | UInt32(byte)
                bits += 8
                while bits >= 6 {
                    bits -= 6
                    text.append(alphabet[Int(pending >> UInt32(bits) & 0x3F)])
                }
            }
            if bits > 0 { text.append(alphabet[Int(pending << UInt32(6 - bits) & 0x3F)]) }
            return String(decoding: text, as: UTF8.self)
        }
    }
#endif
