// swift-format-ignore-file: NeverUseForceTry

import PassKitCore
import PassKitTesting

// What the example of a template takes for granted.
let authority = try! TestAuthority()
let signer = try! authority.signer()
let package = try! SamplePass.package()
let seats = (1...3).map { "E-\($0)" }

func store(_ ticket: [UInt8]) throws {
    let report = PassVerifier(anchors: try authority.anchors).verify(try PassArchive(reading: ticket))
    print("\(report.serialNumber ?? "?") is \(report.verdict).")
}
