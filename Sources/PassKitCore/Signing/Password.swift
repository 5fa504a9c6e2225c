import CPassKitShims

/// A password whose text never appears in a description, and whose memory is cleared when it goes.
public struct Password: Sendable, ExpressibleByStringLiteral, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private final class Storage: @unchecked Sendable {
        // Never changed between init and deinit.
        let bytes: UnsafeMutableBufferPointer<CChar>

        init(_ text: String) {
            let utf8 = Array(text.utf8)
            bytes = .allocate(capacity: utf8.count + 1)
            for (index, byte) in utf8.enumerated() { bytes[index] = CChar(bitPattern: byte) }
            bytes[utf8.count] = 0
        }

        deinit {
            passkit_cleanse(bytes.baseAddress, bytes.count)
            bytes.deallocate()
        }
    }

    private let storage: Storage

    /// Takes a password over.
    ///
    /// The string it came from is yours to forget.
    public init(_ text: String) {
        storage = Storage(text)
    }

    /// A password written in code, for tests and throw-away identities.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The bytes, without the zero that follows them in memory.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
        body(UnsafeBufferPointer(rebasing: storage.bytes.dropLast()))
    }

    /// Never the password.
    public var description: String { "Password(redacted)" }

    /// Never the password.
    public var debugDescription: String { description }

    /// Never the password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
