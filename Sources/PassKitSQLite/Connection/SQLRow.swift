#if SQLite
    import GRDBSQLite
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The current row of a statement that is being stepped; read in place, and only before the next step.
    struct SQLRow {
        fileprivate let statement: OpaquePointer

        init(_ statement: OpaquePointer) { self.statement = statement }

        func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

        func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

        func bool(_ column: Int32) -> Bool { int(column) != 0 }

        func date(_ column: Int32) -> Date { Date(milliseconds: int(column)) }

        /// Text, or an identifier that is kept as an integer.
        func text(_ column: Int32) -> String {
            guard let start = sqlite3_column_text(statement, column) else { return "" }
            let count = Int(sqlite3_column_bytes(statement, column))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }

        func bytes(_ column: Int32) -> [UInt8] {
            guard let start = sqlite3_column_blob(statement, column) else { return [] }
            let count = Int(sqlite3_column_bytes(statement, column))
            return Array(UnsafeRawBufferPointer(start: start, count: count))
        }

        func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

        func optionalDate(_ column: Int32) -> Date? { isNull(column) ? nil : date(column) }

        func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    }
#endif
