import PassKitCore
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent)) struct JSONCorpusTests {
    static let files = SharedCorpus.files(in: "json", suffix: ".json")

    /// The texts of the suite that are grammatical and that a careful reader refuses all the same.
    static let duplicates = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test func theCorpusIsWhole() {
        #expect(Self.files.count { $0.hasPrefix("y_") } > 90)
        #expect(Self.files.count { $0.hasPrefix("n_") } > 180)
        #expect(Self.files.count { $0.hasPrefix("i_") } > 30)
    }

    @Test(arguments: files.filter { $0.hasPrefix("y_") && !duplicates.contains($0) })
    func parsesAndPrintsEqual(_ name: String) throws {
        let value = try JSONValue(parsing: SharedCorpus.bytes("json/\(name)"))
        #expect(try JSONValue(parsing: value.bytes()) == value)
        #expect(try JSONValue(parsing: value.bytes(.pretty)) == value)
    }

    @Test(arguments: duplicates)
    func parsesDuplicateKeysOnRequestOnly(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("json/\(name)")
        #expect(throws: PassError(.jsonDuplicateKey, "")) { try JSONValue(parsing: bytes) }
        let value = try JSONValue(parsing: bytes, limits: JSONLimits(keepsDuplicateKeys: true))
        #expect(value.objectValue?.count == 2)
        #expect(try JSONValue(parsing: value.bytes(), limits: JSONLimits(keepsDuplicateKeys: true)) == value)
    }

    @Test(arguments: files.filter { $0.hasPrefix("n_") })
    func refuses(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("json/\(name)")
        #expect(throws: PassError.self) { try JSONValue(parsing: bytes) }
    }

    @Test(arguments: files.filter { $0.hasPrefix("i_") })
    func survives(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("json/\(name)")
        guard let value = try? JSONValue(parsing: bytes) else { return }
        #expect(try JSONValue(parsing: value.bytes()) == value)
    }
}
