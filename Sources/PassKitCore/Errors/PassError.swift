/// The one error type of the library: what went wrong, what to do about it, and where.
///
/// Match on ``code``; ``message`` is for people and may change between releases. Errors of host code (transports,
/// signing keys, stores) are never wrapped in this type: they pass through unchanged.
///
/// Descriptions carry no secret, token, key or pass content.
public struct PassError: Error, Sendable {
    // One pointer wide, so that a throwing function's good path stays small.
    private final class Storage: Sendable {
        let code: Code
        let message: String
        let cause: (any Error)?
        let file: String
        let line: Int

        init(code: Code, message: String, cause: (any Error)?, file: String, line: Int) {
            self.code = code
            self.message = message
            self.cause = cause
            self.file = file
            self.line = line
        }
    }

    private let storage: Storage

    /// Makes an error.
    /// - Parameters:
    ///   - code: The stable code callers match on.
    ///   - message: What is wrong *and* what to do about it, in one or two sentences, without secrets.
    ///   - cause: The error underneath, if there is one.
    ///   - file: Where the error was made.
    ///   - line: Where the error was made.
    @inline(never)
    public init(
        _ code: Code,
        _ message: String,
        cause: (any Error)? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        self.storage = Storage(code: code, message: message, cause: cause, file: file, line: line)
    }

    /// The stable code callers match on, such as `archive.overlapping-entries`.
    public var code: Code { storage.code }

    /// What is wrong and what to do about it.
    public var message: String { storage.message }

    /// The error underneath, if there is one.
    public var cause: (any Error)? { storage.cause }

    /// The source file, as `Module/File.swift`, in which the error was made.
    public var file: String { storage.file }

    /// The line of ``file`` on which the error was made.
    public var line: Int { storage.line }
}

extension PassError {
    /// A stable, machine-readable name of what went wrong: a room's prefix, a dot, and words joined by hyphens.
    ///
    /// The set is open: later releases add codes. Every code stands in `Docs/Errors.md`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The spelling, such as `archive.overlapping-entries`.
        public let rawValue: String

        /// Makes a code from its spelling; hosts that throw `PassError` themselves use a prefix of their own.
        public init(_ rawValue: String) {
            self.rawValue = rawValue
        }

        /// The spelling.
        public var description: String { rawValue }
    }
}

extension PassError: Equatable {
    /// Two errors are equal when their codes are: messages are for people.
    public static func == (left: PassError, right: PassError) -> Bool {
        left.code == right.code
    }
}

extension PassError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The code and the message.
    public var description: String { "\(code): \(message)" }

    /// The code, the message, the place, and the error underneath.
    public var debugDescription: String {
        let place = "\(code): \(message) (\(file):\(line))"
        guard let cause else { return place }
        return "\(place); caused by \(String(reflecting: cause))"
    }
}
