#if Server
    import Foundation
    import HTTPTypes
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// Publish, push, list, fetch, message: the whole way of an update, with simulated phones.
    @Suite struct FetchedMessagesTests {
        private func update(
            _ stage: Stage,
            _ gate: String,
            serial: String = "E-1",
            to recipients: [Recipient.ID] = ["1"]
        ) async throws -> PassUpdateReceipt {
            try await stage.engine.update(stage.request(gate, serial: serial, to: recipients))
        }

        /// Lets the engine look for work, and makes sure that it sends nothing.
        private func expectSilence(_ stage: Stage, after count: Int) async throws {
            for _ in 0..<3 {
                stage.clock.advance(by: .seconds(2))
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(stage.sms.messages.count == count)
        }

        @Test func theMessageFollowsTheFirstFetchAndComesOnce() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            try await stage.running {
                let pass = try await stage.issued("A1")
                let phones = [try stage.phone("phone"), try stage.phone("watch")]
                for phone in phones {
                    #expect(try await phone.add(pass) == true)
                    // As a phone does after it registered: it gets the pass's first tag.
                    #expect(try await phone.update(passesOf: SamplePass.passTypeIdentifier) == [])
                }

                let receipt = try await update(stage, "B7")
                let pushes = try await push.pushes(count: 2, within: .seconds(900))
                #expect(Set(pushes.map(\.token)) == Set(phones.map(\.pushToken)))
                try await eventually {
                    try await stage.states(receipt) == ["1: SMS queued", "1: PUSH submitted"]
                }
                try await expectSilence(stage, after: 1)

                for received in pushes {
                    for phone in phones where phone.pushToken == received.token {
                        #expect(try await phone.receive(received) == [Stage.identifier()])
                        #expect(phone.lockScreen == ["Now at gate B7"])
                    }
                }
                try await eventually {
                    try await stage.states(receipt) == ["1: SMS submitted", "1: PUSH opened"]
                }
                try await expectSilence(stage, after: 2)
                for phone in phones { #expect(try await phone.refresh(Stage.identifier()) == false) }
                try await expectSilence(stage, after: 2)
                #expect(push.pushes.count == 2)
            }
        }

        @Test func aPassThatAsksAnotherServerIsToldOfAtPublication() async throws {
            let stage = try Stage.forDevices { $0.rewritesWebService = false }
            try await stage.running {
                _ = try await stage.issued("A1")
                let device = DeviceRegistration(device: "d1", pass: Stage.identifier(), pushToken: "ab")
                _ = try await stage.engine.register(device)
                let receipt = try await update(stage, "B7")
                try await eventually { try await stage.states(receipt).first == "1: SMS submitted" }
            }
        }

        @Test(arguments: [
            ("https://passes.example.com/api", true), ("HTTPS://Passes.Example.COM/api", true),
            ("https://passes.example.com:443/api/", true), ("https://passes.example.com:443", true),
            ("https://passes.example.com:4430/api", false), ("https://passes.example.com:80/api", false),
            ("https://passes.example.com.evil.example/api", false), ("https://other.example.com/api", false),
        ])
        func aPassThatAsksUsIsKnownHoweverTheAddressIsSpelled(_ address: String, _ isOurs: Bool) async throws {
            let stage = try Stage.forDevices { $0.rewritesWebService = false }
            func update(_ gate: String) async throws -> PassUpdateReceipt {
                var package = try stage.unsigned(gate)
                package.pass["webServiceURL"] = address
                package.pass.authenticationToken = Stage.token
                var request = try await stage.request(gate)
                request.pkPass = try await package.signed(by: stage.signer, at: stage.clock.now)
                return try await stage.engine.update(request)
            }
            try await stage.running {
                _ = try await update("A1")
                try await eventually { stage.sms.messages.count == 1 }
                let device = DeviceRegistration(device: "d1", pass: Stage.identifier(), pushToken: "ab")
                _ = try await stage.engine.register(device)
                let receipt = try await update("B7")
                try await eventually { try await stage.gate() == "B7" }
                if isOurs {
                    try await expectSilence(stage, after: 1)
                    _ = try await RawDevice(api: stage.api()).fetch()
                }
                try await eventually { try await stage.states(receipt).first == "1: SMS submitted" }
            }
        }

        @Test func aPassWithoutDevicesIsToldOfAtPublication() async throws {
            let stage = try Stage.forDevices()
            try await stage.running {
                _ = try await stage.issued("A1")
                let receipt = try await update(stage, "B7")
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
        }

        @Test func theMessageGoesOutWhenNoDeviceIsLeftToFetch() async throws {
            let stage = try Stage.forDevices()
            try await stage.running {
                let phone = try stage.phone()
                try await phone.add(try await stage.issued("A1"))
                let receipt = try await update(stage, "B7")
                try await eventually { try await stage.states(receipt) == ["1: SMS queued", "1: PUSH queued"] }
                try await expectSilence(stage, after: 1)
                try await phone.remove(Stage.identifier())
                try await eventually { stage.sms.messages.count == 2 }
                try await eventually { try await stage.states(receipt)[0] == "1: SMS submitted" }
            }
        }

        @Test func theMessageGoesOutWhenTheOnlyPushTokenIsGone() async throws {
            let push = RecordingPushTransport { _ in .tokenInvalid(.unregistered, since: nil) }
            let stage = try Stage.forDevices(push: push)
            try await stage.running {
                try await stage.phone().add(try await stage.issued("A1"))
                let receipt = try await update(stage, "B7")
                try await eventually { stage.sms.messages.count == 2 }
                try await eventually { try await stage.states(receipt)[0] == "1: SMS submitted" }
                #expect(try await stage.engine.registrations().isEmpty)
            }
        }

        @Test func aDeviceThatGotTheVersionByALinkCountsAsHavingFetchedIt() async throws {
            let store = WatchedStore()
            let stage = try Stage.forDevices(store: store)
            try await stage.running {
                let phone = try stage.phone()
                try await phone.add(try await stage.issued("A1"))
                let receipt = try await update(stage, "B7")
                try await eventually { try await stage.states(receipt) == ["1: SMS queued", "1: PUSH queued"] }
                let version = try #require(try await store.currentVersion(of: Stage.identifier()))
                let answer = try await RawDevice(api: stage.api(), authorization: phone.authorization)
                    .fetch([.ifNoneMatch: "\"\(version.digest)\""])
                #expect(answer.status == .notModified)
                try await eventually { stage.sms.messages.count == 2 }
            }
        }

        @Test func withASharedSerialAFetchTellsEverybodyButOpensNothing() async throws {
            let stage = try Stage.forDevices()
            try await stage.running {
                let phone = try stage.phone()
                try await phone.add(try await stage.issued("A1", to: ["1", "2"]))
                let receipt = try await update(stage, "B7", to: ["1", "2"])
                try await eventually { try await stage.states(receipt).contains("2: PUSH queued") }
                try await expectSilence(stage, after: 2)
                #expect(try await phone.refresh(Stage.identifier()))
                try await eventually {
                    try await stage.states(receipt) == [
                        "1: SMS submitted", "1: PUSH queued", "2: SMS submitted", "2: PUSH queued",
                    ]
                }
            }
        }

        @Test func aSwitchTellsAtPublicationAlways() async throws {
            let stage = try Stage.forDevices { $0.updateMessages = .atPublication }
            try await stage.running {
                try await stage.phone().add(try await stage.issued("A1"))
                let receipt = try await update(stage, "B7")
                try await eventually { try await stage.states(receipt).first == "1: SMS submitted" }
            }
        }

        @Test func phonesWithManyPassesFetchWhatChangedOnly() async throws {
            let push = RecordingPushTransport()
            let stage = try Stage.forDevices(push: push)
            try await stage.running {
                let phones = [try stage.phone("a"), try stage.phone("b")]
                for serial in ["E-1", "E-2", "E-3"] {
                    let pass = try await stage.issued("A1", serial: serial)
                    for phone in phones where phone.identifier == "a" || serial != "E-3" { try await phone.add(pass) }
                }
                for phone in phones { try await phone.update(passesOf: SamplePass.passTypeIdentifier) }
                for serial in ["E-2", "E-3"] {
                    try await stage.engine.edit(Stage.identifier(serial)) { $0.pass.logoText = "Changed" }
                }
                try await eventually { Set(push.pushes.map(\.token)).count == 2 }
                let updated = try await phones[0].update(passesOf: SamplePass.passTypeIdentifier)
                #expect(updated == [Stage.identifier("E-2"), Stage.identifier("E-3")])
                #expect(
                    try await phones[1].receive(push.pushes[0]) + phones[1].receive(push.pushes[1]) == [
                        Stage.identifier("E-2")
                    ]
                )
                #expect(try await phones[0].update(passesOf: SamplePass.passTypeIdentifier) == [])
                try await phones[0].log(["hello"], about: Stage.identifier())
            }
        }
    }

    extension DeviceSimulator {
        /// What the phone shows for its first pass.
        var authorization: String? {
            passes.values.first?.package.pass.authenticationToken.map { "ApplePass \($0)" }
        }
    }
#endif
