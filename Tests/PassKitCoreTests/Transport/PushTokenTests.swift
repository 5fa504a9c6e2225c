import PassKitCore
import PassKitTesting
import Testing

@Suite struct PushTokenTests {
    @Test func takesDigitsOfEitherCase() throws {
        #expect(try PushToken("00Ff").hex == "00ff")
        #expect(try PushToken("00Ff") == PushToken("00fF"))
        #expect(try PushToken(String(repeating: "a", count: 512)).hex.count == 512)
    }

    @Test(arguments: ["", "f", "0g", "../00", "00 ", "ａａ", String(repeating: "a", count: 514)])
    func refusesAnythingElse(_ text: String) {
        #expect(throws: PassError(.transportPushToken, "")) { try PushToken(text) }
    }

    @Test func showsOnlyItsFirstDigits() throws {
        let token = try PushToken("0123456789abcdef0123456789abcdef")
        var dumped = ""
        dump(PassPush(token: token, passTypeIdentifier: "pass.a"), to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped] {
            #expect(text.contains("01234567…"))
            #expect(!text.contains("0123456789"))
        }
    }

    @Test func theRecordingTransportAnswersAsToldAndThenAsUsual() async throws {
        let transport = RecordingPushTransport()
        let push = PassPush(token: try PushToken("aa"), passTypeIdentifier: "pass.a")
        transport.answer(.rejected(.forbidden), to: push.token)
        transport.giveNoAnswer(to: push.token)
        #expect(try await transport.push(push) == .rejected(.forbidden))
        await #expect(throws: RecordingPushTransport.NoAnswer()) { try await transport.push(push) }
        #expect(try await transport.push(push) == .accepted(id: "push-1"))
        #expect(try await transport.pushes(count: 3, within: .seconds(1)) == [push, push, push])
    }
}
