#if CommandLineTool
    import PassKitAPNsDouble
    import PassKitCore
    import PassKitTesting

    /// The demo's last act: a phone registers, is pushed to, fetches the update, and tells of it on its lock screen.
    struct DemoPhone {
        let job: DemoJob
        let service: APNsDouble

        /// Lets the phone add a pass, and then get an update of it.
        /// - Parameters:
        ///   - pass: What the link of the newest message gave.
        ///   - update: The request whose pass differs from it.
        func run(holding pass: [UInt8], then update: PassUpdateRequest) async throws {
            let phone = try Self.phone(job.transport)
            guard let isNew = try await phone.add(pass) else {
                throw PassError(.toolDemo, "The pass names no web service to register with. Report this.")
            }
            DemoOutput.say("phone", "added the pass and \(isNew ? "registered" : "was registered") for its updates")
            try await job.update(update) {
                guard let push = try await pushes().last, let topic = push.topic else { return }
                let payload = String(decoding: push.payload, as: UTF8.self)
                DemoOutput.say("push", "the push service got \(payload) for the phone, topic \(topic)")
                DemoOutput.say("outbox", try "holds \(job.messages().count) messages, none of this update yet")
                let fetched = try await phone.receive(
                    PassPush(token: PushToken(push.token), passTypeIdentifier: topic)
                )
                DemoOutput.say(
                    "phone",
                    "fetched \(fetched.count) changed pass, and shows: \(phone.lockScreen.joined())"
                )
            }
            DemoOutput.say("outbox", try "holds \(job.messages().count) messages, now that the update was fetched")
        }

        private func pushes() async throws -> [APNsDouble.Push] {
            do {
                return try await service.pushes(count: 1, within: .seconds(30))
            } catch is APNsDouble.TimeOut {
                throw PassError(.toolDemo, "The phone was not pushed to within 30 seconds. Is the machine very busy?")
            }
        }

        private static func phone(_ transport: any PassTransport) throws -> DeviceSimulator {
            func make(_ transport: some PassTransport) throws -> DeviceSimulator {
                try DeviceSimulator("demo-phone", over: transport)
            }
            return try make(transport)
        }
    }
#endif
