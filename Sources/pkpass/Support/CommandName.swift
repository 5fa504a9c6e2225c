#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    /// The name of the command that is called: the parser takes an unknown one for an argument too many, or passes it over.
    enum CommandName {
        /// Refuses arguments that call a command, or ask for the help of one, that is not there.
        static func check(_ arguments: [String]) throws(PassError) {
            let name = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
            let known = PkpassCommand.configuration.subcommands.map { $0._commandName } + ["help"]
            guard let name, !name.hasPrefix("-"), !known.contains(name) else { return }
            let suggestion = nearest(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
            throw PassError(
                .toolUsage,
                "There is no command \"\(name.prefix(80))\".\(suggestion) See 'pkpass --help' for those that are there."
            )
        }

        private static func nearest(to name: String, among known: [String]) -> String? {
            guard name.utf8.count <= 40 else { return nil }
            let nearest = known.map { (name: $0, distance: distance(name, $0)) }.min { $0.distance < $1.distance }
            guard let nearest, nearest.distance <= 2, nearest.distance < name.count else { return nil }
            return nearest.name
        }

        /// How many characters are to be inserted, deleted or replaced to make one of the other.
        private static func distance(_ left: String, _ right: String) -> Int {
            let right = Array(right)
            var row = Array(0...right.count)
            for (line, character) in left.enumerated() {
                var diagonal = row[0]
                row[0] = line + 1
                for (column, other) in right.enumerated() {
                    let above = row[column + 1]
                    row[column + 1] = character == other ? diagonal : min(diagonal, row[column], above) + 1
                    diagonal = above
                }
            }
            return row[right.count]
        }
    }
#endif
