/// Checks the strings of all languages against each other and against the texts of the pass.
struct StringsCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        let files = pass.strings.files
        guard !files.isEmpty else { return }
        // The first file of each key: to look through all files for each key would take their product.
        var all: [String: LintedStrings.File] = [:]
        for file in files { all.merge(file.translations.keys.map { ($0, file) }) { first, _ in first } }
        let sorted = all.keys.sorted()
        for file in files {
            for key in Set(file.strings.repeatedKeys).sorted() {
                report.add(.stringsKeyRepeated, at: .file(file.name), key)
            }
            // The first key that is not there comes after no more keys than the file has: the sum of all that is linear.
            if let key = sorted.first(where: { file.translations[$0] == nil }) {
                let missing = all.count - file.translations.count
                report.add(.stringsKeysDiffer, at: .file(file.name), "\(missing)", key)
            }
            checkEncoding(file, &report)
        }
        if files.count == 1, !all.isEmpty {
            report.add(.stringsSingleLanguage, at: .file(files[0].name), files[0].language)
        }
        checkUse(of: all, &report)
    }

    private func checkEncoding(_ file: LintedStrings.File, _ report: inout LintReport) {
        guard file.strings.encoding == .utf8 || file.strings.encoding == .utf8WithMark,
            file.strings.pieces.contains(where: { !$0.spelling.utf8.allSatisfy { $0 < 0x80 } })
        else { return }
        report.add(.stringsEncoding, at: .file(file.name))
    }

    private func checkUse(of keys: [String: LintedStrings.File], _ report: inout LintReport) {
        var unused = Set(keys.keys)
        // The tree may be deep: what is still to be seen waits in a list.
        var waiting: [JSONValue] = [.object(pass.json)]
        if let form = pass.personalization { waiting.append(.object(form)) }
        while !unused.isEmpty, let value = waiting.popLast() {
            switch value {
            case .string(let text): unused.remove(text)
            case .array(let elements): waiting += elements
            case .object(let object): waiting += object.members.map(\.value)
            default: break
            }
        }
        for key in unused.sorted() {
            guard report.wants(.stringsKeyUnused), let file = keys[key] else { return }
            report.add(.stringsKeyUnused, at: .file(file.name), key)
        }
    }
}
