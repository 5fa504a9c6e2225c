import PassKitCore
import PassKitServer
import PassKitTesting

/// An engine on a store, with passes for it to take.
struct AcceptingEngine: Sendable {
    static let tasks = 64

    let engine: PassUpdateEngine
    // Closes the store when nobody needs it any more.
    private let files: StoreFiles
    private let signer: CMSManifestSigner
    private let image: [UInt8]

    init(_ files: StoreFiles) throws {
        self.files = files
        let authority = try TestAuthority(keys: .rsa2048)
        signer = try authority.signer()
        image = try PaddedPNG.bytes(padding: 145_000)
        var configuration = PassUpdateEngine.Configuration()
        configuration.updater.verifier = PassVerifier(anchors: try authority.anchors)
        engine = try PassUpdateEngine(
            store: files.store,
            signers: [signer],
            recipients: RecipientList([]),
            notifications: [:],
            publicURL: "https://passes.example.com",
            configuration: configuration
        )
    }

    /// Requests with signed passes of about 160 KB, or of a tenth, each like no other.
    func requests(_ count: Int, isSmall: Bool = false) async throws -> [PassUpdateRequest] {
        var requests: [PassUpdateRequest] = []
        for _ in 0..<count {
            var package = try SamplePass.package(serial: "E-\(RandomBytes.system.positiveInt64())")
            if !isSmall { package.images["background@2x.png"] = image }
            requests.append(
                PassUpdateRequest(
                    pkPass: try await package.signed(by: signer),
                    content: PassUpdateContent(recipients: ["48494"])
                )
            )
        }
        return requests
    }

    /// Hands the requests in, 64 at a time.
    /// - Returns: The microseconds that each took.
    func accept(_ requests: [PassUpdateRequest]) async throws -> Double {
        try await microseconds(requests.count) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<Self.tasks {
                    group.addTask {
                        for index in stride(from: task, to: requests.count, by: Self.tasks) {
                            _ = try await engine.update(requests[index])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

/// How many microseconds of the wall's clock each of several things took.
func microseconds(_ count: Int, _ body: () async throws -> Void) async throws -> Double {
    let elapsed = try await ContinuousClock().measure { try await body() }
    return (Double(elapsed.components.seconds) * 1e6 + Double(elapsed.components.attoseconds) / 1e12) / Double(count)
}

/// A picture with a chunk that no reader looks at, to make it as large as real ones.
private enum PaddedPNG {
    static func bytes(padding: Int) throws -> [UInt8] {
        let png = try SamplePass.otherLogo()
        var body = Array("noIs".utf8)
        body += RandomBytes.system(padding)
        // Before the last chunk, IEND, which is always 12 bytes.
        var bytes: [UInt8] = Array(png.prefix(png.count - 12))
        bytes += big(UInt32(padding))
        bytes += body
        bytes += big(crc32(body))
        bytes += png.suffix(12)
        return bytes
    }

    private static func big(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { (shift: UInt32) in UInt8(truncatingIfNeeded: value >> shift) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = crc & 1 == 1
                crc >>= 1
                if isOdd { crc ^= 0xEDB8_8320 }
            }
        }
        return ~crc
    }
}
