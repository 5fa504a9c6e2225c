import PassKitCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Benchmark {
    /// Parses a real `pass.json` into the lossless tree.
    static let jsonParse = Benchmark(name: "json.parse", unit: "texts/s", bound: "JSONDecoder into a plain tree") {
        let bytes = SampleJSON.bytes
        let data = Data(bytes)
        let decoder = JSONDecoder()
        return .rates(
            limit: Operation { keep(try decoder.decode(PlainTree.self, from: data)) },
            measured: Operation { keep(try JSONValue(parsing: bytes)) }
        )
    }

    /// Prints the tree of a real `pass.json`.
    static let jsonPrint = Benchmark(name: "json.print", unit: "texts/s", bound: "JSONEncoder from a plain tree") {
        let plain = try JSONDecoder().decode(PlainTree.self, from: Data(SampleJSON.bytes))
        let tree = try JSONValue(parsing: SampleJSON.bytes)
        let encoder = JSONEncoder()
        return .rates(
            limit: Operation { keep(try encoder.encode(plain)) },
            measured: Operation { keep(tree.bytes()) }
        )
    }
}
