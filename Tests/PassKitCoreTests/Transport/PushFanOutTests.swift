import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct PushFanOutTests {
    static func push(_ number: Int) throws -> PassPush {
        let digits = String(number, radix: 16)
        let token = try PushToken(String(repeating: "0", count: 64 - digits.count) + digits)
        return PassPush(token: token, passTypeIdentifier: "pass.a")
    }

    static func stream(_ numbers: some Sequence<Int>) throws -> AsyncStream<PassPush> {
        let pushes = try numbers.map { try push($0) }
        return AsyncStream { continuation in
            pushes.forEach { continuation.yield($0) }
            continuation.finish()
        }
    }

    @Test func settlesEveryPushAndNoMoreThanAllowedAtOnce() async throws {
        let transport = RecordingPushTransport { push in
            await Task.yield()
            return .accepted(id: push.token.hex)
        }
        let fanOut = PushFanOut(transport: transport, configuration: .init(concurrency: 7, readAhead: 20))
        var delivered: Set<PassPush> = []
        try await fanOut.run(try Self.stream(1...500)) { push, decision in
            #expect(decision == .delivered(id: push.token.hex))
            delivered.insert(push)
        }
        #expect(delivered.count == 500)
        #expect(transport.mostInFlight <= 7)
    }

    @Test func triesAgainWhenDueWhileOthersGoOn() async throws {
        let clock = ManualClock()
        let transport = RecordingPushTransport()
        let first = try Self.push(1)
        transport.answer(.retry(.shutdown, after: .seconds(60)), to: first.token)
        transport.giveNoAnswer(to: try Self.push(2).token)
        let fanOut = PushFanOut(transport: transport, configuration: .init(concurrency: 1), clock: clock)
        try await withThrowingTaskGroup(of: [PassPush: PushDecision].self) { group in
            let pushes = try Self.stream(1...10)
            group.addTask {
                var last: [PassPush: PushDecision] = [:]
                try await fanOut.run(pushes) { last[$0] = $1 }
                return last
            }
            // Nothing is tried again while the clock stands still.
            _ = try await transport.pushes(count: 10, within: .seconds(900))
            #expect(transport.pushes.count == 10)
            while transport.pushes.count < 12 {
                clock.advance(by: .seconds(1))
                try await Task.sleep(for: .milliseconds(2))
            }
            let last = try #require(try await group.next())
            #expect(last.count == 10)
            #expect(last.values.allSatisfy { if case .delivered = $0 { true } else { false } })
            #expect(transport.pushes.last == first)
        }
    }

    @Test func readsNoFurtherAheadThanAllowed() async throws {
        let read = Mutex(0)
        let gate = AsyncStream.makeStream(of: Void.self)
        let transport = RecordingPushTransport { _ in
            for await _ in gate.stream {}
            return .accepted(id: nil)
        }
        let pushes = try (1...100).map { try Self.push($0) }
        let source = AsyncStream<PassPush>(unfolding: {
            let number = read.withLock { number in
                number += 1
                return number
            }
            return number <= pushes.count ? pushes[number - 1] : nil
        })
        let fanOut = PushFanOut(transport: transport, configuration: .init(concurrency: 2, readAhead: 5))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await fanOut.run(source) { _, _ in } }
            _ = try await transport.pushes(count: 2, within: .seconds(900))
            for _ in 0..<200 { await Task.yield() }
            // Two under way, five read ahead, and one read that waits for room.
            #expect(read.withLock { $0 } <= 8)
            gate.continuation.finish()
            try await group.waitForAll()
        }
        #expect(transport.pushes.count == 100)
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let transport = RecordingPushTransport { _ in
            try await Task.sleep(for: .seconds(3600))
            return .accepted(id: nil)
        }
        let pushes = try Self.stream(1...3)
        await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    try await PushFanOut(transport: transport).run(pushes) { _, _ in }
                    return nil
                } catch { return error }
            }
            _ = try? await transport.pushes(count: 3, within: .seconds(900))
            group.cancelAll()
            #expect(await group.next() is CancellationError)
        }
    }

    struct Broken: Error, Equatable {}

    @Test func throwsWhatTheSequenceThrows() async throws {
        let pushes = AsyncThrowingStream<PassPush, any Error> { $0.finish(throwing: Broken()) }
        await #expect(throws: Broken()) {
            try await PushFanOut(transport: RecordingPushTransport()).run(pushes) { _, _ in }
        }
    }

    @Test func throwsWhatTheReportThrows() async throws {
        let pushes = try Self.stream(1...3)
        await #expect(throws: Broken()) {
            try await PushFanOut(transport: RecordingPushTransport()).run(pushes) { _, _ in throw Broken() }
        }
    }
}
