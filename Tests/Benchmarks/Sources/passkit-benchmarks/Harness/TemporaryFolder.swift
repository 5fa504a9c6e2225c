#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder that is gone when nobody refers to it any more.
final class TemporaryFolder: Sendable {
    private let path: String

    init() throws {
        path = "\(FileManager.default.temporaryDirectory.path)/passkit-benchmarks-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
