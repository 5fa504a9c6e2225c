import PassKitCore
import PassKitTesting

extension Benchmark {
    /// A manifest signed: the CMS around one operation of a key that is loaded.
    static let signCMS = Benchmark(
        name: "sign.cms.rsa2048",
        unit: "signatures/s",
        bound: "private-key operations of the same key with libcrypto, in C"
    ) {
        let sample = try SigningSample(.rsa2048)
        let manifest = SampleFiles.image(642)
        return .rates(
            limit: Operation { try sample.signRaw() },
            measured: Operation { keep(try sample.signer.signatureInProcess(for: manifest, at: sample.time)) }
        )
    }
}
