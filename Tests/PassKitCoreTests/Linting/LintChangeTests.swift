import PassKitCore
import Testing

/// Which errors a change brings into a pass.
@Suite struct LintChangeTests {
    private func errors(_ former: (inout GoodPass) -> Void, _ changed: (inout GoodPass) -> Void) throws -> [String] {
        var before = try GoodPass(.event)
        former(&before)
        var after = before
        changed(&after)
        return PassLinter().errors(in: try after.archive(), notIn: try before.archive())
            .map { "\($0.code) \($0.path)" }.sorted()
    }

    @Test func errorsThatWereThereDoNotCount() throws {
        #expect(try errors({ _ in }, { $0["description"] = nil }) == ["lint.identity.description-missing description"])
        #expect(try errors({ $0["description"] = nil }, { $0["logoText"] = "other" }) == [])
        #expect(
            try errors({ $0["description"] = nil }, { $0["organizationName"] = nil })
                == ["lint.identity.organization-missing organizationName"]
        )
        #expect(try errors({ $0["description"] = nil }, { $0["description"] = "mended" }) == [])
    }

    private static func field(_ key: String, value: String? = nil) -> JSONValue {
        guard let value else { return ["key": .string(key)] }
        return ["key": .string(key), "value": .string(value)]
    }

    @Test func aFaultThatMovesIsTheSameAndOneMoreIsNot() throws {
        let path = "eventTicket.backFields"
        let faulty = Self.field("a")
        let good = Self.field("b", value: "1")
        #expect(try errors({ $0[path] = [faulty] }, { $0[path] = [good, faulty] }) == [])
        #expect(
            try errors({ $0[path] = [good, faulty] }, { $0[path] = [Self.field("c"), faulty] })
                == ["lint.field.value-missing \(path)[0]"]
        )
        // Digits in names do count.
        #expect(
            try errors(
                { $0["icon@2x.png", file: true] = [1] },
                { pass in
                    pass["icon@3x.png", file: true] = [1]
                    pass["icon@2x.png", file: true] = nil
                }
            ).map { $0.split(separator: " ").last } == ["icon@3x.png"]
        )
    }
}

extension GoodPass {
    fileprivate subscript(name: String, file _: Bool) -> [UInt8]? {
        get { files[name] }
        set { files[name] = newValue }
    }
}
