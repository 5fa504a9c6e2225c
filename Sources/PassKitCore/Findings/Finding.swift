/// One thing a check found: the type that linter, verifier and request validation share.
public struct Finding: Hashable, Sendable {
    /// The stable code, such as `lint.icon-missing`.
    public var code: Code

    /// How much it matters.
    public var severity: Severity

    /// Where it is: a JSON path such as `eventTicket.primaryFields[0].value`, or a file name; empty for the whole.
    public var path: String

    /// What is wrong, without secrets.
    public var message: String

    /// How to mend it.
    public var remedy: String

    /// Where the rule comes from: an Apple page, an RFC section; empty when the house made it.
    public var source: String

    /// The systems on which it matters.
    public var systems: IOSVersionRange

    /// Makes a finding.
    public init(
        _ code: Code,
        _ severity: Severity,
        path: String = "",
        message: String,
        remedy: String,
        source: String = "",
        systems: IOSVersionRange = .all
    ) {
        self.code = code
        self.severity = severity
        self.path = path
        self.message = message
        self.remedy = remedy
        self.source = source
        self.systems = systems
    }
}

extension Finding {
    /// A stable name of what was found.
    ///
    /// The set is open: later releases add codes.
    public struct Code: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
        /// The spelling, such as `manifest.hash-mismatch`.
        public let rawValue: String

        /// Makes a code from its spelling.
        public init(_ rawValue: String) {
            self.rawValue = rawValue
        }

        /// Makes a code from its spelling.
        public init(stringLiteral value: String) {
            self.rawValue = value
        }

        /// Takes over an error's code, for checks that report instead of throwing.
        public init(_ code: PassError.Code) {
            self.rawValue = code.rawValue
        }

        /// The spelling.
        public var description: String { rawValue }
    }

    /// How much a finding matters.
    public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        /// Worth knowing; nothing needs to change.
        case note
        /// It works, but worse than it could.
        case warning
        /// It does not work: Wallet refuses the pass, or the request is refused.
        case error

        /// Ordered by weight: `note < warning < error`.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.weight < right.weight
        }

        private var weight: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Turns a thrown error into a finding, for checks that report everything at once.
    public init(
        _ error: PassError,
        _ severity: Severity = .error,
        path: String = "",
        remedy: String = "",
        source: String = ""
    ) {
        self.init(
            Code(error.code),
            severity,
            path: path,
            message: error.message,
            remedy: remedy,
            source: source
        )
    }
}

extension Finding: CustomStringConvertible {
    /// One line for people: severity, code, path, message, remedy.
    public var description: String {
        let place = path.isEmpty ? "" : " \(path):"
        let mend = remedy.isEmpty ? "" : " \(remedy)"
        return "\(severity.rawValue) \(code):\(place) \(message)\(mend)"
    }
}
