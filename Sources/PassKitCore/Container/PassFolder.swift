#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A pass as a folder of files, such as `Ticket.pass`, as it is kept before it is signed.
///
/// A `.pkpasstemplate` of Apple's Pass Designer is such a folder, too: see ``PassPackage/tooling`` for what it says of
/// itself; whatever else it holds is kept as it is.
///
/// This is the only place where the library takes names from a disk into a package, and writes a package's names to a
/// disk. Links are not followed, so that a folder from elsewhere cannot draw in or overwrite files outside of it.
public enum PassFolder: Sendable {
    /// The most files and folders that are looked at, those that are left out included.
    private static let mostEntries = 4096

    /// Reads a folder as a package.
    ///
    /// A manifest and a signature in the folder are left out: signing makes new ones. So is what systems leave behind:
    /// hidden files such as `.DS_Store`, `Thumbs.db`, `desktop.ini` and the folder `__MACOSX`.
    /// - Throws: ``PassError`` with ``PassError/Code/containerFolder`` when the folder cannot be read or holds a
    ///   link; otherwise what opening a package throws.
    public static func package(
        at path: String,
        limits: ArchiveLimits = .default
    ) throws(PassError) -> PassPackage {
        try PassPackage(archive(at: path, limits: limits))
    }

    /// Reads a folder as an archive, whatever its `pass.json` holds, as ``PassLinter`` wants it.
    /// - Throws: ``PassError`` with ``PassError/Code/containerFolder``, as ``package(at:limits:)``.
    public static func archive(
        at path: String,
        limits: ArchiveLimits = .default
    ) throws(PassError) -> PassArchive {
        var archive = PassArchive(limits: limits)
        var total = 0
        let root = try open(path)
        for name in try names(in: root, path, limits) where !Manifest.isExempt(name) {
            let bytes = try read(name, in: root, path, limit: limits.entrySize)
            total += bytes.count
            guard total <= limits.totalSize else {
                throw error("\(path) holds more than the \(limits.totalSize) bytes a pass may have.")
            }
            try archive.set(bytes, for: name)
        }
        return archive
    }

    /// Writes a package as a folder, so that reading the folder gives the same package.
    ///
    /// A new folder appears whole or not at all. In a folder that holds a pass already, files of the same name are
    /// replaced, each whole or not at all and `pass.json` after all others; then images, strings and forms that the
    /// package does not have are removed, as are manifest and signature, which no longer fit; other files stay.
    /// - Throws: ``PassError`` with ``PassError/Code/containerFolder`` when the folder holds something else than a
    ///   pass, or a link where a folder is to be, or cannot be written; what ``PassPackage/archive()`` throws.
    public static func write(_ package: PassPackage, to path: String) throws(PassError) {
        let archive = try package.archive()
        for name in archive.entries.map(\.name) where isLeftBehind(name) {
            throw error("\"\(name)\" in the package would not be read back from a folder. Remove it.")
        }
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard !FileManager.default.fileExists(atPath: path) else { return try replace(path, archive) }

        let parent = DurableFile.parent(of: path)
        let part = "\(parent)/\(DurableFile.partName())"
        do {
            try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
            try replace(part, archive)
            try FileManager.default.moveItem(atPath: part, toPath: path)
            try OpenFolder(at: parent).sync()
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw (error as? PassError) ?? Self.error("The folder \(path) cannot be made.", error)
        }
    }

    /// Writes into a folder that is there.
    private static func replace(_ path: String, _ archive: PassArchive) throws(PassError) {
        let root = try open(path)
        let old = try names(in: root, path, .default)
        guard old.isEmpty || old.contains(PassFileName.pass) else {
            throw error("\(path) holds files that are no pass. Choose a new folder.")
        }
        let names = archive.entries.map(\.name).filter { !Manifest.isExempt($0) && $0 != PassFileName.pass }
        for name in names + [PassFileName.pass] {
            let bytes = try archive.bytes(of: name)
            try changing(name, in: root, path) { (folder, file) throws(DurableFile.Failure) in
                try folder.write(bytes, to: file)
            }
        }
        for name in old where archive.entry(named: name) == nil || Manifest.isExempt(name) {
            guard isOfPass(name) else { continue }
            try changing(name, in: root, path) { (folder, file) throws(DurableFile.Failure) in
                try folder.remove(file)
            }
        }
    }

    private static func changing(
        _ name: String,
        in root: OpenFolder,
        _ path: String,
        _ change: (OpenFolder, String) throws(DurableFile.Failure) -> Void
    ) throws(PassError) {
        do throws(DurableFile.Failure) {
            let (folder, file) = try folder(of: name, in: root, isMade: true)
            try change(folder, file)
            try folder.sync()
        } catch {
            throw Self.error("\(path)/\(name) cannot be written; links are not followed.", error)
        }
    }

    // MARK: Which files

    /// Whether a file is one that passes are known to hold, so that an old one is not part of the new pass.
    private static func isOfPass(_ name: String) -> Bool {
        guard let file = PassFileName(name) else { return false }
        return name == PassFileName.personalization || Manifest.isExempt(name) || file.isImage
            || file.language != nil && file.file == PassFileName.strings
    }

    private static func isLeftBehind(_ name: String) -> Bool {
        name.split(separator: "/").contains { part in
            part.hasPrefix(".") || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(part)
        }
    }

    /// The relative names of all files, sorted.
    private static func names(in root: OpenFolder, _ path: String, _ limits: ArchiveLimits) throws(PassError)
        -> [String]
    {
        var names: [String] = []
        var folders: [(name: String, depth: Int, folder: OpenFolder)] = [("", 1, root)]
        var count = 0
        while let next = folders.popLast() {
            for (entry, kind) in try entries(of: next.folder, "\(path)/\(next.name)") {
                count += 1
                guard count <= mostEntries else { throw error("\(path) holds more than \(mostEntries) files.") }
                guard let entry else { throw error("\(path) holds a file whose name is no UTF-8.") }
                if isLeftBehind(entry) { continue }
                let name = next.name.isEmpty ? entry : "\(next.name)/\(entry)"
                switch kind {
                case .file: names.append(name)
                case .folder where next.depth < limits.nameDepth:
                    folders.append((name, next.depth + 1, try folder(entry, in: next.folder, "\(path)/\(name)")))
                default: throw error("\(path)/\(name) is no file, or a folder too deep; links are not followed.")
                }
            }
        }
        return names.sorted()
    }

    // MARK: The disk

    private static func open(_ path: String) throws(PassError) -> OpenFolder {
        do { return try OpenFolder(at: path) } catch { throw Self.error("The folder \(path) cannot be read.", error) }
    }

    private static func folder(_ name: String, in folder: OpenFolder, _ path: String) throws(PassError) -> OpenFolder {
        do { return try folder.folder(name) } catch { throw Self.error("The folder \(path) cannot be read.", error) }
    }

    private static func entries(
        of folder: OpenFolder,
        _ path: String
    ) throws(PassError) -> [(name: String?, kind: OpenFolder.Kind)] {
        do { return try folder.entries() } catch { throw Self.error("The folder \(path) cannot be read.", error) }
    }

    /// The folder that a file lies in, and the file's name there.
    private static func folder(
        of name: String,
        in root: OpenFolder,
        isMade: Bool = false
    ) throws(DurableFile.Failure) -> (OpenFolder, String) {
        var folder = root
        var rest = name[...]
        while let slash = rest.firstIndex(of: "/") {
            folder = try folder.folder(String(rest[..<slash]), isMade: isMade)
            rest = rest[slash...].dropFirst()
        }
        return (folder, String(rest))
    }

    private static func read(
        _ name: String,
        in root: OpenFolder,
        _ path: String,
        limit: Int
    ) throws(PassError) -> [UInt8] {
        do {
            let (folder, file) = try folder(of: name, in: root)
            return try folder.read(file, limit: limit)
        } catch OpenFolder.Failure.tooLarge {
            throw Self.error("\(path)/\(name) is larger than the \(limit) bytes a file may have.")
        } catch {
            throw Self.error("\(path)/\(name) cannot be read; links are not followed.", error)
        }
    }

    private static func error(_ message: String, _ cause: (any Error)? = nil) -> PassError {
        PassError(
            .containerFolder,
            message + " A pass folder holds pass.json, its images, and one .lproj folder a language.",
            cause: cause
        )
    }
}
