import PassKitCore
import PassKitTesting

extension Benchmark {
    /// A pass verified from its bytes, by a verifier that remembers no certificates.
    static let verify = verify("verify.rsa2048", knownSigners: 0)

    /// The same by a verifier that has seen the signer before.
    static let verifyKnownSigner = verify("verify.rsa2048.known-signer", knownSigners: 64)

    private static func verify(_ name: String, knownSigners: Int) -> Benchmark {
        Benchmark(
            name: name,
            unit: "passes/s",
            bound: "inflate, crc32, EVP_Digest, d2i_CMS_ContentInfo, CMS_verify, issuer check, in straightforward C"
        ) {
            let sample = try SigningSample(.rsa2048)
            let bytes = try await sample.make()
            let verifier = PassVerifier(anchors: try sample.authority.anchors, knownSigners: knownSigners)
            guard verifier.verify(try PassArchive(reading: bytes)).verdict == .trusted else {
                throw SigningSample.CannotSetUp()
            }
            return .rates(
                limit: Operation { try sample.verifyInC(bytes) },
                measured: Operation { keep(verifier.verify(try PassArchive(reading: bytes))) }
            )
        }
    }
}
