// swift-tools-version: 6.2
import PackageDescription

// libFuzzer targets; `run` builds them with coverage and AddressSanitizer. They see public doors only.
let core = Target.Dependency.product(name: "PassKitCore", package: "PassKitCore")

let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The name makes the path work in a clone of any name.
        .package(name: "PassKitCore", path: "../..", traits: [])
    ],
    targets: [
        .executableTarget(name: "FuzzArchive", dependencies: [core]),
        .executableTarget(name: "FuzzInflate", dependencies: [core]),
        .executableTarget(name: "FuzzJSON", dependencies: [core]),
        .executableTarget(name: "FuzzLint", dependencies: [core]),
        .executableTarget(name: "FuzzMultipart", dependencies: [core]),
        .executableTarget(name: "FuzzPNG", dependencies: [core]),
        .executableTarget(
            name: "FuzzVerifier",
            dependencies: [core, .product(name: "PassKitTesting", package: "PassKitCore")]
        ),
    ]
)
