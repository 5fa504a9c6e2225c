#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// What happens until there is a receipt.
    @Suite struct AcceptanceTests {
        @Test func aReceiptMeansThatTheStoreHasIt() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(to: ["1", "2"]))
            #expect(try #require(receipt.requestId.int64) > 0)
            #expect(receipt.description == "Request Queued. ")
            let stored = try #require(try await stage.store.request(receipt.requestId))
            #expect(stored.state == .queued)
            #expect(stored.pass == Stage.identifier())
            #expect(try await stage.store.bytes(of: stored.package) != nil)
            #expect(try await stage.states(receipt) == ["1: SMS initial", "2: SMS initial"])
        }

        @Test func aStoreThatFailsGivesNoReceipt() async throws {
            let store = WatchedStore { if $0 == "accept" { throw WatchedStore.Failure() } }
            let stage = try Stage(store: store)
            await #expect(throws: WatchedStore.Failure.self) { try await stage.engine.update(stage.request()) }
            #expect(try await store.statistics().entries.isEmpty)
        }

        /// Requests that are refused, with the code that says why.
        static let refused: [(String, PassError.Code, @Sendable (inout PassUpdateRequest) throws -> Void)] = [
            ("no zip", .archiveNotAZip, { $0.pkPass = [1, 2, 3] }),
            ("nobody to give it to", .updateNoRecipients, { $0.content.recipients = [] }),
            ("an end in the past", .updateEndInPast, { $0.content.endTimeStamp = 1_700_000_000_000 }),
            (
                "an image of no slot", .updateUnknownImage,
                { $0.images = [.init(name: "poster", bytes: try SamplePass.otherLogo())] }
            ),
            (
                "an unsigned pass of another team", .updateNoIdentity,
                { $0.pkPass = try SamplePass.package(team: "OTHERTEAM1").archive().bytes() }
            ),
        ]

        @Test(arguments: refused.indices)
        func aRefusalLeavesNothingBehind(index: Int) async throws {
            let (_, code, change) = Self.refused[index]
            let stage = try Stage()
            var request = try await stage.request()
            try change(&request)
            await #expect(throws: PassError(code, "")) { try await stage.engine.update(request) }
            #expect(try await stage.store.statistics().entries.isEmpty)
        }

        @Test func aPassThatWouldCutDevicesOffIsRefused() async throws {
            let store = InMemoryPassStore()
            let stage = try Stage(store: store)
            try await stage.running {
                let receipt = try await stage.engine.update(stage.request())
                try await eventually { try await stage.store.request(receipt.requestId)?.state == .done }
            }
            let other = try TestAuthority(teamIdentifier: "OTHERTEAM1", validFrom: stage.clock.now)
            let taken = try await SamplePass.package(serial: "E-1", team: "OTHERTEAM1")
                .signed(by: other.signer(validAt: stage.clock.now), at: stage.clock.now)
            let again = try Stage(store: store)
            await #expect(throws: PassError(.updateMayNotReplace, "")) {
                try await again.engine.update(
                    PassUpdateRequest(pkPass: taken, content: PassUpdateContent(recipients: ["1"]))
                )
            }
        }

        @Test func authorityIsAskedForThePassType() async throws {
            let stage = try Stage { configuration in
                configuration.authorize = { principal, passType in
                    principal.name == "box-office" && passType == SamplePass.passTypeIdentifier
                }
            }
            let request = try await stage.request()
            await #expect(throws: PassError(.updateNotAuthorized, "")) {
                try await stage.engine.acting(for: PassPrincipal("intern")).update(request)
            }
            #expect(try await stage.store.statistics().entries.isEmpty)
            _ = try await stage.engine.acting(for: PassPrincipal("box-office")).update(request)
        }

        @Test func recipientsNamedTwiceGetOneDelivery() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(to: ["2", "1", "2"]))
            let page = try await stage.engine.passes(of: receipt.requestId)
            #expect(page.passRequests.map(\.audienceId) == ["2", "1"])
        }

        @Test func passIDsFitIntoADouble() async throws {
            let stage = try Stage()
            let receipt = try await stage.engine.update(stage.request(to: ["1", "2", "3"]))
            let deliveries = try await stage.engine.passes(of: receipt.requestId).passRequests
            #expect(deliveries.count == 3)
            for issued in deliveries {
                let number = try #require(issued.id.int64)
                #expect(number > 0 && number < 1 << 53)
            }
        }

        @Test func idsThatAreTakenAreMadeAnew() async throws {
            let seed = Mutex<[UInt8]>([1, 1, 2])
            let stage = try Stage { configuration in
                // The first two ids are the same.
                configuration.random = RandomBytes { count in
                    let byte = seed.withLock { $0.isEmpty ? UInt8.random(in: 9...255) : $0.removeFirst() }
                    return [UInt8](repeating: byte, count: count)
                }
            }
            var receipts: Set<PassRequestID> = []
            for serial in ["E-1", "E-2", "E-3"] {
                receipts.insert(try await stage.engine.update(stage.request(serial: serial)).requestId)
            }
            #expect(receipts.count == 3)
        }

        // MARK: Idempotency keys

        @Test func theSameKeyAndRequestGiveTheSameReceipt() async throws {
            let stage = try Stage()
            let request = try await stage.request(key: "k1")
            let first = try await stage.engine.update(request)
            #expect(try await stage.engine.update(request) == first)
            #expect(try await stage.store.statistics()[.job, .queued]?.count == 1)
        }

        @Test func theSameKeyForAnotherRequestIsRefused() async throws {
            let stage = try Stage()
            let request = try await stage.request(key: "k1")
            _ = try await stage.engine.update(request)
            var other = request
            other.content.priority = true
            await #expect(throws: PassError(.idempotencyKeyReused, "")) { try await stage.engine.update(other) }
            // The endpoint belongs to the request.
            await #expect(throws: PassError(.idempotencyKeyReused, "")) { try await stage.engine.issue(request) }
        }

        @Test func keysBelongToTheirPrincipalAndAreForgotten() async throws {
            let stage = try Stage()
            let request = try await stage.request(key: "k1")
            let first = try await stage.engine.acting(for: PassPrincipal("a")).update(request)
            #expect(try await stage.engine.acting(for: PassPrincipal("b")).update(request) != first)
            stage.clock.advance(by: .seconds(86_400))
            #expect(try await stage.engine.acting(for: PassPrincipal("a")).update(request) != first)
        }

        @Test func aRefusedRequestDoesNotUseItsKeyUp() async throws {
            let stage = try Stage()
            var broken = try await stage.request(key: "k1")
            broken.content.recipients = []
            await #expect(throws: PassError(.updateNoRecipients, "")) { try await stage.engine.update(broken) }
            _ = try await stage.engine.update(stage.request(key: "k1"))
        }

        @Test func aRequestIsNotTakenTwiceAtTheSameTime() async throws {
            let gate = Gate()
            let store = WatchedStore { if $0 == "accept" { await gate.pass() } }
            let stage = try Stage(store: store)
            let request = try await stage.request(key: "k1")
            async let first = stage.engine.update(request)
            try await eventually { store.count(of: "accept") == 1 }
            await #expect(throws: PassError(.idempotencyInFlight, "")) { try await stage.engine.update(request) }
            gate.open()
            let receipt = try await first
            #expect(try await stage.engine.update(request) == receipt)
        }

        // MARK: Groups

        @Test func whatComesTogetherIsWrittenTogether() async throws {
            let gate = Gate()
            let store = WatchedStore { if $0 == "accept" { await gate.pass() } }
            let stage = try Stage(store: store) {
                $0.groupSize = 8
                $0.maximumWaiting = 32
            }
            let request = try await stage.request()
            var refused = 0
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<48 { group.addTask { (try? await stage.engine.update(request)) == nil } }
                // Once eight found no room any more, the others stand behind the first, or come one by one at last.
                for _ in 0..<8 { refused += await group.next() == true ? 1 : 0 }
                gate.open()
                for await isRefused in group where isRefused { refused += 1 }
            }
            #expect(refused >= 8)
            #expect((4...13).contains(store.count(of: "accept")))
            #expect(try await store.statistics()[.job, .queued]?.count == 48 - refused)
        }

        @Test func whenTooManyWaitTheOthersAreRefused() async throws {
            let gate = Gate()
            let store = WatchedStore { if $0 == "accept" { await gate.pass() } }
            let stage = try Stage(store: store) {
                $0.groupSize = 1
                $0.maximumWaiting = 2
            }
            let request = try await stage.request()
            await withTaskGroup(of: PassError.Code?.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await stage.engine.update(request)
                            return nil
                        } catch {
                            return (error as? PassError)?.code
                        }
                    }
                }
                var codes: [PassError.Code?] = []
                for _ in 0..<5 { codes.append(await group.next() ?? nil) }
                gate.open()
                for await code in group { codes.append(code) }
                // One is being written and two wait, or only one if the first had not begun by then.
                #expect(codes.prefix(5).allSatisfy { $0 == .engineBusy })
                #expect(codes.allSatisfy { $0 == nil || $0 == .engineBusy })
                #expect(codes.contains(nil))
            }
        }

        @Test func aCancelledCallerDoesNotTakeOthersAlong() async throws {
            let gate = Gate()
            let store = WatchedStore { if $0 == "accept" { try await gate.passOrThrow() } }
            let stage = try Stage(store: store)
            let request = try await stage.request()
            let leader = Task { try await stage.engine.update(request) }
            try await eventually { store.count(of: "accept") == 1 }
            async let follower = stage.engine.update(request)
            leader.cancel()
            gate.open()
            _ = try await follower
            _ = try await leader.value
            #expect(try await store.statistics()[.job, .queued]?.count == 2)
        }
    }
#endif
