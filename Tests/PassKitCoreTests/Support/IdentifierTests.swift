import PassKitCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Identifiers are told apart by their bytes, unlike Swift's strings.
@Suite struct IdentifierTests {
    static let composed = "caf\u{E9}"
    static let decomposed = "cafe\u{301}"

    @Test func lettersThatLookAlikeAreNotTheSame() {
        #expect(Self.composed == Self.decomposed)
        func differs<ID: Hashable>(_ make: (String) -> ID) -> Bool {
            let (left, right) = (make(Self.composed), make(Self.decomposed))
            return left != right && Set([left, right]).count == 2 && left == make(Self.composed)
        }
        #expect(differs { PassIdentifier(type: "t", serial: $0) })
        #expect(differs { PassIdentifier(type: $0, serial: "s") })
        #expect(differs { Recipient.ID($0) })
        #expect(differs { PassRequestID($0) })
        #expect(differs { IssuedPassID($0) })
        #expect(differs { PassPrincipal($0) })
    }

    @Test func twoRecipientsThatLookAlikeAreTwo() {
        let content = PassUpdateContent(recipients: [.init(Self.composed), .init(Self.decomposed)])
        let codes = content.findings(at: .distantPast).map(\.code.rawValue)
        #expect(!codes.contains("update.duplicate-recipient"))
    }
}
