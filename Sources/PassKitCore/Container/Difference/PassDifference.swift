/// What changed between two versions of a pass, and what a device that has the old one will show of it.
///
/// ```swift
/// let difference = try PassDifference(from: old, to: new)
/// for message in difference.messages { print(message.text(in: "de") ?? "nothing") }
/// ```
///
/// A lock-screen message appears for a field whose value changed and whose new version has a `changeMessage` with
/// `%@`. Everything else changes silently: Wallet shows it when the pass is looked at the next time.
/// (Apple, Wallet Passes, "PassFieldContent" and "Updating a pass".)
public struct PassDifference: Sendable, Hashable {
    /// The files that were added, removed or changed, by name; manifest and signature follow the others and are left
    /// out.
    public let files: [FileChange]

    /// What changed in `pass.json` outside of the groups of fields, in the order of the paths.
    public let keys: [ValueChange]

    /// The fields that were added, removed, moved or changed, in the order in which the new pass has them.
    public let fields: [FieldChange]

    /// The entries of strings files that were added, removed or changed, by language and key.
    public let strings: [StringChange]

    /// What the lock screen will show, a message a field; none where the new version is another pass.
    public let messages: [Message]

    /// What changes without a message: paths into `pass.json`, and names of files.
    public let silent: [String]

    /// What keeps devices from taking the new version for an update of the old one; empty when nothing does.
    public let obstacles: [Finding]

    /// What changed, but Wallet will not take notice of, or not everywhere.
    public let ignored: [Finding]

    /// Compares two packages.
    /// - Throws: ``PassError`` when one of them cannot be written as an archive, or a file's entry is broken.
    public init(from old: PassPackage, to new: PassPackage) throws(PassError) {
        let archives = (old: try old.archive(), new: try new.archive())
        files = try FileChange.changes(from: archives.old, to: archives.new)
        keys = ValueChange.keyChanges(from: old.pass, to: new.pass)
        fields = FieldChange.changes(from: old.pass, to: new.pass)
        strings = StringChange.changes(from: old.localizations, to: new.localizations)
        obstacles = UpdateIdentity(of: new.pass).obstacles(after: UpdateIdentity(of: old.pass))
        let isSamePass = old.pass.identifier != nil && old.pass.identifier == new.pass.identifier
        messages = isSamePass ? Message.messages(of: fields, localizations: new.localizations) : []
        silent = Self.silentChanges(files, keys, fields, messages)
        let changes = IgnoredChanges(package: new, archive: archives.new, files: files, keys: keys, strings: strings)
        ignored = changes.findings(for: fields)
    }

    /// Compares two `.pkpass` files.
    /// - Throws: what opening them throws, and what comparing packages throws.
    public init(from old: some Collection<UInt8>, to new: some Collection<UInt8>) throws(PassError) {
        try self.init(from: PassPackage(reading: old), to: PassPackage(reading: new))
    }

    /// Whether the two versions hold the same files, but for manifest and signature.
    public var isEmpty: Bool { files.isEmpty }

    private static func silentChanges(
        _ files: [FileChange],
        _ keys: [ValueChange],
        _ fields: [FieldChange],
        _ messages: [Message]
    ) -> [String] {
        let told = Set(messages.flatMap(\.paths).map { $0 + ".value" })
        var silent = keys.map(\.path)
        for field in fields {
            if field.old == nil || field.new == nil || field.isMoved { silent.append(field.path) }
            silent += field.members.map { "\(field.path).\($0.path)" }.filter { !told.contains($0) }
        }
        return silent + files.map(\.name).filter { $0 != PassFileName.pass }
    }
}
