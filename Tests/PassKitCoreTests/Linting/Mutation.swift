import PassKitCore
import Testing

/// One fault put into a good pass, and the one code that the linter must give for it.
struct Mutation: Sendable, CustomTestStringConvertible {
    let code: String
    let severity: Finding.Severity
    let path: String?
    let kind: GoodPass.Kind
    let configuration: PassLinter.Configuration
    let edit: @Sendable (inout GoodPass) throws -> Void

    init(
        _ code: String,
        _ severity: Finding.Severity = .error,
        at path: String? = nil,
        in kind: GoodPass.Kind = .event,
        _ configuration: PassLinter.Configuration = .init(),
        _ edit: @escaping @Sendable (inout GoodPass) throws -> Void
    ) {
        self.code = code
        self.severity = severity
        self.path = path
        self.kind = kind
        self.configuration = configuration
        self.edit = edit
    }

    var testDescription: String { "\(code) at \(path ?? "?") in \(kind.rawValue)" }

    func findings() throws -> [Finding] {
        var pass = try GoodPass(kind)
        try edit(&pass)
        return PassLinter(configuration).findings(in: try pass.archive())
    }
}
