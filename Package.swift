// swift-tools-version: 6.2
import PackageDescription

// One list for every target, so that no room is built by looser rules than another.
var swiftSettings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
    .enableUpcomingFeature("InferIsolatedConformances"),
    // A public type says whether it may cross isolation borders.
    .treatWarning("ExplicitSendable", as: .error),
]
if Context.environment["PASSKITCORE_WARNINGS"] == "errors" {
    // For the project's own checks; a client never fails to build over a new compiler's warning.
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    swiftSettings.append(.treatAllWarnings(as: .error))
}

let package = Package(
    name: "PassKitCore",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "PassKitCore", targets: ["PassKitCore"]),
        .library(name: "PassKitServer", targets: ["PassKitServer"]),
        .library(name: "PassKitHummingbird", targets: ["PassKitHummingbird"]),
        .library(name: "PassKitAsyncHTTPClient", targets: ["PassKitAsyncHTTPClient"]),
        .library(name: "PassKitSQLite", targets: ["PassKitSQLite"]),
        .library(name: "PassKitTesting", targets: ["PassKitTesting"]),
        .executable(name: "pkpass", targets: ["pkpass"]),
    ],
    traits: [
        .trait(
            name: "Server",
            description:
                "Builds `PassKitServer`: the durable update engine, its HTTP API, links and an in-memory store."
        ),
        .trait(
            name: "Hummingbird",
            description: "Builds `PassKitHummingbird`, which serves the server's HTTP API from a Hummingbird router.",
            enabledTraits: ["Server"]
        ),
        .trait(
            name: "AsyncHTTPClient",
            description:
                "Builds `PassKitAsyncHTTPClient`: calls to other servers, and pushes to devices over HTTP/2."
        ),
        .trait(
            name: "SQLite",
            description: "Builds `PassKitSQLite`: the durable store in one file.",
            enabledTraits: ["Server"]
        ),
        .trait(
            name: "CommandLineTool",
            description: "Builds `pkpass`, the tool that makes, reads, verifies, signs and updates passes.",
            enabledTraits: ["Server", "SQLite", "Hummingbird", "AsyncHTTPClient"]
        ),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.7.0", traits: []),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.15.0", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0", traits: []),
        // Before 2.100.0 a header could smuggle a second request (CVE-2026-28980).
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.43.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .systemLibrary(
            name: "CLibZ",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .target(
            name: "CPassKitShims",
            dependencies: ["CLibCrypto", "CLibZ"],
            // The module maps' own `link` lines fire for Swift imports only, and Swift never imports them.
            linkerSettings: [.linkedLibrary("crypto"), .linkedLibrary("z")]
        ),
        .target(
            name: "PassKitCore",
            dependencies: [
                "CPassKitShims",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PassKitServer",
            dependencies: [
                "PassKitCore",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Server"])),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Server"])),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Server"])),
                .product(
                    name: "ServiceLifecycle",
                    package: "swift-service-lifecycle",
                    condition: .when(traits: ["Server"])
                ),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PassKitHummingbird",
            dependencies: [
                "PassKitCore",
                "PassKitServer",
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Hummingbird"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Hummingbird"])),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PassKitAsyncHTTPClient",
            dependencies: [
                "PassKitCore",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])
                ),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOTLS", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHPACK", package: "swift-nio-http2", condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            swiftSettings: swiftSettings
        ),
        // Stands in for Apple's push service, for the tests and the tool; no product.
        .target(
            name: "PassKitAPNsDouble",
            dependencies: [
                "PassKitCore",
                "PassKitTesting",
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PassKitSQLite",
            dependencies: [
                "PassKitCore",
                .target(name: "PassKitServer", condition: .when(traits: ["SQLite"])),
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "PassKitTesting",
            dependencies: [
                "PassKitCore",
                "CPassKitShims",
                .target(name: "PassKitServer", condition: .when(traits: ["Server"])),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "pkpass",
            dependencies: [
                "PassKitCore",
                "PassKitTesting",
                "PassKitServer",
                "PassKitSQLite",
                "PassKitHummingbird",
                "PassKitAPNsDouble",
                "PassKitAsyncHTTPClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["CommandLineTool"])
                ),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["CommandLineTool"])),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["CommandLineTool"])),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["CommandLineTool"])),
                .product(
                    name: "ServiceLifecycle",
                    package: "swift-service-lifecycle",
                    condition: .when(traits: ["CommandLineTool"])
                ),
                .product(
                    name: "UnixSignals",
                    package: "swift-service-lifecycle",
                    condition: .when(traits: ["CommandLineTool"])
                ),
                .product(
                    name: "ArgumentParser",
                    package: "swift-argument-parser",
                    condition: .when(traits: ["CommandLineTool"])
                ),
            ],
            swiftSettings: swiftSettings
        ),
        // Archives that are wrong in one point, for the tests of the library and of the tool.
        .target(
            name: "ArchiveForge",
            dependencies: ["PassKitCore"],
            path: "Tests/ArchiveForge",
            swiftSettings: swiftSettings
        ),
        .target(name: "CSanitizer", path: "Tests/CSanitizer"),
        .testTarget(
            name: "PassKitCoreTests",
            dependencies: ["PassKitCore", "PassKitTesting", "ArchiveForge", "CSanitizer"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PassKitServerTests",
            dependencies: [
                "PassKitServer",
                "PassKitTesting",
                .product(name: "InMemoryLogging", package: "swift-log", condition: .when(traits: ["Server"])),
                .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["Server"])),
                .product(
                    name: "InMemoryTracing",
                    package: "swift-distributed-tracing",
                    condition: .when(traits: ["Server"])
                ),
            ],
            swiftSettings: swiftSettings
        ),
        // A process that the tests of the store kill; no product.
        .executableTarget(
            name: "SQLiteStoreProbe",
            dependencies: [
                "PassKitCore",
                "PassKitSQLite",
                .target(name: "PassKitServer", condition: .when(traits: ["SQLite"])),
            ],
            path: "Tests/SQLiteStoreProbe",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PassKitSQLiteTests",
            dependencies: [
                "PassKitSQLite",
                "PassKitServer",
                "PassKitCore",
                "PassKitTesting",
                "SQLiteStoreProbe",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PassKitHummingbirdTests",
            dependencies: [
                "PassKitHummingbird",
                "PassKitTesting",
                .product(
                    name: "HummingbirdTesting",
                    package: "hummingbird",
                    condition: .when(traits: ["Hummingbird"])
                ),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PassKitAsyncHTTPClientTests",
            dependencies: [
                "PassKitAPNsDouble",
                "PassKitAsyncHTTPClient",
                "PassKitCore",
                "PassKitTesting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])
                ),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "PkpassTests",
            dependencies: ["pkpass", "PassKitAPNsDouble", "PassKitCore", "PassKitTesting", "ArchiveForge"],
            swiftSettings: swiftSettings
        ),
    ]
)
