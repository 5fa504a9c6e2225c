#if CommandLineTool
    import PassKitCore

    extension PassDifference {
        /// The document of `--json`; values that are not there are left out.
        var json: JSONValue {
            [
                "isUpdate": .bool(obstacles.isEmpty),
                "messages": .array(messages.map(\.json)),
                "silent": .array(silent.map(JSONValue.string)),
                "files": .array(files.map { ["name": .string($0.name), "change": .string($0.kind.rawValue)] }),
                "keys": .array(keys.map(\.json)),
                "fields": .array(fields.map(\.json)),
                "strings": .array(strings.map(\.json)),
                "obstacles": .array(obstacles.map(\.json)),
                "ignored": .array(ignored.map(\.json)),
            ]
        }

        /// The lines for people.
        var text: String {
            guard !isEmpty else { return "The two versions hold the same files." }
            let sections: [(String, [String])] = [
                ("The new version is no update of the old one", obstacles.map(\.description)),
                ("The lock screen shows", messages.flatMap(\.lines)),
                ("Without a message", silentLines),
                ("Files", files.map { "\($0.kind.rawValue) \($0.name)" }),
                ("Not shown, or not everywhere", ignored.map(\.description)),
            ]
            return sections.filter { !$0.1.isEmpty || $0.0 == "The lock screen shows" }.map { title, lines in
                ([title + ":"] + (lines.isEmpty ? ["nothing"] : lines).map { "  \($0)" }).joined(separator: "\n")
            }.joined(separator: "\n")
        }

        /// What changes silently in `pass.json`, with its values; images and other files are told as files.
        private var silentLines: [String] {
            let told = Set(messages.flatMap(\.paths).map { $0 + ".value" })
            var lines = keys.map { $0.line(at: $0.path) }
            for field in fields {
                if field.new == nil { lines.append("\(field.path): removed") }
                if field.old == nil { lines.append("\(field.path): added") }
                if field.isMoved { lines.append("\(field.path): moved") }
                for member in field.members where !told.contains("\(field.path).\(member.path)") {
                    lines.append(member.line(at: "\(field.path).\(member.path)"))
                }
            }
            return lines + strings.map { "\($0.language) \($0.key): \($0.old ?? "none") → \($0.new ?? "none")" }
        }
    }

    extension PassDifference.Message {
        fileprivate var json: JSONValue {
            var json: JSONValue = [
                "field": .string(fieldKey),
                "paths": .array(paths.map(JSONValue.string)),
                "old": old.jsonValue,
                "new": new.jsonValue,
                "changeMessage": .string(format),
                "isFormattedByDevice": .bool(isFormattedByDevice),
            ]
            if let untranslated { json["text"] = .string(untranslated) }
            var texts = JSONObject()
            for (language, text) in translations.sorted(by: { $0.key < $1.key }) { texts[language] = .string(text) }
            json["translations"] = .object(texts)
            json["mute"] = .array(mute.map(JSONValue.string))
            return json
        }

        fileprivate var lines: [String] {
            var lines = ["\(fieldKey): \(old) → \(new)"]
            if let untranslated { lines.append("  \(untranslated)") }
            lines += translations.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
            lines += mute.map { "  \($0): nothing, since the translation has no %@" }
            if isFormattedByDevice { lines.append("  (the device spells the value as its region does)") }
            return lines
        }
    }

    extension PassDifference.ValueChange {
        fileprivate var json: JSONValue {
            var json: JSONValue = ["path": .string(path)]
            if let old { json["old"] = old }
            if let new { json["new"] = new }
            return json
        }

        fileprivate func line(at path: String) -> String {
            "\(path): \(old?.description ?? "none") → \(new?.description ?? "none")"
        }
    }

    extension PassDifference.FieldChange {
        fileprivate var json: JSONValue {
            [
                "key": .string(key),
                "path": .string(path),
                "change": .string(change),
                "members": .array(members.map(\.json)),
            ]
        }

        private var change: String {
            if old == nil { return "added" }
            if new == nil { return "removed" }
            return isMoved ? "moved" : "changed"
        }
    }

    extension PassDifference.StringChange {
        fileprivate var json: JSONValue {
            var json: JSONValue = ["language": .string(language), "key": .string(key)]
            if let old { json["old"] = .string(old) }
            if let new { json["new"] = .string(new) }
            return json
        }
    }
#endif
