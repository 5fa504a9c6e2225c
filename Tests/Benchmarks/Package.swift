// swift-tools-version: 6.2
import PackageDescription

// How fast the library is beside a limit measured in the same run. The benchmarks see public doors only.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // The name makes the path work in a clone of any name.
        .package(name: "PassKitCore", path: "../..", traits: ["SQLite"])
    ],
    targets: [
        // The limits: what C does with zlib, libcrypto and SQLite alone, and a count of allocations.
        .target(
            name: "CReference",
            linkerSettings: [.linkedLibrary("z"), .linkedLibrary("crypto"), .linkedLibrary("sqlite3")]
        ),
        .executableTarget(
            name: "passkit-benchmarks",
            dependencies: [
                "CReference",
                .product(name: "PassKitCore", package: "PassKitCore"),
                .product(name: "PassKitSQLite", package: "PassKitCore"),
                .product(name: "PassKitServer", package: "PassKitCore"),
                .product(name: "PassKitTesting", package: "PassKitCore"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                // An asynchronous closure runs where its caller does: no hop between threads is measured.
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        ),
    ]
)
