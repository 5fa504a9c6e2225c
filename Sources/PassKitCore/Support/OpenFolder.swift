#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder on the disk that is open, so that what is read and written in it is in that folder and nowhere else.
///
/// Names are looked up one by one, below the folder that is open, and links are not followed: whoever exchanges a folder
/// for a link in the meantime changes nothing.
final class OpenFolder {
    /// What stands under a name.
    enum Kind {
        case file
        case folder
        /// A link, a pipe, a device.
        case other
    }

    /// Why a file was not read.
    enum Failure: Error {
        case notRegular
        case tooLarge
        case system(DurableFile.Failure)
    }

    private let descriptor: Int32

    private init(owning descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Opens the folder at a path; the path itself may lead through links, as any that a user gives.
    init(at path: String) throws(DurableFile.Failure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .now("open the folder") }
        self.descriptor = descriptor
    }

    /// Opens a folder in this one, which is made if it is to be and is not there.
    func folder(_ name: String, isMade: Bool = false) throws(DurableFile.Failure) -> OpenFolder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var inner = openat(descriptor, name, flags)
        if inner < 0, errno == ENOENT, isMade {
            guard mkdirat(descriptor, name, 0o755) == 0 else { throw .now("make the folder") }
            inner = openat(descriptor, name, flags)
        }
        guard inner >= 0 else { throw .now("open the folder") }
        return OpenFolder(owning: inner)
    }

    /// The names in the folder and what stands under them; a name that is no UTF-8 is nil.
    func entries() throws(DurableFile.Failure) -> [(name: String?, kind: Kind)] {
        // The stream takes its descriptor over, and this one stays open.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            let failure = DurableFile.Failure.now("list the folder")
            if copy >= 0 { close(copy) }
            throw failure
        }
        defer { closedir(stream) }
        var entries: [(name: String?, kind: Kind)] = []
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
            let name = String(validating: bytes, as: UTF8.self)
            entries.append((name, name.map { kind(of: $0) } ?? .other))
        }
        return entries
    }

    private func kind(of name: String) -> Kind {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// The content of a file of at most `limit` bytes.
    func read(_ name: String, limit: Int) throws(Failure) -> [UInt8] {
        // Not blocking: a pipe in place of the file must not make the reader wait.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .system(.now("open")) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system(.now("look at")) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        guard status.st_size <= limit else { throw .tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { SystemCall.read(file, into: $0) }
            guard count >= 0 else { throw .system(.now("read")) }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Writes a file: its new content is there whole, or what was there before; a link is replaced, not followed.
    func write(_ bytes: [UInt8], to name: String) throws(DurableFile.Failure) {
        let part = DurableFile.partName()
        let file = openat(descriptor, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .now("create") }
        do throws(DurableFile.Failure) {
            defer { close(file) }
            try DurableFile.finish(bytes, in: file)
            guard renameat(descriptor, part, descriptor, name) == 0 else { throw .now("rename") }
        } catch {
            unlinkat(descriptor, part, 0)
            throw error
        }
    }

    /// Removes a file.
    func remove(_ name: String) throws(DurableFile.Failure) {
        guard unlinkat(descriptor, name, 0) == 0 else { throw .now("remove") }
    }

    /// Sees to it that the names in the folder are on the disk.
    func sync() throws(DurableFile.Failure) {
        guard fsync(descriptor) == 0 else { throw .now("sync the folder") }
    }
}
