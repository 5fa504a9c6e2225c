#if CommandLineTool
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The files named on the command line.
    enum Files {
        /// The largest certificate, key or JSON file the tool reads.
        static let smallFile = 1 << 20

        /// Reads a file of at most `limit` bytes; `-` is the standard input.
        static func read(_ path: String, limit: Int = ArchiveLimits.default.archiveSize) throws -> [UInt8] {
            let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure("read", path, errno) }
            defer { if descriptor != 0 { close(descriptor) } }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = chunk.withUnsafeMutableBytes { SystemCall.read(descriptor, into: $0) }
                if count < 0 { throw failure("read", path, errno) }
                if count == 0 { return bytes }
                guard bytes.count + count <= limit else {
                    throw PassError(
                        .toolFile,
                        "\(path) is larger than the \(limit) bytes that are read. Is it the right file?"
                    )
                }
                bytes.append(contentsOf: chunk[..<count])
            }
        }

        /// Whether a path to write to is the standard output, where then nothing but the file may go.
        static func isStandardOutput(_ path: String) -> Bool { path == "-" || path == "/dev/stdout" }

        /// Writes a file whole or not at all; a device, a pipe or the standard output takes the bytes as they come.
        static func write(_ bytes: [UInt8], to path: String) throws {
            if isStandardOutput(path) { return Output.put(bytes) }
            try write(bytes, to: path, mode: nil)
        }

        /// Writes a file that only its owner may read, such as a private key: whole or not at all, so that a key that
        /// is there stays until the new one is written.
        static func writeSecret(_ bytes: [UInt8], to path: String) throws {
            try write(bytes, to: path, mode: 0o600)
        }

        /// - Parameter mode: Who may use the file; for nil who may use the old one.
        private static func write(_ bytes: [UInt8], to path: String, mode: mode_t?) throws {
            var old = stat()
            let isThere = stat(path, &old) == 0
            // A link that leads nowhere is not there either: the file it names is made.
            guard isThere || errno == ENOENT else { throw failure("written", path, errno) }
            switch isThere ? old.st_mode & S_IFMT : S_IFREG {
            case S_IFREG:
                try replace(path, with: bytes, mode: mode ?? (isThere ? old.st_mode & 0o777 : nil))
            case S_IFDIR:
                throw failure("written", path, EISDIR)
            default:
                // Nothing may take the place of these: whoever reads a pipe holds on to the pipe.
                let descriptor = open(path, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw failure("written", path, errno) }
                try fill(descriptor, with: bytes, of: path)
            }
        }

        /// Writes a new file beside the old one, and gives it its name once it is whole.
        /// - Parameter mode: Who may use the file; for nil as for any new one.
        private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t?) throws {
            let file = end(ofLinksAt: path)
            let part = "\(DurableFile.parent(of: file))/\(DurableFile.partName())"
            let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
            guard descriptor >= 0 else { throw failure("written", path, errno) }
            do {
                try fill(descriptor, with: bytes, of: path, mode: mode)
                guard rename(part, file) == 0 else { throw failure("written", path, errno) }
            } catch {
                unlink(part)
                throw error
            }
        }

        /// Writes all bytes into what was opened, and closes it.
        private static func fill(
            _ descriptor: Int32,
            with bytes: [UInt8],
            of path: String,
            mode: mode_t? = nil
        ) throws {
            do {
                if let mode, fchmod(descriptor, mode) != 0 { throw failure("written", path, errno) }
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { SystemCall.write($0, to: descriptor) }
                    guard count >= 0 else { throw failure("written", path, errno) }
                    rest = rest.dropFirst(count)
                }
            } catch {
                close(descriptor)
                throw error
            }
            // Some systems say only now that there was no room.
            guard close(descriptor) == 0 else { throw failure("written", path, errno) }
        }

        /// The file that links lead to, which need not be there; a path that is no link leads to itself.
        private static func end(ofLinksAt path: String) -> String {
            var path = path
            // As many as Linux follows; of more, the call before this one has complained.
            for _ in 0..<40 {
                guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
                path = link.hasPrefix("/") ? link : "\(DurableFile.parent(of: path))/\(link)"
            }
            return path
        }

        /// Refuses to begin where any of the files to be written is there already; a link counts, wherever it leads.
        static func checkAbsent(_ names: [String], in folder: String, remedy: String) throws(PassError) {
            for path in names.map({ "\(folder)/\($0)" }) {
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                throw PassError(.toolFile, "\(path) is there already. \(remedy)")
            }
        }

        /// Makes a folder, with those above it, unless it is there.
        static func makeFolder(_ path: String) throws {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw PassError(.toolFile, "The folder \(path) cannot be made. May you write there?")
            }
        }

        /// Whether the path is a folder.
        static func isFolder(_ path: String) -> Bool {
            var isFolder = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
        }

        private static func failure(_ verb: String, _ path: String, _ code: Int32) -> PassError {
            let reason = String(cString: strerror(code))
            return PassError(.toolFile, "\(path) cannot be \(verb): \(reason). \(remedy(for: code, when: verb))")
        }

        private static func remedy(for code: Int32, when verb: String) -> String {
            switch code {
            case ENOSPC, EDQUOT: "Make room there, or choose another place."
            case EISDIR: "Name a file instead of a folder."
            case EACCES, EPERM, EROFS: verb == "read" ? "See that you may read it." : "See that you may write there."
            case ENOENT where verb == "written": "Make its folder first."
            default: "Check the path."
            }
        }
    }
#endif
