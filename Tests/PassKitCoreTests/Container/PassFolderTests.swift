import Foundation
import Testing

@testable import PassKitCore

@Suite struct PassFolderTests {
    static func package() throws -> PassPackage {
        var archive = try PassPackage(
            pass: PassTests.pass(),
            images: ["icon.png": PNGForge.image(), "de.lproj/logo@2x.png": PNGForge.image()],
            localizations: ["de": ["EVENT": "Ereignis"]]
        ).archive()
        try archive.set(Array(#"{"designerVersion":"1.0"}"#.utf8), for: "tooling.json")
        try archive.set([1, 2, 3], for: "Layers/front/shape.bin")
        return try PassPackage(archive)
    }

    static func write(_ files: [String: String], to folder: URL) throws {
        for (name, content) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content.utf8).write(to: file)
        }
    }

    @Test func aPackageComesBackFromItsFolder() async throws {
        try await withTemporaryFolder { folder in
            let package = try Self.package()
            let path = folder.appending(path: "deep/Ticket.pkpasstemplate").path
            try PassFolder.write(package, to: path)
            let read = try PassFolder.package(at: path)
            let (before, after) = (try package.archive(), try read.archive())
            #expect(after.entries.map(\.name) == before.entries.map(\.name).sorted())
            for entry in before.entries {
                #expect(try after.bytes(of: entry.name) == before.bytes(of: entry.name), "\(entry.name)")
            }
            #expect(read.pass == package.pass)
        }
    }

    @Test(.enabled(if: SharedCorpus.isPresent), arguments: PackageRoundTripTests.readable)
    func everyRealPassComesBackFromItsFolder(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            let before = try PassArchive(reading: SharedCorpus.bytes(name))
            try PassFolder.write(PassPackage(before), to: folder.path)
            let after = try PassFolder.package(at: folder.path).archive()
            let names = before.entries.map(\.name).filter { $0 != "manifest.json" && $0 != "signature" }
            #expect(after.entries.map(\.name) == names.sorted())
            for name in names { #expect(try after.bytes(of: name) == before.bytes(of: name)) }
        }
    }

    @Test func whatSystemsAndSigningLeaveBehindIsNotRead() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(
                [
                    "pass.json": "{}", ".DS_Store": "", "__MACOSX/._pass.json": "", "Thumbs.db": "",
                    "manifest.json": "{}",
                    "signature": "x", "de.lproj/.DS_Store": "", "de.lproj/pass.strings": "a = 1;", "a/b/c.txt": "c",
                ],
                to: folder
            )
            let names = try PassFolder.package(at: folder.path).archive().entries.map(\.name)
            #expect(names == ["a/b/c.txt", "de.lproj/pass.strings", "pass.json"])
        }
    }

    @Test func writingReplacesWhatThePassNoLongerHas() async throws {
        try await withTemporaryFolder { folder in
            var package = try Self.package()
            try PassFolder.write(package, to: folder.path)
            try Self.write(["notes.txt": "mine", "signature": "old", "manifest.json": "{}"], to: folder)
            package.images["de.lproj/logo@2x.png"] = nil
            package.localizations["de"] = nil
            package.pass.voided = true
            try PassFolder.write(package, to: folder.path)
            let read = try PassFolder.package(at: folder.path)
            #expect(read.pass.voided == true)
            let names = try read.archive().entries.map(\.name)
            #expect(names == ["Layers/front/shape.bin", "icon.png", "notes.txt", "pass.json", "tooling.json"])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!left.contains("signature") && !left.contains("manifest.json"))
        }
    }

    @Test func aFolderOfOtherThingsIsNotWrittenTo() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["icon.png": "mine"], to: folder)
            let package = try Self.package()
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: folder.path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["icon.png"])
        }
    }

    /// A package with a name that is too long for a disk, so that its writer fails on the way.
    static func unwritable() throws -> PassPackage {
        var archive = PassArchive(limits: ArchiveLimits(nameLength: 400))
        for name in ["pass.json", "icon.png", String(repeating: "x", count: 300)] {
            try archive.set(Array("{}".utf8), for: name)
        }
        return try PassPackage(archive)
    }

    @Test func aNewFolderAppearsWholeOrNotAtAll() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "Ticket.pass").path
            let package = try Self.unwritable()
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func anOldPassStaysUntilAllOtherFilesAreThere() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["pass.json": #"{"old":1}"#], to: folder)
            let package = try Self.unwritable()
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: folder.path) }
            #expect(try PassFolder.package(at: folder.path).pass.json["old"] == 1)
        }
    }

    @Test func aFolderWithoutEndIsNotWalkedToItsEnd() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["pass.json": "{}"], to: folder)
            // Hidden files are left out, but looked at.
            for number in 0..<4096 { close(creat(folder.path + "/.\(number)", 0o600)) }
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: folder.path) }
            #expect(unlink(folder.path + "/.0") == 0)
            #expect(try PassFolder.package(at: folder.path).archive().entries.count == 1)
        }
    }

    @Test func linksAreNotFollowedInReading() async throws {
        try await withTemporaryFolder { folder in
            let outside = folder.appending(path: "outside")
            let pass = folder.appending(path: "pass")
            try Self.write(["secret.txt": "secret", "pass.strings": "a = 1;"], to: outside)
            for link in ["icon.png", "de.lproj"] {
                try Self.write(["pass.json": "{}"], to: pass)
                let target = link == "de.lproj" ? outside : outside.appending(path: "secret.txt")
                try FileManager.default.createSymbolicLink(at: pass.appending(path: link), withDestinationURL: target)
                #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: pass.path) }
                try FileManager.default.removeItem(at: pass)
            }
        }
    }

    @Test func linksAreNotFollowedInWriting() async throws {
        try await withTemporaryFolder { folder in
            let outside = folder.appending(path: "outside")
            let pass = folder.appending(path: "pass")
            try Self.write(["target": "untouched"], to: outside)
            try Self.write(["pass.json": "{}"], to: pass)
            try FileManager.default.createSymbolicLink(
                at: pass.appending(path: "de.lproj"),
                withDestinationURL: outside
            )
            let package = try Self.package()
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: pass.path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["target"])
        }
    }

    @Test func aLinkInPlaceOfAFileIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let outside = folder.appending(path: "outside.png")
            let pass = folder.appending(path: "pass")
            try Self.write(["outside.png": "untouched"], to: folder)
            var package = try Self.package()
            try PassFolder.write(package, to: pass.path)
            let icon = pass.appending(path: "icon.png")
            package.pass.voided = true
            try FileManager.default.removeItem(at: icon)
            try FileManager.default.createSymbolicLink(at: icon, withDestinationURL: outside)
            // The folder is read before it is written, and the link is seen.
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: pass.path) }
            #expect(try String(contentsOf: outside, encoding: .utf8) == "untouched")
        }
    }

    @Test func aPipeInPlaceOfAFileDoesNotHoldTheReaderUp() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["pass.json": "{}"], to: folder)
            #expect(mkfifo(folder.appending(path: "icon.png").path, 0o600) == 0)
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: folder.path) }
            // A reader that had not seen what it is would still not wait.
            let root = try OpenFolder(at: folder.path)
            #expect(throws: OpenFolder.Failure.self) { try root.read("icon.png", limit: 10) }
        }
    }

    @Test func whatIsExchangedForALinkInTheMeantimeIsNotFollowed() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["outside/secret": "secret", "pass/inside/file": "file"], to: folder)
            let root = try OpenFolder(at: folder.appending(path: "pass").path)
            let inside = try root.folder("inside")
            let path = folder.appending(path: "pass/inside")
            try FileManager.default.moveItem(at: path, to: folder.appending(path: "moved"))
            try FileManager.default.createSymbolicLink(
                at: path,
                withDestinationURL: folder.appending(path: "outside")
            )
            #expect(throws: DurableFile.Failure.self) { try root.folder("inside") }
            #expect(throws: DurableFile.Failure.self) { try root.folder("inside", isMade: true) }
            try inside.write([1], to: "new")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/outside") == ["secret"])
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/moved/link",
                withDestinationPath: folder.path + "/outside/secret"
            )
            #expect(throws: OpenFolder.Failure.self) { try inside.read("link", limit: 10) }
            try inside.write([2], to: "link")
            #expect(try String(contentsOfFile: folder.path + "/outside/secret", encoding: .utf8) == "secret")
            #expect(try inside.read("link", limit: 10) == [2])
        }
    }

    @Test func aTemplateTellsWhatMadeIt() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "Event.pkpasstemplate").path
            try PassFolder.write(Self.package(), to: path)
            let tooling = try PassFolder.package(at: path).tooling
            #expect(tooling?.designerVersion == "1.0" && tooling?.builderVersion == nil)
            #expect(tooling?.automaticallyGenerateCompatiblePass == nil)
            #expect(PassPackage(pass: PassTests.pass()).tooling == nil)
        }
    }

    @Test func aNameThatWouldNotBeReadBackIsRefused() async throws {
        try await withTemporaryFolder { folder in
            var archive = try Self.package().archive()
            try archive.set([1], for: ".hidden")
            let package = try PassPackage(archive)
            let path = folder.appending(path: "new").path
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.write(package, to: path) }
        }
    }

    @Test func limitsHold() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(["pass.json": "{}", "data.bin": String(repeating: "x", count: 2000)], to: folder)
            var limits = ArchiveLimits.default
            limits.entrySize = 1999
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: folder.path, limits: limits) }
            limits.entrySize = 2000
            limits.totalSize = 2001
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: folder.path, limits: limits) }
            limits.totalSize = 2002
            #expect(try PassFolder.package(at: folder.path, limits: limits).archive().entries.count == 2)
        }
    }

    @Test func whatIsNoFolderIsToldFromWhatIsNoPass() async throws {
        try await withTemporaryFolder { folder in
            #expect(throws: PassError(.containerFolder, "")) { try PassFolder.package(at: folder.path + "/missing") }
            #expect(throws: PassError(.containerPassMissing, "")) { try PassFolder.package(at: folder.path) }
        }
    }
}
