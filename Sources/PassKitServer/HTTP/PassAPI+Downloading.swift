#if Server
    import HTTPTypes
    import PassKitCore

    extension PassAPI {
        /// Gives the pass behind a link.
        ///
        /// Looking at the head only does not open it.
        func download(_ call: PassCall) async throws -> PassReply {
            let token = call.parameter("token")
            guard let download = try await downloads?.pass(forLink: token, opens: call.request.method == .get) else {
                // The same for a token that is unknown, expired or revoked.
                return PassReply(
                    refusing: PassError(.httpNotFound, "This link leads to no pass, or does not any more.")
                ).guarded()
            }
            let tag = "\"\(Hex.encode(try Digest.sha256(download.bytes)))\""
            let modified = HTTPDate.spell(download.published)
            var reply = PassReply(Self.isCurrent(call.request, tag, modified) ? .notModified : .ok)
            reply.fields[.contentType] = "application/vnd.apple.pkpass"
            reply.fields[.contentDisposition] = "attachment; filename=\"pass.pkpass\""
            reply.fields[.eTag] = tag
            reply.fields[.lastModified] = modified
            reply.body = download.bytes
            return reply.guarded()
        }

        /// Whether the caller has this very version (RFC 9110 section 13.1): the tag counts before the date.
        ///
        /// A date counts only when it is the one that we gave: what is later may be the clock of another server.
        static func isCurrent(_ request: HTTPRequest, _ tag: String, _ modified: String) -> Bool {
            if let tags = request.headerFields[.ifNoneMatch] {
                return tags.split(separator: ",").contains { given in
                    let given = given.filter { $0 != " " }
                    return given == "*" || given == tag || given == "W/" + tag
                }
            }
            guard let text = request.headerFields[.ifModifiedSince], let since = HTTPDate.parse(text) else {
                return false
            }
            return since == HTTPDate.parse(modified)
        }
    }

    extension PassReply {
        /// Keeps a link out of caches and of what browsers tell other sites.
        func guarded() -> PassReply {
            var reply = self
            reply.fields[.cacheControl] = "no-store"
            if let name = HTTPField.Name("Referrer-Policy") { reply.fields[name] = "no-referrer" }
            reply.fields[.xContentTypeOptions] = "nosniff"
            return reply
        }
    }
#endif
