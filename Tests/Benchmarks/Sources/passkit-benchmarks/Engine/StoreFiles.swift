import PassKitSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The library's store, and a file with the same schema that C writes to.
final class StoreFiles: Sendable {
    let store: SQLitePassStore
    let reference: ReferenceStore
    private let folder: TemporaryFolder

    /// - Parameter isFull: Whether the library's store holds a million queued jobs already, each of a pass of its own.
    init(isFull: Bool = false) throws {
        folder = try TemporaryFolder()
        // The library makes the schema of the file that C writes to.
        try SQLitePassStore(path: folder.file("c.sqlite")).close()
        reference = try ReferenceStore(path: folder.file("c.sqlite"))
        if isFull {
            try FileManager.default.copyItem(atPath: Self.million.get(), toPath: folder.file("swift.sqlite"))
        }
        store = try SQLitePassStore(path: folder.file("swift.sqlite"))
    }

    deinit { store.close() }

    private static let millionFolder = Swift.Result { try TemporaryFolder() }

    /// A file with a million queued jobs, made once.
    private static let million = Swift.Result {
        let path = try millionFolder.get().file("million.sqlite")
        try SQLitePassStore(path: path).close()
        let filling = try ReferenceStore(path: path)
        let package = [UInt8](repeating: 7, count: 64)
        for _ in 0..<50 { try filling.accept(package, count: 20_000) }
        return path
    }
}
