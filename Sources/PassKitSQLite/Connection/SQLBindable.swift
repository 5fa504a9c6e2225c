#if SQLite
    import GRDBSQLite
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// A value that can stand for a `?` of a statement.
    protocol SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32
    }

    /// Has SQLite copy what it is given.
    private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    extension Int64: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }
    }

    extension Int: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            sqlite3_bind_int64(statement, index, Int64(self))
        }
    }

    extension Bool: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            sqlite3_bind_int64(statement, index, self ? 1 : 0)
        }
    }

    extension String: SQLBindable {
        // With its length, so that a NUL inside is kept.
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            var text = self
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(statement, index, "", 0, transient)
                    }
                    return sqlite3_bind_text(statement, index, start, Int32(clamping: characters.count), transient)
                }
            }
        }
    }

    extension [UInt8]: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, index, 0)
                }
                return sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), transient)
            }
        }
    }

    extension Date: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            sqlite3_bind_int64(statement, index, milliseconds)
        }

        /// Milliseconds since 1970, which is what the store keeps.
        var milliseconds: Int64 {
            Int64(exactly: (timeIntervalSince1970 * 1000).rounded()) ?? (timeIntervalSince1970 < 0 ? .min : .max)
        }

        init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
    }

    extension Optional: SQLBindable where Wrapped: SQLBindable {
        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            self?.bind(to: statement, at: index) ?? sqlite3_bind_null(statement, index)
        }
    }

    /// An identifier of the host.
    ///
    /// It is kept as an integer when it spells one canonically, which takes a third of the space in every index it
    /// stands in, and as text otherwise. No two identifiers are kept alike.
    struct Opaque: SQLBindable {
        let text: String

        init(_ text: String) { self.text = text }

        func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
            canonicalInt64(text)?.bind(to: statement, at: index) ?? text.bind(to: statement, at: index)
        }
    }
#endif
