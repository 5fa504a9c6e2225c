import PassKitCore
import PassKitTesting

extension Benchmark {
    /// A pass from a template: a new `pass.json`, everything else as before.
    static let signTemplateRSA = signTemplate("sign.template.rsa2048", .rsa2048)

    /// The same with a key with which signing costs little, so that everything else counts.
    static let signTemplateP256 = signTemplate("sign.template.p256", .p256)

    private static func signTemplate(_ name: String, _ keys: TestAuthority.KeyKind) -> Benchmark {
        Benchmark(
            name: name,
            unit: "passes/s",
            bound: "private-key operations of the same key with libcrypto, in C"
        ) {
            let sample = try SigningSample(keys)
            let template = try sample.template()
            var number = 0
            return .rates(
                limit: Operation { try sample.signRaw() },
                measured: Operation {
                    number += 1
                    keep(
                        try template.makePass(signer: sample.signer, at: sample.time) { pass in
                            pass.serialNumber = "E-\(number)"
                        }
                    )
                }
            )
        }
    }

    /// Passes from one template on two threads at once.
    static let signTemplateTwoThreads = Benchmark(
        name: "sign.template.rsa2048.2threads",
        unit: "passes/s",
        bound: "the same on one thread",
        clock: .wall
    ) {
        let sample = try SigningSample(.rsa2048)
        let template = try sample.template()
        let signer = sample.signer
        let time = sample.time
        let make = { @Sendable (_ count: Int) throws in
            for number in 0..<count {
                keep(try template.makePass(signer: signer, at: time) { $0.serialNumber = "E-\(number)" })
            }
        }
        return .rates(
            limit: Operation(units: 16) { try make(16) },
            measured: Operation(units: 32) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<2 { group.addTask { try make(16) } }
                    try await group.waitForAll()
                }
            }
        )
    }
}
