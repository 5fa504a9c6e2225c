#if AsyncHTTPClient
    import NIOCore
    import PassKitAPNsDouble
    @testable import PassKitAsyncHTTPClient
    import PassKitCore
    import Testing

    /// How connections are used, lost and replaced.
    @Suite(.timeLimit(.minutes(30))) struct APNsConnectionTests {
        @Test func aThousandPushesShareOneConnection() async throws {
            try await APNsScene.run(configure: { $0.concurrency = 20 }) { scene async throws in
                let outcomes = try await scene.push(1...1000)
                #expect(outcomes.allSatisfy { $0.isAccepted } && outcomes.count == 1000)
                let seen = scene.service.seen
                #expect(Set(seen.pushes.map(\.token)).count == 1000)
                #expect(seen.connections == 1)
                #expect(seen.mostAtOnce > 1 && seen.mostAtOnce <= 20)
            }
        }

        @Test func keepsToTheStreamsTheServiceAllows() async throws {
            var service = APNsDouble.Configuration()
            service.maximumConcurrentStreams = 3
            try await APNsScene.run(service: service) { scene async throws in
                #expect(try await scene.push(1...150).allSatisfy { $0.isAccepted })
                #expect(scene.service.seen.mostAtOnce <= 3)
                #expect(scene.service.seen.connections == 1)
            }
        }

        @Test(arguments: [APNsAnswer.drop, .tear])
        func aBrokenConnectionIsReplaced(_ answer: APNsAnswer) async throws {
            try await APNsScene.run { scene async throws in
                scene.service.answer(answer, to: try APNsScene.token(1))
                #expect(try await scene.faultCode() == .transportPushConnection)
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
                #expect(scene.service.pushes.map(\.connection) == [1, 2])
            }
        }

        @Test func pushesUnderWayEndWithTheirConnection() async throws {
            try await APNsScene.run { scene async throws in
                scene.service.fallSilent()
                try await withThrowingTaskGroup(of: PassError.Code?.self) { group in
                    for number in 1...10 { group.addTask { try await scene.faultCode(number) } }
                    _ = try await scene.service.pushes(count: 10, within: .seconds(900))
                    scene.service.dropConnections()
                    for try await code in group { #expect(code == .transportPushConnection) }
                }
            }
        }

        @Test func oneResetStreamLeavesTheConnection() async throws {
            try await APNsScene.run { scene async throws in
                scene.service.answer(.reset, to: try APNsScene.token(1))
                #expect(try await scene.faultCode() == .transportPushConnection)
                #expect(try await scene.transport.push(APNsScene.push(2)).isAccepted)
                #expect(scene.service.seen.connections == 1)
            }
        }

        @Test func everyPushIsAnsweredWhenTheServiceSendsClientsAway() async throws {
            try await APNsScene.run(answering: { push in
                push.token.hasSuffix("7") ? .last(.accept) : .accept
            }) { scene async throws in
                for number in 1...40 {
                    #expect(try await scene.transport.push(APNsScene.push(number)).isAccepted)
                }
                // 7, 17 and 27 in hexadecimal digits end a connection each.
                #expect(scene.service.seen.connections == 4)
                #expect(try await scene.openConnections(reach: 1))
            }
        }

        @Test func whatIsUnderWayIsAnsweredOnAConnectionThatIsSentAway() async throws {
            try await APNsScene.run(answering: { _ in .late(.seconds(2), .accept) }) { scene async throws in
                try await withThrowingTaskGroup(of: PushOutcome.self) { group in
                    for number in 1...10 {
                        let push = try APNsScene.push(number)
                        group.addTask { try await scene.transport.push(push) }
                    }
                    _ = try await scene.service.pushes(count: 10, within: .seconds(900))
                    scene.service.sendAway()
                    for try await outcome in group { #expect(outcome.isAccepted) }
                }
                #expect(scene.service.seen.connections == 1)
                #expect(try await scene.openConnections(reach: 0))
            }
        }

        @Test func whatTheServiceDidNotLookAtHasNoAnswer() async throws {
            try await APNsScene.run { scene async throws in
                scene.service.answer(.turnAway, to: try APNsScene.token(1))
                #expect(try await scene.faultCode() == .transportPushConnection)
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
            }
        }

        @Test func aSlowDeviceDelaysNoOther() async throws {
            let answered = Mutex<[String]>([])
            try await APNsScene.run(answering: { push in
                push.token.hasSuffix("01") ? .late(.seconds(5), .accept) : .accept
            }) { scene async throws in
                try await withThrowingTaskGroup(of: String.self) { group in
                    for number in 1...20 {
                        let push = try APNsScene.push(number)
                        group.addTask { [transport = scene.transport] in
                            _ = try await transport.push(push)
                            return push.token.hex
                        }
                    }
                    for try await token in group { answered.withLock { $0.append(token) } }
                }
                let slow = try APNsScene.token(1).hex
                #expect(answered.withLock { $0.last } == slow)
            }
        }

        // MARK: Waiting

        @Test func oneUnansweredPushLeavesTheConnectionOfTheOthers() async throws {
            try await APNsScene.run(configure: { $0.timeout = .seconds(15) }) { scene async throws in
                scene.service.answer(.silence, to: try APNsScene.token(1))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let code = try await scene.faultCode(1)
                        #expect(code == .transportTimeout)
                    }
                    _ = try await scene.service.pushes(count: 1, within: .seconds(900))
                    #expect(try await scene.transport.push(APNsScene.push(2)).isAccepted)
                    try await group.waitForAll()
                }
                #expect(try await scene.transport.push(APNsScene.push(3)).isAccepted)
                #expect(scene.service.seen.connections == 1)
            }
        }

        @Test func aSilentConnectionIsReplaced() async throws {
            try await APNsScene.run(configure: { $0.timeout = .seconds(15) }) { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push(1)).isAccepted)
                scene.service.fallSilent()
                #expect(try await scene.faultCode(2) == .transportTimeout)
                scene.service.fallSilent(false)
                #expect(try await scene.transport.push(APNsScene.push(3)).isAccepted)
                #expect(scene.service.pushes.map(\.connection) == [1, 1, 2])
                #expect(try await scene.openConnections(reach: 1))
            }
        }

        @Test func waitsForAGreetingNoLongerThanAllowed() async throws {
            var service = APNsDouble.Configuration()
            service.isAwake = false
            try await APNsScene.run(
                service: service,
                configure: { $0.connectTimeout = .seconds(2) }
            ) { scene async throws in
                #expect(try await scene.faultCode() == .transportTimeout)
                #expect(try await scene.openConnections(reach: 0))
            }
        }

        @Test func closesAConnectionWithNothingToPush() async throws {
            try await APNsScene.run(configure: { $0.idleTimeout = .seconds(2) }) { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
                #expect(try await scene.openConnections(reach: 0))
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
                #expect(scene.service.seen.connections == 2)
            }
        }

        @Test func anOldConnectionIsReplaced() async throws {
            try await APNsScene.run(configure: { $0.maximumConnectionAge = .zero }) { scene async throws in
                for _ in 1...3 { #expect(try await scene.transport.push(APNsScene.push()).isAccepted) }
                #expect(scene.service.pushes.map(\.connection) == [1, 2, 3])
                #expect(try await scene.openConnections(reach: 1))
            }
        }

        @Test func throwsWhenNobodyListens() async throws {
            try await APNsScene.run { scene async throws in
                try await scene.service.stop()
                #expect(try await scene.faultCode() == .transportPushConnection)
            }
        }

        @Test func pausesLongerAfterEachUselessConnection() {
            #expect(PushLine.pause(after: 0) == .zero)
            #expect(PushLine.pause(after: 1) == .milliseconds(100))
            #expect(PushLine.pause(after: 4) == .milliseconds(800))
            #expect(PushLine.pause(after: 7) == .seconds(5))
            #expect(PushLine.pause(after: .max) == .seconds(5))
        }

        @Test func aServiceThatIsGoneIsNotCalledAllTheTime() async throws {
            try await APNsScene.run(answering: { _ in .drop }) { scene async throws in
                let start = ContinuousClock.now
                for _ in 1...4 { #expect(try await scene.faultCode() == .transportPushConnection) }
                // A tenth, two tenths, four tenths of a second.
                #expect(ContinuousClock.now - start >= .milliseconds(700))
            }
        }

        // MARK: The end

        @Test func aCancelledPushIsResetAndLeavesTheConnection() async throws {
            try await APNsScene.run { scene async throws in
                scene.service.answer(.silence, to: try APNsScene.token(1))
                await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await scene.transport.push(APNsScene.push(1))
                        }
                    }
                    group.addTask { _ = try await scene.service.pushes(count: 1, within: .seconds(900)) }
                    _ = await group.nextResult()
                    group.cancelAll()
                }
                #expect(try await scene.transport.push(APNsScene.push(2)).isAccepted)
                #expect(scene.service.seen.connections == 1)
                #expect(try await scene.openRequests(reach: 0))
            }
        }

        @Test func nothingIsPushedAfterTheShutdown() async throws {
            try await APNsScene.run { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
                await scene.transport.shutdown()
                #expect(try await scene.faultCode() == .transportPushConnection)
                #expect(try await scene.openConnections(reach: 0))
                #expect(scene.service.seen.count == 1)
            }
        }
    }
#endif
