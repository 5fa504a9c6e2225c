import PassKitCore

/// What a lock screen says when a pass changes: the message of every field whose value is another one.
///
/// (Apple, Wallet Passes, "PassFieldContent", `changeMessage`.)
struct ChangeMessages {
    let language: String

    func messages(from older: PassPackage, to newer: PassPackage) -> [String] {
        var values: [String: PassFieldValue] = [:]
        for field in Self.fields(of: older) { values[field.key ?? ""] = field.value }
        let strings = newer.localizations[language]
        func localized(_ text: String) -> String { strings?[text] ?? text }
        return Self.fields(of: newer).compactMap { field in
            guard let message = field.changeMessage, let key = field.key, let value = field.value,
                let known = values[key], known != value
            else { return nil }
            return localized(message).split(separator: "%@", omittingEmptySubsequences: false)
                .joined(separator: localized("\(value)"))
        }
    }

    private static func fields(of package: PassPackage) -> [PassField] {
        PassFields.Group.documented.flatMap { package.pass.fields[$0] }
    }
}
