#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension PassUpdateRequest {
    /// The most bytes an idempotency key may have.
    static let idempotencyKeyLength = 255

    /// Everything that is wrong with the request, and worth saying about it, as far as no store, directory or archive is
    /// needed to know; see ``PassUpdateContent/findings(at:rules:)``.
    public func findings(at date: Date, rules: PassUpdateRules = .default) -> [Finding] {
        var findings = content.findings(at: date, rules: rules)
        for (text, path) in [(fileName, "pkPass")]
            + images.flatMap({ [($0.name, $0.name), ($0.fileName ?? "", $0.name)] })
        {
            guard let fault = HeaderText.fault(in: text) else { continue }
            findings.append(
                Finding(
                    .updateHeaderText,
                    path.unicodeScalars.contains(where: HeaderText.isControl) ? "image" : path,
                    "The name of the part or of its file holds \(fault).",
                    "Give it a plain name."
                )
            )
        }
        return findings + Self.findings(inKey: idempotencyKey)
    }

    /// Refuses a request with errors.
    /// - Returns: What is worth saying about a request that is taken: warnings and notes.
    /// - Throws: ``PassError`` with the code of the first error, naming all of them.
    @discardableResult
    public func validate(at date: Date, rules: PassUpdateRules = .default) throws(PassError) -> [Finding] {
        let findings = findings(at: date, rules: rules)
        if let error = PassError(findings) { throw error }
        return findings
    }

    /// Refuses an idempotency key that cannot be sent, or was not.
    package static func check(idempotencyKey key: String?) throws(PassError) {
        if let error = PassError(findings(inKey: key)) { throw error }
    }

    private static func findings(inKey key: String?) -> [Finding] {
        guard let key, let fault = fault(inKey: key) else { return [] }
        return [
            Finding(
                .updateIdempotencyKey,
                "Idempotency-Key",
                "The key \(fault).",
                "Use up to \(idempotencyKeyLength) visible ASCII characters, such as a UUID."
            )
        ]
    }

    private static func fault(inKey key: String) -> String? {
        if key.isEmpty { return "is empty" }
        if key.utf8.count > idempotencyKeyLength { return "is longer than \(idempotencyKeyLength) bytes" }
        return key.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? nil : "holds other characters than visible ASCII"
    }
}

extension PassError {
    /// The errors among findings as one: the code of the first, the messages of the first few.
    ///
    /// The cause is a ``FindingsError`` with all of them. Nil when there is none.
    public init?(_ findings: [Finding]) {
        self.init(findings, as: nil)
    }

    /// The errors among findings as one with a code of its own, told in front of them.
    package init?(_ findings: [Finding], as code: Code?, _ introduction: String = "") {
        let errors = findings.filter { $0.severity == .error }
        guard let first = errors.first else { return nil }
        let texts = errors.prefix(5).map { finding in
            [finding.path.isEmpty ? "" : finding.path + ":", finding.message, finding.remedy]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        let more = errors.count > 5 ? " And \(errors.count - 5) more." : ""
        self.init(
            code ?? Code(first.code.rawValue),
            introduction + texts.joined(separator: " ") + more,
            cause: FindingsError(errors)
        )
    }
}
