import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct PushQueueTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)
    static let noChance = RandomBytes { [UInt8](repeating: 0, count: $0) }
    static let accepted = Result<PushOutcome, any Error>.success(.accepted(id: nil))
    static let busy = Result<PushOutcome, any Error>.success(.retry(.tooManyRequests, after: .seconds(30)))

    static func queue(concurrency: Int = 2, maximumWaiting: Int = 100) -> PushQueue {
        PushQueue(concurrency: concurrency, maximumWaiting: maximumWaiting, random: noChance)
    }

    static func push(_ token: String, priority: PassPush.Priority = .immediate, until: Date? = nil) throws -> PassPush {
        PassPush(token: try PushToken(token), passTypeIdentifier: "pass.a", priority: priority, expiration: until)
    }

    @Test func startsInOrderAndSoManyAtATime() throws {
        var queue = Self.queue()
        let pushes = try ["aa", "bb", "cc"].map { try Self.push($0) }
        pushes.forEach { queue.add($0) }
        #expect(queue.next(at: Self.now) == pushes[0])
        #expect(queue.next(at: Self.now) == pushes[1])
        #expect(queue.next(at: Self.now) == nil && queue.inFlight == 2 && queue.readyCount == 1)
        #expect(queue.finish(pushes[1], with: Self.accepted, at: Self.now) == .delivered(id: nil))
        #expect(queue.next(at: Self.now) == pushes[2])
    }

    @Test func onePushADeviceHoweverManyPassesChanged() throws {
        var queue = Self.queue()
        queue.add(try Self.push("aa", priority: .considerate, until: Self.now))
        queue.add(try Self.push("aa", until: Self.now.addingTimeInterval(5)))
        queue.add(try Self.push("aa", priority: .considerate, until: Self.now.addingTimeInterval(2)))
        #expect(queue.count == 1)
        let merged = try Self.push("aa", until: Self.now.addingTimeInterval(5))
        #expect(queue.next(at: Self.now) == merged)
        #expect(queue.next(at: Self.now) == nil)
    }

    @Test func aChangeDuringAPushIsPushedAfterIt() throws {
        var queue = Self.queue()
        let push = try Self.push("aa")
        queue.add(push)
        _ = queue.next(at: Self.now)
        queue.add(push)
        queue.add(push)
        #expect(queue.next(at: Self.now) == nil)
        _ = queue.finish(push, with: Self.accepted, at: Self.now)
        #expect(queue.next(at: Self.now) == push)
        _ = queue.finish(push, with: Self.accepted, at: Self.now)
        #expect(queue.isEmpty)
    }

    @Test func aTokenThatIsNoGoodTakesAlongWhatWaitedForIt() throws {
        var queue = Self.queue()
        let push = try Self.push("aa")
        queue.add(push)
        _ = queue.next(at: Self.now)
        queue.add(push)
        let decision = queue.finish(push, with: .success(.tokenInvalid(.unregistered, since: nil)), at: Self.now)
        #expect(decision == .removeToken(.unregistered, since: nil))
        #expect(queue.isEmpty)
    }

    @Test func aRetryWaitsAndDelaysNoOther() throws {
        var queue = Self.queue(concurrency: 1)
        let (slow, other) = (try Self.push("aa"), try Self.push("bb"))
        queue.add(slow)
        queue.add(other)
        _ = queue.next(at: Self.now)
        let due = Self.now.addingTimeInterval(30)
        #expect(queue.finish(slow, with: Self.busy, at: Self.now) == .retry(at: due))
        #expect(queue.nextDue == due)
        #expect(queue.next(at: Self.now) == other)
        _ = queue.finish(other, with: Self.accepted, at: Self.now)
        queue.add(slow)
        #expect(queue.next(at: due.addingTimeInterval(-1)) == nil && queue.count == 1)
        #expect(queue.next(at: due) == slow)
        #expect(queue.nextDue == nil)
    }

    @Test func countsTheAttemptsOfEachPush() throws {
        var queue = PushQueue(policy: PushRetryPolicy(maximumAttempts: 2), random: Self.noChance)
        let push = try Self.push("aa")
        queue.add(push)
        _ = queue.next(at: Self.now)
        _ = queue.finish(push, with: Self.busy, at: Self.now)
        let later = Self.now.addingTimeInterval(60)
        _ = queue.next(at: later)
        #expect(queue.finish(push, with: Self.busy, at: later) == .giveUp(.tooManyRequests))
        queue.add(push)
        _ = queue.next(at: later)
        #expect(queue.finish(push, with: Self.busy, at: later) == .retry(at: later.addingTimeInterval(30)))
    }

    @Test func retriesComeInTheOrderInWhichTheyFallDue() throws {
        var queue = Self.queue(concurrency: 100)
        var generator = SystemRandomNumberGenerator()
        for number in 0..<100 {
            let push = try Self.push(number < 16 ? "0\(String(number, radix: 16))" : String(number, radix: 16))
            queue.add(push)
            _ = queue.next(at: Self.now)
            let wait = Duration.seconds(Int.random(in: 1..<50, using: &generator))
            _ = queue.finish(push, with: .success(.retry(.shutdown, after: wait)), at: Self.now)
        }
        var dues: [Date] = []
        while let due = queue.nextDue, queue.next(at: .distantFuture) != nil { dues.append(due) }
        #expect(dues.count == 100 && dues == dues.sorted())
    }

    @Test func boundsHowManyWait() throws {
        var queue = Self.queue(concurrency: 100, maximumWaiting: 1)
        let pushes = try ["aa", "bb"].map { try Self.push($0) }
        for push in pushes {
            queue.add(push)
            _ = queue.next(at: Self.now)
        }
        _ = queue.finish(pushes[0], with: Self.busy, at: Self.now)
        #expect(queue.finish(pushes[1], with: Self.busy, at: Self.now) == .giveUp(.tooManyRequests))
        #expect(queue.count == 1)
    }

    @Test func otherPassTypesOfOneDeviceAreOtherTargets() throws {
        var queue = Self.queue()
        let token = try PushToken("aa")
        queue.add(PassPush(token: token, passTypeIdentifier: "pass.a"))
        queue.add(PassPush(token: token, passTypeIdentifier: "pass.b"))
        queue.add(PassPush(token: token, passTypeIdentifier: "pass.b", teamIdentifier: "T"))
        #expect(queue.count == 3)
    }

    @Test func ignoresAResultOfNothing() throws {
        var queue = Self.queue()
        #expect(queue.finish(try Self.push("aa"), with: Self.accepted, at: Self.now) == .giveUp(.noAnswer))
        #expect(queue.inFlight == 0)
    }
}
