#if CommandLineTool
    import ArgumentParser
    import PassKitCore

    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the entries of a ZIP archive, as the strict reader sees them.",
            discussion: "Example: pkpass list ticket.pkpass"
        )

        @Argument(help: "A .pkpass, a .pkpasses or any other ZIP archive.")
        var file: String

        @OptionGroup var output: OutputOptions

        func run() throws {
            let limits = ArchiveLimits.permissive
            let bytes = try Files.read(file, limit: limits.archiveSize)
            let archive = try Files.named(file) {
                let archive = try PassArchive(reading: bytes, limits: limits)
                // Listing promises that the archive can be read, so every entry is inflated and checked.
                try archive.checkContents()
                return archive
            }
            if output.json {
                // Piece by piece: an archive of 10 MiB can have some tens of thousands.
                var piece = Array("{\"entries\":[".utf8)
                var separator = ""
                for entry in archive.entries {
                    piece += Array(separator.utf8) + entry.json.bytes()
                    separator = ","
                    guard piece.count > 1 << 16 else { continue }
                    Output.put(piece)
                    piece = []
                }
                Output.put(piece + Array("]}\n".utf8))
            } else {
                for entry in archive.entries {
                    Output.print(
                        "\(entry.crc32Text)  \(entry.method)  \(entry.compressedSize) of \(entry.uncompressedSize)"
                            + "  \(entry.name)"
                    )
                }
            }
        }
    }

    extension ArchiveEntry {
        fileprivate var json: JSONValue {
            [
                "name": .string(name),
                "method": .string("\(method)"),
                "compressedSize": .number(JSONNumber(compressedSize)),
                "size": .number(JSONNumber(uncompressedSize)),
                "crc32": .string(crc32Text),
                "offset": offset.map { .number(JSONNumber($0)) } ?? .null,
            ]
        }

        fileprivate var crc32Text: String {
            let digits = String(crc32, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }
    }
#endif
