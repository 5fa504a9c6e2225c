import CReference

/// A database file with the library's schema that C writes to.
final class ReferenceStore: @unchecked Sendable {
    // One operation at a time uses it: limit and measured operation run in turns.
    private let store: OpaquePointer

    /// What C could not do.
    struct Failure: Error {}

    init(path: String) throws {
        guard let store = creference_store_open(path) else { throw Failure() }
        self.store = store
    }

    /// Writes the rows and bytes of so many requests in one transaction.
    func accept(_ package: [UInt8], count: Int) throws {
        let failed = package.withUnsafeBufferPointer { bytes in
            creference_store_accept(store, bytes.baseAddress, bytes.count, Int32(count))
        }
        guard failed == 0 else { throw Failure() }
    }

    deinit { creference_store_close(store) }
}
