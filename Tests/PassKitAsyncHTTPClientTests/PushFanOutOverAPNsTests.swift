#if AsyncHTTPClient
    import Foundation
    import PassKitAPNsDouble
    import PassKitAsyncHTTPClient
    import PassKitCore
    import Testing

    @Suite(.timeLimit(.minutes(30))) struct PushFanOutOverAPNsTests {
        /// 1,500 pushes by default; the whole 100,000 with `PASSKITCORE_LONG_TESTS=1`, where memory is watched, too.
        static let isLong = ProcessInfo.processInfo.environment["PASSKITCORE_LONG_TESTS"] == "1"

        /// The pushes of that many devices, made when they are asked for.
        struct Pushes: AsyncSequence, Sendable {
            let count: Int

            struct AsyncIterator: AsyncIteratorProtocol {
                let count: Int
                var number = 0

                mutating func next() async throws -> PassPush? {
                    guard number < count else { return nil }
                    number += 1
                    return try APNsScene.push(number)
                }
            }

            func makeAsyncIterator() -> AsyncIterator { AsyncIterator(count: count) }
        }

        /// The memory this process has in use, in bytes.
        static func residentMemory() -> Int? {
            guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
            let fields = text.split(separator: " ")
            return fields.count > 1 ? Int(fields[1]).map { $0 * 4096 } : nil
        }

        @Test func streamsAnyNumberOfPushesThroughDropsInBoundedMemory() async throws {
            let count = Self.isLong ? 100_000 : 1500
            var service = APNsDouble.Configuration()
            service.memory = 100
            let hasDropped = Mutex(false)
            // Every 500th device is gone; half-way a push, and all that are under way with it, lose their connection.
            try await APNsScene.run(
                service: service,
                answering: { push in
                    guard let number = Int(push.token, radix: 16) else { return .drop }
                    if number == count / 2 + 1,
                        hasDropped.withLock({ hasDropped in
                            defer { hasDropped = true }; return !hasDropped
                        })
                    {
                        return .drop
                    }
                    if number.isMultiple(of: 500) { return .refuse(410, reason: "Unregistered") }
                    return .accept
                }
            ) { scene async throws in
                let fanOut = PushFanOut(
                    transport: scene.transport,
                    configuration: .init(
                        concurrency: 50,
                        readAhead: 200,
                        policy: PushRetryPolicy(connectionDelay: .milliseconds(50))
                    )
                )
                var (delivered, removed, retried, most) = (0, 0, 0, 0)
                var start = 0
                let began = ContinuousClock.now
                try await fanOut.run(Pushes(count: count)) { _, decision in
                    switch decision {
                    case .delivered: delivered += 1
                    case .removeToken: removed += 1
                    case .retry: retried += 1
                    case .giveUp(let reason): Issue.record("gave up: \(reason)")
                    }
                    let settled = delivered + removed
                    if settled == 1000 { start = Self.residentMemory() ?? 0 }
                    if settled.isMultiple(of: 1000) { most = max(most, Self.residentMemory() ?? 0) }
                }
                #expect(delivered == count - count / 500 && removed == count / 500)
                #expect(retried > 0)
                #expect(scene.service.seen.count >= count)
                #expect(scene.service.seen.connections == 2)
                #expect(scene.service.seen.mostAtOnce <= 50)
                if Self.isLong {
                    #expect(most - start < 64 << 20)
                    print(
                        "\(count) pushes in \(ContinuousClock.now - began), \((most - start) >> 10) KiB more than at 1,000"
                    )
                }
            }
        }
    }
#endif
