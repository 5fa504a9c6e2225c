#if SQLite
    import GRDB
    import GRDBSQLite

    /// The few ways in which the store speaks SQL: every statement is prepared once per connection.
    ///
    /// Values are bound and read here and not by GRDB, whose strings end at a NUL.
    extension Database {
        /// Runs a statement that gives no rows.
        /// - Returns: How many rows it changed.
        @discardableResult
        func run(_ sql: String, _ values: any SQLBindable...) throws -> Int {
            let statement = try prepare(sql, values)
            defer { sqlite3_reset(statement) }
            while try step(statement) {}
            return Int(sqlite3_changes(sqliteConnection))
        }

        /// The first row of a query.
        func first<Value>(
            _ sql: String,
            _ values: any SQLBindable...,
            read: (SQLRow) throws -> Value
        ) throws -> Value? {
            let statement = try prepare(sql, values)
            defer { sqlite3_reset(statement) }
            guard try step(statement) else { return nil }
            return try read(SQLRow(statement))
        }

        /// All rows of a query.
        func all<Value>(
            _ sql: String,
            _ values: any SQLBindable...,
            read: (SQLRow) throws -> Value
        ) throws -> [Value] {
            let statement = try prepare(sql, values)
            defer { sqlite3_reset(statement) }
            var rows: [Value] = []
            while try step(statement) { rows.append(try read(SQLRow(statement))) }
            return rows
        }

        /// The integer that a query gives.
        func int(_ sql: String, _ values: any SQLBindable...) throws -> Int64? {
            let statement = try prepare(sql, values)
            defer { sqlite3_reset(statement) }
            guard try step(statement) else { return nil }
            return SQLRow(statement).optionalInt(0)
        }

        private func prepare(_ sql: String, _ values: [any SQLBindable]) throws -> OpaquePointer {
            let statement = try cachedStatement(sql: sql).sqliteStatement
            for (index, value) in values.enumerated() {
                let code = value.bind(to: statement, at: Int32(index + 1))
                guard code == SQLITE_OK else { throw failure(code) }
            }
            return statement
        }

        private func step(_ statement: OpaquePointer) throws -> Bool {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: return true
            case SQLITE_DONE: return false
            case let code: throw failure(code)
            }
        }

        private func failure(_ code: Int32) -> DatabaseError {
            let extended = sqlite3_extended_errcode(sqliteConnection)
            return DatabaseError(
                resultCode: ResultCode(rawValue: extended & 0xff == code & 0xff ? extended : code),
                message: lastErrorMessage
            )
        }
    }
#endif
