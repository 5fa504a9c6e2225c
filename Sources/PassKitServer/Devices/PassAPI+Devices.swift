#if Server
    import HTTPTypes
    import PassKitCore

    /// The Wallet web service: what devices ask. (Apple, Wallet Passes, "Adding a Web Service to Update Passes".)
    extension PassAPI {
        /// Registers a device for a pass.
        func registerDevice(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            let pass = call.pass
            // Judged by the head alone, before a byte of the body is read.
            guard try await devices.accepts(token: ApplePassToken.token(in: call.request), for: pass) else {
                return .wrongToken
            }
            let device = call.parameter("deviceLibraryIdentifier")
            guard (1...Self.longestDevice).contains(device.utf8.count),
                !device.unicodeScalars.contains(where: HeaderText.isControl)
            else {
                throw PassError(
                    .httpParameter,
                    "The device library identifier must have 1 to \(Self.longestDevice) bytes, without control characters."
                )
            }
            guard let text = try await json(of: call, upTo: 8 << 10)["pushToken"]?.stringValue, !text.isEmpty else {
                throw PassError(.httpParameter, "Payload should contain value for 'pushToken' key")
            }
            let token: PushToken
            do throws(PassError) {
                token = try PushToken(text)
            } catch {
                throw PassError(.httpParameter, error.message, cause: error)
            }
            let registration = DeviceRegistration(device: device, pass: pass, pushToken: token.hex)
            let outcome = try await devices.register(registration)
            switch (outcome, configuration.deviceDialect) {
            case (.full, _):
                throw PassError(
                    .httpTooManyRegistrations,
                    "The device or the pass has as many registrations as allowed. Unregister one that is not needed."
                )
            case (_, .voltMX): return .said("Details added successfully", about: device)
            case (.new, .apple): return PassReply(.created)
            case (.known, .apple): return PassReply(.ok)
            }
        }

        /// Ends the registration of a device for a pass.
        func unregisterDevice(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            guard try await devices.accepts(token: ApplePassToken.token(in: call.request), for: call.pass) else {
                return .wrongToken
            }
            let device = call.parameter("deviceLibraryIdentifier")
            let isGone = try await devices.unregister(device: device, pass: call.pass)
            // Apple's devices want no error for what is done already, as when the first answer was lost.
            guard configuration.deviceDialect == .voltMX else { return PassReply(.ok) }
            guard isGone else { throw PassError(.httpParameter, "Invalid Request. No registration found") }
            return .said("Unregistered succesfully.", about: device)
        }

        /// Lists the passes of a device that changed; the device's name is the secret here.
        func updatedPasses(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            let updated = try await devices.updates(
                for: call.parameter("deviceLibraryIdentifier"),
                passType: call.parameter("passTypeIdentifier"),
                since: UpdateTag.parse(call.query["passesUpdatedSince"])
            )
            guard let updated else {
                guard configuration.deviceDialect == .voltMX else { return .noUpdates }
                throw PassError(.httpParameter, "Invalid request. Device is not registered with this pass")
            }
            guard !updated.serials.isEmpty else { return .noUpdates }
            return PassReply(
                .ok,
                json: [
                    "serialNumbers": .array(updated.serials.map(JSONValue.string)),
                    "lastUpdated": .string(UpdateTag.spell(updated.tag)),
                ]
            )
        }

        /// Gives a device the current version of a pass; says 304, without reading the pass, when it has that one.
        func fetchPass(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            guard try await devices.accepts(token: ApplePassToken.token(in: call.request), for: call.pass) else {
                return .wrongToken
            }
            guard let version = try await devices.currentVersion(of: call.pass) else {
                let code: PassError.Code = configuration.deviceDialect == .voltMX ? .httpParameter : .httpNotFound
                throw PassError(code, "Pass is not found or pass is not delivered")
            }
            let tag = "\"\(version.digest)\""
            let modified = HTTPDate.spell(version.published)
            let isCurrent = Self.isCurrent(call.request, tag, modified)
            var reply = PassReply(isCurrent ? .notModified : .ok)
            if !isCurrent { reply.body = try await devices.bytes(of: version) }
            // Who looks at the head only has nothing.
            if call.request.method == .get { await noteFetch(of: version, devices) }
            reply.fields[.contentType] = "application/vnd.apple.pkpass"
            reply.fields[.eTag] = tag
            reply.fields[.lastModified] = modified
            reply.fields[.cacheControl] = "private, no-cache"
            reply.fields[.xContentTypeOptions] = "nosniff"
            return reply
        }

        /// Notes that a device has a version.
        ///
        /// Also when it had it already: it may have got it by a link. What cannot be noted is served all the same; the
        /// next fetch notes it.
        private func noteFetch(of version: PassVersion, _ devices: any PassWebService) async {
            do {
                try await devices.noteFetch(of: version)
            } catch {
                configuration.onFailure(error)
            }
        }

        /// Takes what a device complains of.
        func deviceLog(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            guard let entries = DeviceLog.entries(of: try await json(of: call, upTo: DeviceLog.maximumBytes)) else {
                throw PassError(.httpParameter, "Invalid Request. Payload is incorrect.")
            }
            await devices.note(deviceLog: entries)
            guard configuration.deviceDialect == .voltMX else { return PassReply(.ok) }
            return .said("Successfully updated the logs.", about: "")
        }

        /// Signs the user of a reward pass up, and signs the token of the device.
        func personalize(_ call: PassCall, _ devices: any PassWebService) async throws -> PassReply {
            let json = try await json(of: call, upTo: 16 << 10)
            guard let text = json["personalizationToken"]?.stringValue else {
                throw PassError(.httpParameter, "The body must hold a personalizationToken.")
            }
            let token = try PersonalizationToken(text)
            let details = try PersonalizationDetails(pass: call.pass, json: json["requiredPersonalizationInfo"])
            var reply = PassReply(.ok)
            reply.body = try await devices.personalize(details, token: token)
            reply.fields[.contentType] = "application/octet-stream"
            reply.fields[.cacheControl] = "no-store"
            return reply
        }

        // MARK: Bodies

        private static let longestDevice = 255

        /// The JSON of a body that is always short.
        private func json(of call: PassCall, upTo limit: Int) async throws -> JSONValue {
            let bytes = try await TimedBody.reading(
                call.body,
                idle: configuration.idleTime,
                total: configuration.uploadTime,
                clock: configuration.clock
            ) { body in
                do {
                    return try await body.collect(upTo: limit)
                } catch let error as PassError where error.code == .transportBodyTooLarge {
                    throw PassError(.httpBodyTooLarge, "The body has more than \(limit) bytes. Send less.")
                }
            }
            do throws(PassError) {
                return try JSONValue(parsing: bytes, limits: JSONLimits(size: limit, depth: 16))
            } catch {
                throw PassError(
                    .httpParameter,
                    "Unable to parse the input payload or Invalid JSON payload",
                    cause: error
                )
            }
        }
    }

    extension PassCall {
        /// The pass that the path names.
        fileprivate var pass: PassIdentifier {
            PassIdentifier(type: parameter("passTypeIdentifier"), serial: parameter("serialNumber"))
        }
    }

    extension PassReply {
        /// The answer to a device that shows no token, or not the pass's.
        fileprivate static var wrongToken: PassReply {
            var reply = PassReply(refusing: PassError(.httpUnauthorized, "Invalid authentication token"))
            reply.fields[.wwwAuthenticate] = ApplePassToken.challenge
            return reply
        }

        /// The answer to a device none of whose passes changed.
        fileprivate static var noUpdates: PassReply {
            var reply = PassReply(.noContent)
            reply.fields[.cacheControl] = "no-store"
            return reply
        }

        /// An answer in the documented update server's words.
        fileprivate static func said(_ message: String, about id: String) -> PassReply {
            PassReply(.ok, json: ["message": .string(message), "id": .string(id)])
        }
    }
#endif
