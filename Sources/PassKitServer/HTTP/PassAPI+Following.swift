#if Server
    import HTTPTypes
    import PassKitCore

    extension PassAPI {
        /// Lists deliveries.
        func passes(_ call: PassCall) async throws -> PassReply {
            let page = try await service.acting(for: call.principal).passes(
                of: PassRequestID(call.parameter("requestId")),
                recipient: call.parameters["recipientId"].map { Recipient.ID($0) },
                start: try call.number("start", in: 0...Int(Int32.max), default: 0),
                pageSize: try call.number("pageSize", in: 1...1000, default: 10)
            )
            return PassReply(.ok, json: page.json)
        }

        /// Tells how far a delivery is.
        func status(_ call: PassCall) async throws -> PassReply {
            let id = IssuedPassID(call.parameter("passId"))
            return PassReply(.ok, json: try await service.acting(for: call.principal).status(of: id).json)
        }

        /// Gives the content of a pass.
        func content(_ call: PassCall) async throws -> PassReply {
            let id = IssuedPassID(call.parameter("passId"))
            let pass = try await service.acting(for: call.principal).content(of: id)
            return PassReply(.ok, json: ["passContent": pass.jsonValue])
        }

        /// Stops a delivery.
        func cancel(_ call: PassCall) async throws -> PassReply {
            let id = IssuedPassID(call.parameter("passId"))
            try await service.acting(for: call.principal).cancel(id)
            return PassReply(
                .ok,
                json: ["id": .string(id.rawValue), "message": "Request cancelled Successfully"]
            )
        }

        /// Says whether requests can be taken.
        func readiness() async -> PassReply {
            guard let readiness = await health?.readiness() else { return PassReply(.ok, json: ["ready": true]) }
            let notes = readiness.notes.map { note in
                var object = JSONObject()
                object["code"] = .string(note.code)
                object["passTypeIdentifier"] = note.passTypeIdentifier.map(JSONValue.string)
                object["daysLeft"] = note.daysLeft.map { .number(JSONNumber($0)) }
                return JSONValue.object(object)
            }
            return PassReply(
                readiness.isReady ? .ok : .serviceUnavailable,
                json: ["ready": .bool(readiness.isReady), "findings": .array(notes)]
            )
        }
    }
#endif
