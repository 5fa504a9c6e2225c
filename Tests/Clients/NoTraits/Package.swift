// swift-tools-version: 6.2
import PackageDescription

// What a server team gets that depends on PassKitCore and enables no trait.
let package = Package(
    name: "NoTraits",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The name makes the path work in a clone of any name.
        .package(name: "PassKitCore", path: "../../..", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "Minimal",
            dependencies: [.product(name: "PassKitCore", package: "PassKitCore")]
        ),
        // Its main.swift is the code of the README's first screen; Tests/Clients/run puts it there.
        .executableTarget(
            name: "FirstScreen",
            dependencies: [
                .product(name: "PassKitCore", package: "PassKitCore"),
                .product(name: "PassKitTesting", package: "PassKitCore"),
            ]
        ),
        // The examples of Docs/Signing.md, put there in the same way.
        .executableTarget(
            name: "RemoteKey",
            dependencies: [
                .product(name: "PassKitCore", package: "PassKitCore"),
                .product(name: "PassKitTesting", package: "PassKitCore"),
            ]
        ),
        .executableTarget(
            name: "Template",
            dependencies: [
                .product(name: "PassKitCore", package: "PassKitCore"),
                .product(name: "PassKitTesting", package: "PassKitCore"),
            ]
        ),
    ]
)
