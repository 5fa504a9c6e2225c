import Foundation

/// A folder of its own for one test, gone when the test is.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "passkit-sqlite-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// A database file that is not there yet.
    var database: String { "\(path)/passes.sqlite" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
