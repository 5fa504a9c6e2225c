import Foundation
import PassKitCore
import PassKitTesting
import Testing

@Suite struct PushRetryPolicyTests {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)
    static let noChance = RandomBytes { [UInt8](repeating: 0, count: $0) }
    static let mostChance = RandomBytes { [UInt8](repeating: 255, count: $0) }

    static func wait(
        _ policy: PushRetryPolicy = PushRetryPolicy(),
        after result: Result<PushOutcome, any Error>,
        attempts: Int,
        random: RandomBytes = noChance
    ) -> TimeInterval? {
        guard case .retry(let time) = policy.decision(after: result, attempts: attempts, at: now, random: random)
        else { return nil }
        return time.timeIntervalSince(now)
    }

    @Test func finishesWithTheNameOfAnAcceptedPush() {
        let decision = PushRetryPolicy().decision(after: .success(.accepted(id: "a")), attempts: 1, at: Self.now)
        #expect(decision == .delivered(id: "a"))
    }

    @Test(arguments: [PushReason.unregistered, .badDeviceToken, .deviceTokenNotForTopic])
    func removesTokensThatAreNoGood(_ reason: PushReason) {
        let since = Self.now.addingTimeInterval(-60)
        let outcome = PushOutcome.tokenInvalid(reason, since: since)
        let decision = PushRetryPolicy().decision(after: .success(outcome), attempts: 1, at: Self.now)
        #expect(decision == .removeToken(reason, since: since))
    }

    @Test func leavesWhatIsRejected() {
        let decision = PushRetryPolicy().decision(after: .success(.rejected(.forbidden)), attempts: 1, at: Self.now)
        #expect(decision == .giveUp(.forbidden))
    }

    @Test(arguments: [(1, 900.0), (2, 1800), (3, 3600), (4, 7200), (5, 14400), (6, 21600), (7, 21600)])
    func doublesTheWaitWhenTheServiceFails(_ attempts: Int, _ seconds: TimeInterval) {
        let outcome = PushOutcome.retry(.internalServerError, after: nil)
        #expect(Self.wait(after: .success(outcome), attempts: attempts) == seconds)
    }

    @Test func waitsLessWhenOnlyOneDeviceIsMeantOrNobodyAnswered() {
        #expect(Self.wait(after: .success(.retry(.tooManyRequests, after: nil)), attempts: 2) == 120)
        #expect(Self.wait(after: .failure(RecordingPushTransport.NoAnswer()), attempts: 3) == 20)
    }

    @Test func triesForAboutADayWhenNobodyAnswers() {
        var waits: [TimeInterval] = []
        while waits.count < 1000,
            let wait = Self.wait(after: .failure(RecordingPushTransport.NoAnswer()), attempts: waits.count + 1)
        {
            waits.append(wait)
        }
        #expect(waits.prefix(9) == [5, 10, 20, 40, 80, 160, 320, 640, 900])
        #expect(waits.max() == 900)
        #expect((23.0...25.0).contains(waits.reduce(0, +) / 3600))
    }

    @Test func waitsForACertificate() {
        let outcome = PushOutcome.rejected(.noIdentity)
        for attempts in [1, 2, 8, 99] { #expect(Self.wait(after: .success(outcome), attempts: attempts) == 900) }
        let last = PushRetryPolicy().decision(after: .success(outcome), attempts: 100, at: Self.now)
        #expect(last == .giveUp(.noIdentity))
    }

    @Test func honoursRetryAfterHoweverOftenItWasTried() {
        let outcome = PushOutcome.retry(.serviceUnavailable, after: .seconds(42))
        #expect(Self.wait(after: .success(outcome), attempts: 5) == 42)
    }

    @Test func cutsRetryAfterThatIsBeyondReason() {
        let outcome = PushOutcome.retry(.serviceUnavailable, after: .seconds(10_000_000))
        #expect(Self.wait(after: .success(outcome), attempts: 1) == 86_400)
        let past = PushOutcome.retry(.serviceUnavailable, after: .seconds(-5))
        #expect(Self.wait(after: .success(past), attempts: 1) == 0)
    }

    @Test func chanceOnlyLengthensTheWait() throws {
        let outcome = PushOutcome.retry(.serviceUnavailable, after: .seconds(1024))
        let wait = try #require(Self.wait(after: .success(outcome), attempts: 1, random: Self.mostChance))
        #expect(abs(wait - 1279) < 0.001)
    }

    @Test func givesUpAfterTheLastAttempt() {
        let policy = PushRetryPolicy(maximumAttempts: 3, maximumConnectionAttempts: 4)
        let outcome = PushOutcome.retry(.shutdown, after: .seconds(1))
        #expect(Self.wait(policy, after: .success(outcome), attempts: 2) == 1)
        #expect(policy.decision(after: .success(outcome), attempts: 3, at: Self.now) == .giveUp(.shutdown))
        let failure = Result<PushOutcome, any Error>.failure(RecordingPushTransport.NoAnswer())
        #expect(Self.wait(policy, after: failure, attempts: 3) == 20)
        #expect(policy.decision(after: failure, attempts: 4, at: Self.now) == .giveUp(.noAnswer))
    }

    @Test func survivesAnyNumberOfAttempts() {
        let policy = PushRetryPolicy(maximumAttempts: .max)
        let outcome = PushOutcome.retry(.internalServerError, after: nil)
        #expect(Self.wait(policy, after: .success(outcome), attempts: .max - 1) == 21_600)
        #expect(Self.wait(policy, after: .success(outcome), attempts: 0) == 900)
    }
}
