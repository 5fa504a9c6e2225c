import PassKitCore
import Testing

@Suite struct PassErrorTests {
    static let code = PassError.Code("test.example")

    @Test func isOnePointerWide() {
        #expect(MemoryLayout<PassError>.size == MemoryLayout<Int>.size)
    }

    @Test func equalityIsOnTheCode() {
        #expect(PassError(Self.code, "one") == PassError(Self.code, "another"))
        #expect(PassError(Self.code, "one") != PassError(.init("test.other"), "one"))
    }

    @Test func describesCodeMessageAndPlace() {
        let error = PassError(Self.code, "Mend it.", cause: CancellationError())
        #expect(error.description == "test.example: Mend it.")
        #expect(error.debugDescription.contains("PassErrorTests.swift"))
        #expect(error.debugDescription.contains("CancellationError"))
    }
}
