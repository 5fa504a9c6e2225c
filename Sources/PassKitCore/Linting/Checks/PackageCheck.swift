/// Checks which files an archive holds, whatever `pass.json` says.
struct PackageCheck {
    let archive: PassArchive
    let softSizeLimit: Int

    func run(_ report: inout LintReport) {
        if archive.footprint > softSizeLimit {
            report.add(.large, at: .root, "\(archive.footprint)", "\(softSizeLimit)")
        }
        for entry in archive.entries {
            if Self.isOfSystem(entry.name) {
                report.add(.systemFile, at: .file(entry.name))
            } else {
                checkName(entry.name, &report)
            }
        }
        for folder in folders where !LanguageTag.isValid(folder) {
            report.add(.languageName, at: .file("\(folder).lproj"), "\(folder).lproj")
        }
    }

    /// The folder that holds everything, where `pass.json` is in it instead of at the root.
    static func wrappingFolder(of archive: PassArchive) -> String? {
        guard archive.entry(named: PassFileName.pass) == nil else { return nil }
        let wrapped = archive.entries.first { $0.name.hasSuffix("/\(PassFileName.pass)") }
        return wrapped.map { String($0.name.dropLast(PassFileName.pass.utf8.count + 1)) }
    }

    /// The names of the `.lproj` folders without their suffix, each once.
    private var folders: [String] {
        var seen: Set<String> = []
        return archive.entries.compactMap { entry in
            guard let slash = entry.name.firstIndex(of: "/") else { return nil }
            let folder = entry.name[..<slash]
            guard folder.hasSuffix(".lproj") else { return nil }
            let language = String(folder.dropLast(".lproj".count))
            return seen.insert(language).inserted ? language : nil
        }
    }

    static func isOfSystem(_ name: String) -> Bool {
        let known: Set = [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", "__MACOSX"]
        return name.split(separator: "/").contains { known.contains(String($0)) || $0.hasPrefix("._") }
    }

    private static let rootFiles: Set = [
        PassFileName.pass, PassFileName.manifest, PassFileName.signature, PassFileName.personalization,
        // Written by Apple's Pass Designer and Pass Builder.
        PassFileName.tooling,
    ]

    private func checkName(_ name: String, _ report: inout LintReport) {
        // A folder of a language whose name is no tag has a finding of its own.
        guard let parsed = PassFileName(name) else {
            if !name.contains(".lproj/") { report.add(.unknownFile, at: .file(name)) }
            return
        }
        let isKnown =
            parsed.language == nil ? Self.rootFiles.contains(parsed.file) : parsed.file == PassFileName.strings
        let isImage = parsed.isImage && PassImageName(name)?.slot.isDocumented == true
        if !isKnown, !isImage { report.add(.unknownFile, at: .file(name)) }
    }
}

/// The form of language tags (RFC 5646), as far as folders of languages use it.
enum LanguageTag {
    /// Whether the tag begins with two or three letters, and goes on with subtags of two to eight letters and digits.
    static func isValid(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLetter)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
