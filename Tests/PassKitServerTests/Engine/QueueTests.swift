#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// In which order, and when, requests are done, and what becomes of those that are not.
    @Suite struct QueueTests {
        // MARK: Order

        @Test func requestsOfOnePassAreDoneInTheOrderOfAcceptance() async throws {
            let stage = try Stage()
            for gate in ["A", "B", "C"] {
                _ = try await stage.engine.update(stage.request(gate))
                stage.clock.advance(by: .milliseconds(1))
            }
            try await stage.running {
                let messages = try await stage.sms.messages(count: 3, within: .seconds(900))
                #expect(Set(messages.map(\.requestID)).count == 3)
                #expect(try await stage.gate() == "C")
            }
        }

        @Test func priorityGoesFirstAmongWhatIsDue() async throws {
            let stage = try Stage { $0.jobWorkers = 1 }
            let plain = try await stage.engine.update(stage.request(serial: "E-1"))
            stage.clock.advance(by: .seconds(1))
            let urgent = try await stage.engine.update(stage.request(serial: "E-2", priority: true))
            let later = try await stage.engine.update(
                stage.request(serial: "E-3", start: .seconds(3600), priority: true)
            )
            let claimed = try await stage.claimJobs(limit: 9)
            #expect(claimed.map(\.request.id) == [urgent.requestId, plain.requestId])
            #expect(try await stage.store.request(later.requestId)?.state == .queued)
        }

        @Test func nothingIsDoneBeforeItsStart() async throws {
            let stage = try Stage()
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(start: .seconds(3600)))
                stage.clock.advance(by: .seconds(3599))
                try await Task.sleep(for: .milliseconds(50))
                #expect(try await stage.states(receipt) == ["1: SMS initial"])
                stage.clock.advance(by: .seconds(2))
                try await stage.eventually {
                    try await stage.states(receipt) == ["1: SMS submitted"]
                }
            }
        }

        @Test func whatIsNotDoneByItsEndIsCancelled() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(end: .seconds(60)))
            stage.clock.advance(by: .seconds(60))
            try await stage.running {
                try await eventually { try await stage.states(receipt) == ["1: SMS cancelled (expired)"] }
                #expect(stage.sms.messages.isEmpty)
                #expect(try await stage.gate() == nil)
            }
        }

        @Test func aMessageThatIsNotSentByTheEndIsCancelled() async throws {
            let sms = RecordingTransport().failing(first: .max)
            let stage = try Stage(sms: sms)
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request(end: .seconds(60)))
                try await eventually { sms.attempts == 1 }
                stage.clock.advance(by: .seconds(61))
                try await stage.eventually {
                    try await stage.states(receipt) == ["1: SMS cancelled (expired)"]
                }
                #expect(try await stage.gate() == "A1")
            }
        }

        // MARK: Superseding

        @Test func aLaterRequestThatIsDueEarlierTakesTheOlderOnesPlace() async throws {
            let stage = try Stage()
            let old = try await stage.engine.update(
                stage.request("OLD", to: ["1", "2"], start: .seconds(3600))
            )
            stage.clock.advance(by: .seconds(1))
            let new = try await stage.engine.update(stage.request("NEW", to: ["1", "3"]))
            #expect(try await stage.states(old) == ["1: SMS cancelled (superseded)", "2: SMS initial"])
            try await stage.running {
                try await eventually { try await stage.states(new) == ["1: SMS submitted", "3: SMS submitted"] }
                #expect(try await stage.gate() == "NEW")
                let tag = try await stage.tag()
                // Who was named only by the older one is told at its time, and gets the newer pass.
                stage.clock.advance(by: .seconds(3600))
                try await stage.eventually {
                    try await stage.states(old) == ["1: SMS cancelled (superseded)", "2: SMS submitted"]
                }
                #expect(try await stage.gate() == "NEW")
                #expect(try await stage.tag() == tag)
                #expect(stage.sms.messages.last?.kind == .issue)
            }
        }

        @Test func anOlderRequestWithNobodyLeftIsOver() async throws {
            let stage = try Stage()
            let old = try await stage.engine.update(stage.request("OLD", start: .seconds(3600)))
            stage.clock.advance(by: .seconds(1))
            _ = try await stage.engine.update(stage.request("NEW", start: .seconds(3599)))
            #expect(try await stage.store.request(old.requestId)?.state == .cancelled)
        }

        @Test func aRequestThatIsDueEarlierKeepsItsPlace() async throws {
            let stage = try Stage()
            let first = try await stage.engine.update(stage.request("FIRST", start: .seconds(60)))
            let second = try await stage.engine.update(stage.request("SECOND", start: .seconds(120)))
            let now = try await stage.engine.update(stage.request("OTHER", serial: "E-2"))
            try await stage.running {
                try await eventually { try await stage.states(now) == ["1: SMS submitted"] }
                stage.clock.advance(by: .seconds(61))
                try await stage.eventually {
                    try await stage.states(first) == ["1: SMS submitted"]
                }
                #expect(try await stage.gate() == "FIRST")
                #expect(try await stage.states(second) == ["1: SMS initial"])
                stage.clock.advance(by: .seconds(60))
                try await stage.eventually {
                    try await stage.states(second) == ["1: SMS submitted"]
                }
                #expect(try await stage.gate() == "SECOND")
            }
        }

        // MARK: Cancelling

        @Test func beforePublicationTheDeliveryIsCancelledAndThenTheVersion() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(to: ["1", "2"], start: .seconds(60)))
            try await stage.engine.cancel(stage.delivery(receipt, to: "1"))
            #expect(try await stage.states(receipt) == ["1: SMS cancelled (withdrawn)", "2: SMS initial"])
            #expect(try await stage.store.request(receipt.requestId)?.state == .queued)
            await #expect(throws: PassError(.updateNothingToCancel, "")) {
                try await stage.engine.cancel(stage.delivery(receipt, to: "1"))
            }
            try await stage.engine.cancel(stage.delivery(receipt, to: "2"))
            #expect(try await stage.store.request(receipt.requestId)?.state == .cancelled)
            try await stage.running {
                stage.clock.advance(by: .seconds(61))
                try await Task.sleep(for: .milliseconds(50))
                #expect(try await stage.gate() == nil)
                #expect(stage.sms.messages.isEmpty)
            }
        }

        @Test func afterPublicationOnlyUnsentMessagesAreCancelled() async throws {
            let sms = RecordingTransport().failing(first: .max)
            let stage = try Stage(sms: sms)
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually {
                    try await stage.store.statistics()[.message, .queued]?.lastFailure != nil
                }
                try await stage.engine.cancel(stage.delivery(receipt))
                #expect(try await stage.states(receipt) == ["1: SMS cancelled (withdrawn)"])
                #expect(try await stage.gate() == "A1")
                await #expect(throws: PassError(.updateNothingToCancel, "No cancellable messages found")) {
                    try await stage.engine.cancel(stage.delivery(receipt))
                }
            }
        }

        @Test func aDeliveryCancelledWhileItsJobRunsIsLeftOut() async throws {
            let gate = Gate()
            let stage = try Stage(recipients: HeldUpDirectory(gate: gate))
            try await stage.running {
                let both = try await stage.engine.update(stage.request(serial: "E-1", to: ["1", "2"]))
                let alone = try await stage.engine.update(stage.request(serial: "E-2", to: ["3"]))
                try await eventually { try await stage.store.statistics()[.job, .running]?.count == 2 }
                try await stage.engine.cancel(stage.delivery(both, to: "1"))
                try await stage.engine.cancel(stage.delivery(alone, to: "3"))
                gate.open()
                try await eventually {
                    try await stage.states(both) == ["1: SMS cancelled (withdrawn)", "2: SMS submitted"]
                }
                try await eventually { try await stage.store.request(alone.requestId)?.state == .cancelled }
                #expect(try await stage.gate(serial: "E-1") == "A1")
                #expect(try await stage.gate(serial: "E-2") == nil)
                #expect(stage.sms.messages.map(\.recipient) == ["2"])
            }
        }

        @Test func whatIsUnknownIsSaidToBe() async throws {
            let stage = try Stage()
            await #expect(throws: PassError(.updateUnknownPass, "")) {
                try await stage.engine.cancel(IssuedPassID("7"))
            }
            await #expect(throws: PassError(.updateUnknownPass, "")) {
                try await stage.engine.status(of: IssuedPassID("7"))
            }
            await #expect(throws: PassError(.updateUnknownPass, "")) {
                try await stage.engine.content(of: IssuedPassID("7"))
            }
            await #expect(throws: PassError(.updateUnknownRequest, "")) {
                try await stage.engine.passes(of: PassRequestID("7"))
            }
        }

        @Test func thePastIsForgottenAfterItsTime() async throws {
            let stage = try Stage { $0.historyLifetime = .seconds(3600) }
            try await stage.running {
                let old = try await stage.engine.update(stage.request("OLD"))
                try await eventually { try await stage.states(old) == ["1: SMS submitted"] }
                try await eventually {
                    stage.clock.advance(by: .seconds(61))
                    return try await stage.store.request(old.requestId) == nil
                }
                #expect(try await stage.gate() == "OLD")
            }
        }
    }

    /// A directory that answers when a test lets it.
    struct HeldUpDirectory: RecipientDirectory {
        let gate: Gate

        func profiles(for ids: [Recipient.ID]) async throws -> [Recipient.ID: RecipientProfile] {
            try await gate.passOrThrow()
            return try await Stage.people.profiles(for: ids)
        }
    }
#endif
