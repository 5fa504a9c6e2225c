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

        /// Writes a file whole or not at all.
        static func write(_ bytes: [UInt8], to path: String) throws {
            do {
                try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw PassError(.toolFile, "\(path) cannot be written. Does its folder exist, and may you write there?")
            }
        }

        /// Writes a file that only its owner may read, such as a private key.
        static func writeSecret(_ bytes: [UInt8], to path: String) throws {
            // Made empty and closed to others first, so that the secret is never readable in between.
            let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure("written", path, errno) }
            defer { close(descriptor) }
            guard fchmod(descriptor, 0o600) == 0 else { throw failure("written", path, errno) }
            let count = bytes.withUnsafeBytes { SystemCall.write($0, to: descriptor) }
            guard count == bytes.count else { throw failure("written", path, errno) }
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
            PassError(.toolFile, "\(path) cannot be \(verb): \(String(cString: strerror(code))). Check the path.")
        }
    }
#endif
