import CPassKitShims

/// Memory that holds secrets.
package enum Memory {
    /// Hands a copy of bytes to a closure, and overwrites it before it is freed.
    static func withClearedCopy<Result>(
        of bytes: some Collection<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        defer {
            passkit_cleanse(copy.baseAddress, copy.count)
            copy.deallocate()
        }
        return body(UnsafeBufferPointer(copy))
    }

    /// Overwrites bytes that are not needed any more.
    ///
    /// Other copies of the array are left as they are.
    package static func clear(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBufferPointer { passkit_cleanse($0.baseAddress, $0.count) }
        bytes.removeAll()
    }
}
