#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What a job makes of its pass and its recipients.
    @Suite struct PublishingTests {
        @Test func tellsANewHolderAndThenOfUpdates() async throws {
            let stage = try Stage()
            try await stage.running {
                let first = try await stage.engine.update(stage.request("A1"))
                let messages = try await stage.sms.messages(count: 1, within: .seconds(900))
                #expect(messages[0].kind == .issue)
                #expect(messages[0].recipient == "1")
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                #expect(try await stage.gate() == "A1")

                _ = try await stage.engine.update(stage.request("B7"))
                #expect(try await stage.sms.messages(count: 2, within: .seconds(900))[1].kind == .update)
                #expect(try await stage.gate() == "B7")
            }
        }

        @Test func aPassIsDistributedByteForByte() async throws {
            let stage = try Stage()
            try await stage.running {
                let request = try await stage.request()
                _ = try await stage.engine.issue(request)
                let link = try await stage.link(0)
                #expect(try await stage.engine.pass(forLink: link, opens: true)?.bytes == request.pkPass)
            }
        }

        @Test func anUnsignedPassIsSignedWhenItsTurnComes() async throws {
            let stage = try Stage()
            try await stage.running {
                var request = try await stage.request()
                request.pkPass = try stage.unsigned().archive().bytes()
                _ = try await stage.engine.update(request)
                let link = try await stage.link(0)
                let pass = try #require(try await stage.engine.pass(forLink: link, opens: true))
                let verifier = PassVerifier(anchors: try stage.authority.anchors, clock: stage.clock)
                #expect(verifier.verify(try PassArchive(reading: pass.bytes)).verdict == .trusted)
            }
        }

        @Test func anImageOfTheRequestIsInThePass() async throws {
            let stage = try Stage()
            try await stage.running {
                var request = try await stage.request()
                let logo = try SamplePass.otherLogo()
                request.images = [.init(name: "logo@2x", bytes: logo)]
                let receipt = try await stage.engine.update(request)
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                let pass = Stage.identifier()
                #expect(try await stage.engine.package(for: pass)?.images["logo@2x.png"] == logo)

                // The same again is no change, though a new signature would have other bytes.
                let again = try await stage.engine.update(request)
                try await eventually { try await stage.states(again) == ["1: SMS not attempted (unchanged)"] }
            }
        }

        @Test func theSameBytesAgainAreNoNewVersionAndNoMessage() async throws {
            let stage = try Stage()
            try await stage.running {
                let request = try await stage.request()
                let first = try await stage.engine.update(request)
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                let tag = try await stage.tag()
                let second = try await stage.engine.update(request)
                try await eventually { try await stage.states(second) == ["1: SMS not attempted (unchanged)"] }
                #expect(try await stage.tag() == tag)
                #expect(stage.sms.messages.count == 1)
            }
        }

        @Test func theSameBytesStillReachWhoDoesNotHoldThem() async throws {
            let stage = try Stage()
            try await stage.running {
                let request = try await stage.request()
                let first = try await stage.engine.update(request)
                try await eventually { try await stage.states(first) == ["1: SMS submitted"] }
                var second = request
                second.content.recipients = [Recipient("1"), Recipient("2")]
                let receipt = try await stage.engine.update(second)
                try await eventually {
                    try await stage.states(receipt) == ["1: SMS not attempted (unchanged)", "2: SMS submitted"]
                }
                #expect(stage.sms.messages.map(\.kind) == [.issue, .issue])
            }
        }

        @Test func issuingAgainSendsTheIssueMessageWithAFreshLink() async throws {
            let stage = try Stage()
            try await stage.running {
                let request = try await stage.request()
                _ = try await stage.engine.issue(request)
                let first = try await stage.link(0)
                _ = try await stage.engine.issue(request)
                let second = try await stage.link(1)
                #expect(stage.sms.messages.map(\.kind) == [.issue, .issue])
                #expect(first != second)
                #expect(try await stage.engine.pass(forLink: first, opens: true) != nil)
                #expect(try await stage.engine.pass(forLink: second, opens: true) != nil)
            }
        }

        @Test func issuingAgainEndsEarlierLinksWhenAskedTo() async throws {
            let stage = try Stage { $0.revokesLinksOnReissue = true }
            try await stage.running {
                let request = try await stage.request()
                _ = try await stage.engine.issue(request)
                let first = try await stage.link(0)
                _ = try await stage.engine.issue(request)
                let second = try await stage.link(1)
                #expect(try await stage.engine.pass(forLink: first, opens: true) == nil)
                #expect(try await stage.engine.pass(forLink: second, opens: true) != nil)
            }
        }

        @Test func whoCannotBeToldIsRejectedAndTheOthersGoOn() async throws {
            let stage = try Stage()
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(to: ["9", "5", "4", "1"]))
                try await eventually {
                    try await stage.states(receipt) == [
                        "9: SMS rejected (unknown recipient)", "5: SMS rejected (unknown recipient)",
                        "4: SMS not attempted (not opted in)", "1: SMS submitted",
                    ]
                }
                let rejected = try await stage.engine.status(of: stage.delivery(receipt, to: "9"))
                #expect(rejected.channelStatusList[0].passStatus == .rejected)
            }
        }

        @Test func aMissingValueRejectsTheChannelForThatRecipientOnly() async throws {
            let stage = try Stage()
            let config = PassIntegrationConfig(
                passIssueNotificationDetails: [
                    .sms("Hi ##First Name##: ##SMS Pass Link##"),
                    .email("<a href='##Email Pass Link##'>pass</a>", subject: "Pass"),
                ]
            )
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(to: ["1", "2"], config: config))
                try await eventually {
                    try await stage.states(receipt) == [
                        "1: SMS submitted", "1: EMAIL submitted", "2: SMS rejected (missing value)",
                        "2: EMAIL not attempted (not opted in)",
                    ]
                }
            }
        }

        @Test func aDeliveryWithoutMessagesSaysWhatBecameOfIt() async throws {
            let stage = try Stage()
            try await stage.running {
                let request = try await stage.request(to: ["1", "9"], config: PassIntegrationConfig())
                let receipt = try await stage.engine.update(request)
                try await eventually {
                    try await stage.states(receipt) == [
                        "1: PUSH not attempted", "9: PUSH rejected (unknown recipient)",
                    ]
                }
            }
        }

        @Test(arguments: [
            (PassUpdateEngine.UnknownHolders.issue, "1: SMS submitted", NotificationKind.issue as NotificationKind?),
            (.update, "1: SMS submitted", .update),
            (.reject, "1: SMS rejected (unknown holder)", nil),
        ])
        func unknownHoldersAreTreatedAsConfigured(
            policy: PassUpdateEngine.UnknownHolders,
            state: String,
            kind: NotificationKind?
        ) async throws {
            let stage = try Stage { $0.unknownHolders = policy }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.states(receipt) == [state] }
                #expect(stage.sms.messages.map(\.kind) == [kind].compactMap(\.self))
            }
        }

        @Test func holdingsOfAnotherSystemCount() async throws {
            let stage = try Stage { $0.unknownHolders = .reject }
            let pass = Stage.identifier()
            #expect(try await stage.engine.importHoldings([.init(pass: pass, recipient: "1")]) == 1)
            #expect(try await stage.engine.importHoldings([.init(pass: pass, recipient: "1")]) == 0)
            try await stage.running {
                _ = try await stage.engine.update(stage.request())
                #expect(try await stage.sms.messages(count: 1, within: .seconds(900))[0].kind == .update)
            }
        }

        @Test func aWebServiceOfOursKeepsItsTokenOverAllVersions() async throws {
            let stage = try Stage { $0.rewritesWebService = true }
            try await stage.running {
                for gate in ["A1", "B7"] {
                    let receipt = try await stage.engine.update(stage.request(gate))
                    try await eventually { try await stage.store.request(receipt.requestId)?.state == .done }
                }
                let pass = Stage.identifier()
                let package = try #require(try await stage.engine.package(for: pass))
                #expect(try await stage.gate() == "B7")
                #expect(package.pass["webServiceURL"] == "https://passes.example.com/api")
                let token: String? = package.pass["authenticationToken"]
                #expect(try #require(token).utf8.count >= 16)
                #expect(try await stage.store.authenticationToken(of: pass, proposing: "another") == token)
                #expect(try await stage.store.currentVersion(of: pass)?.authenticationToken == token)
            }
        }

        @Test func editingFromWithinTheHostPublishes() async throws {
            let store = InMemoryPassStore()
            let stage = try Stage(store: store)
            let pass = Stage.identifier()
            await #expect(throws: PassError(.engineUnknownPass, "")) { try await stage.engine.edit(pass) { _ in } }
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
            }
            let again = try Stage(store: store, signers: [stage.signer])
            let tag = try await again.tag()
            #expect(try await again.engine.edit(pass) { _ in } == false)
            #expect(try await again.tag() == tag)
            #expect(try await again.engine.edit(pass) { $0.pass.fields.header[0].value = "C3" })
            #expect(try await again.gate() == "C3")
            #expect(again.sms.messages.isEmpty)
            await #expect(throws: PassError(.updateMayNotReplace, "")) {
                try await again.engine.edit(pass) { $0.pass.teamIdentifier = "OTHERTEAM1" }
            }
        }

        @Test func editsAtTheSameTimeAllCount() async throws {
            let stage = try Stage()
            let pass = Stage.identifier()
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request("0"))
                try await eventually { try await stage.states(receipt) == ["1: SMS submitted"] }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            try await stage.engine.edit(pass) { package in
                                guard case .text(let text) = package.pass.fields.header[0].value,
                                    let number = Int(text)
                                else { return }
                                package.pass.fields.header[0].value = .text(String(number + 1))
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await stage.gate() == "4")
            }
        }
    }

    extension Stage {
        /// The token of the link in a message that was sent.
        func link(_ index: Int) async throws -> String {
            let token = try await sms.messages(count: index + 1, within: .seconds(900))[index].token
            try #require(!token.isEmpty)
            return token
        }

        /// The tag of the current version.
        func tag(serial: String = "E-1") async throws -> Int64? {
            try await store.currentVersion(of: Stage.identifier(serial))?.tag
        }
    }
#endif
