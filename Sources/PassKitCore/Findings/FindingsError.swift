/// What was found, as the cause of the error that something was refused with.
///
/// ```swift
/// catch let error as PassError {
///     if let found = error.cause as? FindingsError { show(found.findings) }
/// }
/// ```
public struct FindingsError: Error, Sendable {
    /// The findings that are errors, in the order of finding.
    public let findings: [Finding]

    /// Makes an error of findings.
    public init(_ findings: [Finding]) { self.findings = findings }
}
