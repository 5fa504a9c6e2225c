import Foundation
import PassKitCore
import Testing

@Suite(.enabled(if: SharedCorpus.isPresent)) struct ArchiveCorpusTests {
    static let passes = SharedCorpus.table("passes/expect.tsv")
    static let zips = SharedCorpus.table("zip/expect.tsv")

    @Test(arguments: passes.filter { $0[1] != "unreadable" }.map { $0[0] })
    func realPassesAreReadAndComeBackUnchanged(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("passes/\(name)")
        let limits: ArchiveLimits = name.hasSuffix(".pkpasses") ? .bundle : .default
        let archive = try PassArchive(reading: bytes, limits: limits)
        for entry in archive.entries { #expect(try archive.bytes(of: entry.name).count == entry.uncompressedSize) }
        #expect(archive.bytes() == bytes)
    }

    @Test func whatIsNoArchiveIsRefused() throws {
        let bytes = try SharedCorpus.bytes("passes/five-bytes.pkpass")
        #expect(throws: PassError(.archiveNotAZip, "")) { try PassArchive(reading: bytes) }
    }

    @Test(arguments: zips.filter { $0[1] == "REJECT" }.map { $0[0] })
    func refuses(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("zip/\(name)")
        #expect(throws: PassError.self, "\(name)") { try Self.readAll(bytes, .permissive) }
        #expect(throws: PassError.self, "\(name)") { try Self.readAll(bytes, .default) }
    }

    /// The table says of no archive that it must be read: those that are no fault are left to our judgement.
    @Test func everyRowOfTheTableIsTested() {
        #expect(Set(Self.zips.map { $0[1] }) == ["POLICY", "REJECT"])
        let judged = Set(Self.zips.filter { $0[1] == "POLICY" }.map { $0[0] })
        #expect(judged.isSuperset(of: Self.refused.keys))
        #expect(Self.permitted.isSubset(of: Self.refused.keys))
    }

    /// The archives left to our judgement that the defaults refuse, and with what.
    ///
    /// The others are read; `Docs/Archive.md` gives the reasons.
    static let refused: [String: String] = [
        "dotnet--StrangeZipFiles_dataDescriptor.zip": "archive.name",
        "dotnet--StrangeZipFiles_extradata_emptyWith64KBComment.zip": "archive.comment",
        "dotnet--StrangeZipFiles_extradata_extraDataLHandCDentryAndArchiveComments.zip": "archive.comment",
        "dotnet--StrangeZipFiles_filenameTimeAndSizesDifferentInLH.zip": "archive.header-mismatch",
        "dotnet--StrangeZipFiles_largetrailingwhitespacedeflation.zip": "archive.name",
        "dotnet--compat_InvalidWindowsFileNameChars.zip": "archive.name",
        "dotnet--compat_NullCharFileName_FromUnix.zip": "archive.name",
        "dotnet--compat_NullCharFileName_FromWindows.zip": "archive.name",
        "dotnet--compat_backslashes_FromUnix.zip": "archive.name",
        "dotnet--compat_backslashes_FromWindows.zip": "archive.name",
        "go--dupdir.zip": "archive.duplicate-name",
        "go--go-no-datadesc-sig.zip.base64": "archive.not-a-zip",
        "go--test.zip": "archive.comment",
        "go--utf8-osx.zip": "archive.name",
        "go--zip64-2.zip": "archive.header-mismatch",
        "go--zip64.zip": "archive.header-mismatch",
        "swiftziparchive--encoding.zip": "archive.name",
        "swiftziparchive--encrypted.zip": "archive.encrypted",
        "swiftziparchive--hello64.zip": "archive.zip64",
        "swiftziparchive--linux.zip": "archive.name",
        "swiftziparchive--macos.zip": "archive.name",
    ]

    /// Those of them that ``ArchiveLimits/permissive`` reads: they have comments, or deep names.
    static let permitted: Set<String> = [
        "dotnet--StrangeZipFiles_extradata_emptyWith64KBComment.zip",
        "dotnet--StrangeZipFiles_extradata_extraDataLHandCDentryAndArchiveComments.zip",
        "dotnet--StrangeZipFiles_largetrailingwhitespacedeflation.zip",
        "go--test.zip",
        "swiftziparchive--linux.zip",
        "swiftziparchive--macos.zip",
    ]

    @Test(arguments: zips.filter { $0[1] == "POLICY" }.map { $0[0] })
    func judges(_ name: String) throws {
        let bytes = try SharedCorpus.bytes("zip/\(name)")
        let code = Self.refused[name].map { PassError.Code($0) }
        #expect(Self.code(bytes, .default) == code)
        #expect(Self.code(bytes, .permissive) == (Self.permitted.contains(name) ? nil : code))
        guard code == nil else { return }
        var archive = try PassArchive(reading: bytes)
        #expect(archive.bytes() == bytes)
        // Rewritten with one entry more, it holds what it held.
        let before = try archive.entries.map { try archive.bytes(of: $0.name) }
        try archive.set([1], for: "added")
        let after = try PassArchive(reading: archive.bytes())
        #expect(try after.entries.dropLast().map { try after.bytes(of: $0.name) } == before)
    }

    @Test func everyJudgementIsWrittenDown() throws {
        let page = try String(contentsOf: SharedCorpus.packageRoot.appending(path: "Docs/Archive.md"), encoding: .utf8)
        for row in Self.zips where row[1] == "POLICY" {
            #expect(page.contains("`\(row[0].replacing(".zip", with: ""))`"), "\(row[0])")
        }
    }

    private static func code(_ bytes: [UInt8], _ limits: ArchiveLimits) -> PassError.Code? {
        do {
            try PassArchive(reading: bytes, limits: limits).checkContents()
            return nil
        } catch { return error.code }
    }

    static func readAll(_ bytes: [UInt8], _ limits: ArchiveLimits) throws {
        let archive = try PassArchive(reading: bytes, limits: limits)
        for entry in archive.entries { _ = try archive.bytes(of: entry.name) }
    }
}
