#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Publishes passes as files of a folder, which any web server can serve.
///
/// Each pass is one file with a name that cannot be guessed, and keeps it from version to version: a link that was
/// sent once always gives the newest version. Who holds which pass is remembered in a second folder, which must not be
/// served.
public struct DirectoryPublisher: PassPublisher {
    /// The folder that is served.
    public let path: String

    /// Where the folder is served.
    public let base: URL

    /// The folder that remembers who holds what.
    public let holdersPath: String

    private let random: RandomBytes

    /// Makes a publisher; the folders are made when the first pass is published.
    /// - Parameters:
    ///   - path: The folder that is served.
    ///   - base: Where it is served, an `https` address that a file name is appended to.
    ///   - holders: The folder that remembers who holds what; beside the first, with `.holders` at its end, when nil.
    ///   - random: Makes the file names.
    public init(_ path: String, servedAt base: URL, holders: String? = nil, random: RandomBytes = .system) {
        self.path = path
        self.base = base
        self.holdersPath = holders ?? path + ".holders"
        self.random = random
    }

    /// Writes the pass's file.
    /// - Throws: ``PassError`` with ``PassError/Code/updatePublish`` when it cannot be written.
    public func publish(
        _ pass: [UInt8],
        as identifier: PassIdentifier,
        for recipient: Recipient.ID
    ) async throws -> PublishedPass {
        do {
            let memory = try "\(holdersPath)/\(Self.name("\(identifier.type.utf8.count):\(identifier)"))"
            for folder in [path, memory] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            let name = try fileName(for: memory)
            try DurableFile.write(pass, to: "\(path)/\(name)")
            let isFirst = try DurableFile.create("\(memory)/holder-\(Self.name(recipient.rawValue))", [])
            let separator = base.absoluteString.hasSuffix("/") ? "" : "/"
            return PublishedPass(link: "\(base.absoluteString)\(separator)\(name)", isFirst: isFirst)
        } catch {
            throw PassError(
                .updatePublish,
                "A pass cannot be written to \(path). Is the disk full, or may you not write there?",
                cause: error
            )
        }
    }

    /// The name of the pass's file: made once, then remembered.
    private func fileName(for memory: String) throws -> String {
        let place = "\(memory)/file"
        let name = "\(Hex.encode(random(32))).pkpass"
        if try DurableFile.create(place, Array(name.utf8)) { return name }
        return String(decoding: try Data(contentsOf: URL(filePath: place)), as: UTF8.self)
    }

    private static func name(_ text: String) throws(PassError) -> String {
        Hex.encode(try Digest.sha256(Array(text.utf8)))
    }
}
