import PassKitCore
import PassKitTesting

extension Benchmark {
    /// A pass of 160 KB from files in memory: hashed, compressed, signed, assembled.
    static let signCold = Benchmark(
        name: "sign.cold.rsa2048",
        unit: "passes/s",
        bound: "the same in straightforward C: EVP_Digest, crc32, deflate, CMS_sign"
    ) {
        let sample = try SigningSample(.rsa2048)
        return .rates(
            limit: Operation { keep(try sample.makeInC()) },
            measured: Operation { keep(try await sample.make()) }
        )
    }
}
