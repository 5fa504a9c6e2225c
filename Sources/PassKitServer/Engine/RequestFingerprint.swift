#if Server
    import PassKitCore

    /// What a request asks for, as a digest: the same for a request that is sent again, whatever its multipart boundary.
    enum RequestFingerprint {
        /// SHA-256 over the endpoint, the digests of package and images, and the content in canonical spelling.
        static func bytes(of request: PassUpdateRequest, _ kind: RequestKind) throws(PassError) -> [UInt8] {
            var content = request.content
            var parts = [kind.rawValue, Hex.encode(try Digest.sha256(request.pkPass))]
            for image in request.images.sorted(by: { $0.name < $1.name }) {
                parts += [image.name, Hex.encode(try Digest.sha256(image.bytes))]
            }
            content.unknownMembers = JSONObject()
            parts.append(content.json.description)
            parts.append(JSONValue.object(request.content.unknownMembers).description)
            // Each part with its length in front, so that no two lists of parts are spelled alike.
            return try Digest.sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
        }
    }
#endif
