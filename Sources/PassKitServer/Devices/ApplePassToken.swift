#if Server
    import HTTPTypes
    import PassKitCore

    /// The token by which a device proves that it holds a pass: `Authorization: ApplePass …`.
    enum ApplePassToken {
        /// What a refused device is told to send.
        static let challenge = "ApplePass"

        /// The token in a request; nil when the header is missing, of another scheme, or malformed.
        static func token(in request: HTTPRequest) -> String? {
            guard let header = request.headerFields[.authorization], header.utf8.count <= 4096 else { return nil }
            let parts = header.split(separator: " ", omittingEmptySubsequences: false)
            // Schemes have no case (RFC 9110 section 11.1).
            guard parts.count == 2, parts[0].lowercased() == "applepass", !parts[1].isEmpty else { return nil }
            return String(parts[1])
        }

        /// Whether a token is one of a few, told in a time that depends on their number only.
        static func isOne(_ token: String?, of tokens: Set<String>) throws(PassError) -> Bool {
            // Digests have one length, so that comparing tells nothing of the tokens'.
            let given = try Digest.sha256(Array((token ?? "").utf8))
            var isRight = false
            // Never fewer than two: whether there is such a pass cannot be told from the time.
            let known = tokens.map { Array($0.utf8) } + [[UInt8]](repeating: [], count: max(0, 2 - tokens.count))
            for bytes in known {
                let isSame = Digest.areEqual(given, try Digest.sha256(bytes))
                isRight = isRight || (isSame && !bytes.isEmpty)
            }
            return isRight
        }
    }
#endif
