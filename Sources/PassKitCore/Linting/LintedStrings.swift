/// The strings of all languages, as the checks see them.
struct LintedStrings {
    /// The strings of one language.
    struct File {
        let name: String
        let language: String
        let strings: PassStrings
        let translations: [String: String]
    }

    /// The files that can be read, in the order of the archive.
    let files: [File]

    /// Reads all strings files, and reports those that cannot be read.
    init(_ archive: PassArchive, _ report: inout LintReport) {
        var files: [File] = []
        for entry in archive.entries {
            guard let name = PassFileName(entry.name), name.file == PassFileName.strings, let language = name.language
            else { continue }
            do throws(PassError) {
                let strings = try PassStrings(reading: archive.bytes(of: entry.name))
                files.append(
                    File(
                        name: entry.name,
                        language: language,
                        strings: strings,
                        translations: strings.translations
                    )
                )
            } catch {
                report.add(Finding(error, path: entry.name))
            }
        }
        self.files = files
    }

    /// What a text is replaced with, by the file that does so; empty for a text that is no key.
    func translations(of key: String) -> [(file: String, text: String)] {
        files.compactMap { file in
            file.translations[key].map { (file.name, $0) }
        }
    }
}
