import PassKitCore
import PassKitTesting

extension Benchmark {
    /// The most memory the process holds while it makes 10,000 passes one after the other.
    static let signMemory = Benchmark(
        name: "sign.memory.10000-passes",
        unit: "bytes",
        bound: "40 MB"
    ) {
        let sample = try SigningSample(.p256)
        let template = try sample.template()
        for number in 0..<10_000 {
            keep(try template.makePass(signer: sample.signer, at: sample.time) { $0.serialNumber = "E-\(number)" })
        }
        return .figures(value: Double(residentPeak()), limit: 40e6)
    }
}
