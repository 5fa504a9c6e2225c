/// Reads comma-separated values, a record at a time (RFC 4180).
///
/// The first record names the columns. Lines end with CRLF or LF; a byte order mark and empty lines are passed over. All
/// else that the RFC does not allow is refused: such a file was made by something that quotes otherwise, and what it
/// means is anybody's guess.
package struct CSVRecords: Sendable {
    /// One record, by the names of its columns.
    package struct Record: Sendable {
        /// The line it begins on, from 1.
        package let line: Int
        let columns: [String: Int]
        let fields: [String]

        /// The field of a column; nil when it is empty or there is no such column.
        package subscript(column: String) -> String? {
            guard let index = columns[column], !fields[index].isEmpty else { return nil }
            return fields[index]
        }
    }

    /// The most columns a file may have.
    static let maximumColumns = 256
    /// The most bytes a field may have.
    static let maximumField = 64 << 10

    /// The names of the columns, in the order of the file.
    package private(set) var columns: [String] = []

    private var places: [String: Int] = [:]
    private let code: PassError.Code
    private let bytes: [UInt8]
    private var position: Int
    /// The line of the next byte.
    private var line = 1
    /// The line on which the last record begins.
    private var recordLine = 1

    /// Reads the names of the columns.
    /// - Parameters:
    ///   - bytes: The file.
    ///   - required: The columns that must be there.
    ///   - known: The columns that may be there; nil for any.
    ///   - code: The code of the errors.
    package init(
        _ bytes: [UInt8],
        required: [String],
        known: [String]? = nil,
        code: PassError.Code
    ) throws(PassError) {
        self.bytes = bytes
        self.code = code
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let names = try nextFields() else {
            throw PassError(
                code,
                "The file is empty. Its first line must name the columns: \(required.joined(separator: ","))."
            )
        }
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            guard places.updateValue(index, forKey: name) == nil else {
                throw PassError(code, "Line 1 names the column \"\(name.prefix(40))\" twice. Name each once.")
            }
            guard known?.contains(name) ?? true else {
                throw PassError(
                    code,
                    "Line 1 names the column \"\(name.prefix(40))\", which means nothing here. Use "
                        + "\((known ?? []).joined(separator: ","))."
                )
            }
        }
        if let missing = required.first(where: { places[$0] == nil }) {
            throw PassError(code, "Line 1 does not name the column \(missing). The first line must name the columns.")
        }
        columns = names
        self.places = places
    }

    /// The next record; nil at the end.
    package mutating func next() throws(PassError) -> Record? {
        guard let fields = try nextFields() else { return nil }
        guard fields.count == columns.count else {
            throw PassError(
                code,
                "Line \(recordLine) has \(fields.count) fields, and the first line names \(columns.count) columns. Quote fields "
                    + "that hold a comma."
            )
        }
        return Record(line: recordLine, columns: places, fields: fields)
    }

    /// An error at a record.
    package func failure(_ record: Record, _ message: String) -> PassError {
        PassError(code, "Line \(record.line): \(message)")
    }

    // MARK: Bytes

    private mutating func nextFields() throws(PassError) -> [String]? {
        while position < bytes.endIndex, try skipLineBreak() {}
        guard position < bytes.endIndex else { return nil }
        recordLine = line
        var fields: [String] = []
        while true {
            guard fields.count < Self.maximumColumns else {
                throw failure("has more than \(Self.maximumColumns) fields. Is it the right file?")
            }
            fields.append(try nextField())
            guard position < bytes.endIndex else { return fields }
            if bytes[position] == UInt8(ascii: ",") {
                position += 1
            } else if try skipLineBreak() {
                return fields
            } else {
                throw failure("has text behind a closing quotation mark. Double the marks inside a quoted field.")
            }
        }
    }

    private mutating func nextField() throws(PassError) -> String {
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else { return try plainField() }
        position += 1
        var field: [UInt8] = []
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.endIndex, bytes[position] == byte else { return try text(field[...]) }
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            guard field.count < Self.maximumField else {
                throw failure("has a field of more than \(Self.maximumField) bytes. Is a quotation mark left open?")
            }
            field.append(byte)
        }
        throw failure("opens a quotation mark that is never closed. Close it, or double it inside a quoted field.")
    }

    private mutating func plainField() throws(PassError) -> String {
        let start = position
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return try text(bytes[start..<position])
            case UInt8(ascii: "\""):
                throw failure("has a quotation mark in a field that is not quoted. Quote the field.")
            default: position += 1
            }
            guard position - start <= Self.maximumField else {
                throw failure("has a field of more than \(Self.maximumField) bytes. Is it the right file?")
            }
        }
        return try text(bytes[start..<position])
    }

    private mutating func skipLineBreak() throws(PassError) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "\n"):
            position += 1
        case UInt8(ascii: "\r"):
            guard position + 1 < bytes.endIndex, bytes[position + 1] == UInt8(ascii: "\n") else {
                throw failure("has a carriage return that ends no line. End lines with CRLF or LF.")
            }
            position += 2
        default:
            return false
        }
        line += 1
        return true
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(PassError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw failure("is not UTF-8. Save the file as UTF-8.")
        }
        return text
    }

    private func failure(_ message: String) -> PassError { PassError(code, "Line \(line) \(message)") }
}
