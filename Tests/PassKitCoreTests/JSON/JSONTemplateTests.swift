import PassKitTesting
import Testing

@testable import PassKitCore

@Suite struct JSONTemplateTests {
    static let edits: [@Sendable (inout Pass) -> Void] = [
        { _ in },
        { $0.serialNumber = "E-2" },
        { $0.fields.back = [] },
        { $0.fields.primary[0].value = "Closing \"night\" \u{1F3B6}" },
        { $0.json = JSONObject() },
        { $0.json["formatVersion"] = nil },
        { $0.json["userInfo"] = ["a": [1.50, nil, true]] },
        // Large members changed, moved, and added, with small ones between them.
        { $0.fields.back = Array($0.fields.back.reversed()) },
        { $0.json["userInfo"] = .string(String(repeating: "abc", count: 500)) },
        { $0.json["userInfo"] = .string(String(repeating: "\u{1F3B6}\"", count: 30_000)) },
        { pass in
            let style = pass.json["eventTicket"]
            pass.json["eventTicket"] = nil
            pass.json["a"] = 1
            pass.json["eventTicket"] = style
            pass.json["z"] = 2
        },
        { pass in
            let first = pass.json["formatVersion"]
            pass.json["formatVersion"] = nil
            pass.json["formatVersion"] = first
        },
    ]

    /// A pass with a member that is compressed ahead, and another one behind it.
    static var pass: Pass {
        var pass = SamplePass.pass()
        pass.fields.back = (0..<12).map { PassField("detail-\($0)", label: "detail_\($0)", value: "Door \($0 * 7)") }
        pass.json["relevantText"] = .string((0..<60).map { "word\($0 * $0 % 17)" }.joined(separator: " "))
        return pass
    }

    /// Whatever is changed, the bytes are those of printing the whole, and the stream inflates to them.
    @Test(arguments: edits.indices)
    func printsTheSameAsThePrinter(_ index: Int) throws {
        var variant = Self.pass
        Self.edits[index](&variant)
        for (from, to) in [(Self.pass, variant), (variant, Self.pass), (variant, variant)] {
            let printed = try JSONTemplate(from.json).variant(to.json)
            #expect(printed.bytes == to.bytes())
            guard let deflated = printed.deflated else { continue }
            #expect(try Deflate.inflate(deflated.span, size: printed.bytes.count, name: "pass.json") == printed.bytes)
        }
    }

    /// What is compressed ahead is hardly larger than what is compressed as a whole.
    @Test func isSmall() throws {
        var variant = Self.pass
        variant.serialNumber = "E-2"
        let printed = try JSONTemplate(Self.pass.json).variant(variant.json)
        let whole = try #require(try Deflate.compress(printed.bytes))
        #expect(try #require(printed.deflated).count < whole.count + 250)
    }

    /// Keys and strings that are canonically equivalent, but not the same, are printed as they are.
    @Test func comparesExactly() throws {
        let composed: JSONValue = ["\u{E9}": "\u{E9}"]
        let decomposed: JSONValue = ["e\u{301}": "e\u{301}"]
        let template = try JSONTemplate(composed.objectValue ?? JSONObject())
        #expect(try template.variant(decomposed.objectValue ?? JSONObject()).bytes == decomposed.bytes())
    }
}
