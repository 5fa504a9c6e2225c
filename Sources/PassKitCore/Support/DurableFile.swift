#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes files so that they are on the disk, whole, when the call returns.
package enum DurableFile {
    /// What the system said.
    package struct Failure: Error, CustomStringConvertible {
        package let operation: String
        package let number: Int32

        package var description: String { "\(operation): \(String(cString: strerror(number)))" }

        /// The failure that `errno` tells of.
        static func now(_ operation: String) -> Failure { Failure(operation: operation, number: errno) }
    }

    /// Writes a file: its new content is there whole, or its old one still is.
    /// - Parameter isPrivate: Whether only its owner may read it.
    package static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(Failure) {
        let folder = parent(of: path)
        let name = "\(folder)/\(partName())"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .now("create") }
        do throws(Failure) {
            defer { close(descriptor) }
            try finish(bytes, in: descriptor, isPrivate: isPrivate)
        } catch {
            unlink(name)
            throw error
        }
        guard rename(name, path) == 0 else {
            let failure = Failure.now("rename")
            unlink(name)
            throw failure
        }
        try syncFolder(folder)
    }

    /// Whether ``write(_:to:)`` got as far as giving a file its name; the name is on the disk, too, when this returns.
    package static func isKept(_ path: String) throws(Failure) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        try syncFolder(parent(of: path))
        return true
    }

    /// Makes a file with this content if there is none of that name; says whether it did.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Bool {
        let folder = parent(of: path)
        let name = "\(folder)/\(partName())"
        try write(bytes, to: name)
        defer { unlink(name) }
        // A hard link fails when the name is taken, which a rename does not.
        if link(name, path) == 0 {
            try syncFolder(folder)
            return true
        }
        guard errno == EEXIST else { throw .now("create") }
        return false
    }

    /// Writes the content of a file that is open, brings it to the disk, and lets others read it unless it is private.
    static func finish(_ bytes: [UInt8], in descriptor: Int32, isPrivate: Bool = false) throws(Failure) {
        try writeAll(bytes, to: descriptor)
        guard fsync(descriptor) == 0 else { throw .now("sync") }
        guard fchmod(descriptor, isPrivate ? 0o600 : 0o644) == 0 else { throw .now("set the mode of") }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                SystemCall.write(UnsafeRawBufferPointer(rebasing: buffer[written...]), to: descriptor)
            }
            guard count >= 0 else { throw .now("write") }
            written += count
        }
    }

    private static func syncFolder(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .now("open the folder of") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .now("sync the folder of") }
    }

    /// A name for what is not finished: hidden, so that nobody who lists the folder takes it for more.
    package static func partName() -> String { ".\(Hex.encode(RandomBytes.system(12))).part" }

    /// The folder that a path lies in.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
