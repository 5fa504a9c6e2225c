import HTTPTypes
import PassKitCore

/// Reads a form as a plain reader of the documentation would, and notes everything that is not as documented.
///
/// It shares nothing with the library's own reader, so that one error in both cannot hide the other.
struct DocumentedForm {
    private(set) var faults: [String] = []
    private(set) var recipients: [String] = []

    init(_ request: HTTPRequest, _ body: [UInt8]) {
        let prefix = "multipart/form-data; boundary="
        guard let type = request.headerFields[.contentType], type.hasPrefix(prefix) else {
            faults.append("The Content-Type is not multipart/form-data with a boundary.")
            return
        }
        // Latin-1, so that every byte is one character.
        let text = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
        let boundary = type.dropFirst(prefix.count)
        var parts = Self.split(text, "\r\n--\(boundary)")
        guard var first = parts.first, first.hasPrefix("--\(boundary)\r\n"), parts.count >= 2,
            parts.removeLast() == "--\r\n"
        else {
            faults.append("The body does not begin and end with its boundary.")
            return
        }
        first.removeFirst("--\(boundary)".count)
        parts[0] = first
        var names: [String] = []
        for part in parts { names.append(read(part)) }
        if names.filter({ $0 == "pkPass" }).count != 1 { faults.append("There is not one part pkPass.") }
        if names.filter({ $0 == "passContent" }).count != 1 { faults.append("There is not one part passContent.") }
    }

    /// Checks a part and gives its name.
    private mutating func read(_ part: String) -> String {
        let halves = Self.split(part, "\r\n\r\n", limit: 1)
        guard halves.count == 2, halves[0].hasPrefix("\r\n") else {
            faults.append("A part has no empty line after its headers.")
            return ""
        }
        let headers = Self.split(String(halves[0].dropFirst()), "\r\n")
        let disposition = Self.split(headers[0], "; ")
        guard disposition.count >= 2, disposition[0] == "Content-Disposition: form-data",
            disposition[1].hasPrefix("name=\""), disposition[1].hasSuffix("\"")
        else {
            faults.append("A part does not begin with Content-Disposition: form-data; name=\"…\".")
            return ""
        }
        let name = String(disposition[1].dropFirst("name=\"".count).dropLast())
        let isFile = disposition.count == 3 && disposition[2].hasPrefix("filename=\"") && disposition[2].hasSuffix("\"")
        switch name {
        case "passContent":
            if disposition.count != 2 || headers.count != 1 {
                faults.append("passContent is a text field: no file name, no further header.")
            }
            readContent(halves[1])
        case "pkPass":
            if !isFile || headers.dropFirst() != ["Content-Type: application/vnd.apple.pkpass"] {
                faults.append("pkPass is a file of type application/vnd.apple.pkpass.")
            }
        default:
            if !isFile || headers.dropFirst() != ["Content-Type: image/png"] {
                faults.append("The part \(name) is no file of type image/png.")
            }
        }
        return name
    }

    // MARK: - The content

    private mutating func readContent(_ latin1: String) {
        let bytes = latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        guard let json = try? JSONValue(parsing: bytes), json.objectValue != nil else {
            faults.append("passContent is no JSON object.")
            return
        }
        let list = json["recipients"]?["recipient"]?.arrayValue
        if list == nil { faults.append("recipients.recipient is no array.") }
        for recipient in list ?? [] {
            if let id = recipient["id"]?.stringValue {
                recipients.append(id)
            } else {
                faults.append("An id is no string.")
            }
        }
        if json["priority"]?.boolValue == nil { faults.append("priority is no boolean.") }
        for key in ["startTimeStamp", "endTimeStamp"] where json[key]?.numberValue?.int64 == nil {
            faults.append("\(key) is no integer.")
        }
        for key in ["passIssueNotificationDetails", "passUpdateNotificationDetails"] {
            guard let details = json["passIntegrationConfig"]?[key]?.arrayValue else {
                faults.append("passIntegrationConfig.\(key) is no array.")
                continue
            }
            for details in details { readDetails(details, key) }
        }
    }

    private mutating func readDetails(_ details: JSONValue, _ key: String) {
        if details["enabled"]?.boolValue == nil { faults.append("\(key): enabled is no boolean.") }
        if !["SMS", "EMAIL"].contains(details["channel"]?.stringValue) { faults.append("\(key): an unknown channel.") }
        for key in ["messageContent", "subject", "senderName", "senderEmail"] {
            guard let value = details[key] else {
                if key == "messageContent" { faults.append("messageContent is missing.") }
                continue
            }
            if value.stringValue == nil { faults.append("\(key) is no string.") }
        }
    }

    /// Splits by scalars: a line end and what follows it may be one character.
    private static func split(_ text: String, _ separator: String, limit: Int = .max) -> [String] {
        let scalars = Array(text.unicodeScalars)
        let pattern = Array(separator.unicodeScalars)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + pattern.count <= scalars.count, parts.count < limit {
            if scalars[index] == pattern[0], scalars[index..<(index + pattern.count)].elementsEqual(pattern) {
                parts.append(String(String.UnicodeScalarView(scalars[start..<index])))
                index += pattern.count
                start = index
            } else {
                index += 1
            }
        }
        return parts + [String(String.UnicodeScalarView(scalars[start...]))]
    }
}
