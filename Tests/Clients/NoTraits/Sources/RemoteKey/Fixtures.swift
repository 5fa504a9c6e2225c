// swift-format-ignore-file: NeverUseForceTry

import Foundation
import PassKitCore
import PassKitTesting

// What the example of a key that is elsewhere takes for granted: a certificate, a pass, and a service's client, for
// which the openssl program stands in.
let authority = try! TestAuthority(keys: .rsa2048)
let certificate = authority.certificatePEM
let intermediates = authority.intermediatePEM
let package = try! SamplePass.package()
let cloud = CloudClient(key: authority.privateKeyPEM)

struct CloudClient: Sendable {
    struct Reply {
        let signature: [UInt8]
    }

    struct Refusal: Error {}

    let key: [UInt8]

    func sign(key name: String, message: [UInt8], algorithm: String) async throws -> Reply {
        guard name == "alias/passes", algorithm == "RSASSA_PKCS1_V1_5_SHA_256" else { throw Refusal() }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(key).write(to: folder.appending(path: "key"))
        try Data(message).write(to: folder.appending(path: "message"))
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/env")
        openssl.arguments = ["openssl", "dgst", "-sha256", "-sign", "key", "-out", "signature", "message"]
        openssl.currentDirectoryURL = folder
        try openssl.run()
        openssl.waitUntilExit()
        return Reply(signature: try [UInt8](Data(contentsOf: folder.appending(path: "signature"))))
    }
}

/// Says what became of the example's pass.
func report(_ ticket: [UInt8]) throws {
    let report = PassVerifier(anchors: try authority.anchors).verify(try PassArchive(reading: ticket))
    print("The remote key's pass is \(report.verdict).")
}
