#if CommandLineTool
    import ArchiveForge
    import Foundation
    import Testing

    /// Whatever an archive claims, listing it takes little memory beyond the tool itself.
    @Suite(.enabled(if: PeakMemory.isMeasured)) struct ListMemoryTests {
        /// In KiB.
        static let allowance = 64 << 10

        @Test(.enabled(if: Tool.hasCorpus)) func ofEveryArchiveOfTheCorpus() throws {
            let folder = Tool.corpus.appending(path: "zip")
            let table = try String(contentsOf: folder.appending(path: "expect.tsv"), encoding: .utf8)
            let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
            let statuses = try Self.check(rows.map { folder.appending(path: String($0[0])).path })
            for (row, status) in zip(rows, statuses) {
                #expect(status == 0 || status == 2 && row[1] != "ACCEPT", "\(row[0])")
                #expect(status == 2 || row[1] != "REJECT", "\(row[0])")
            }
        }

        @Test func ofEveryHostileArchive() throws {
            try withTemporaryFolder { folder in
                let archives = ArchiveFault.all.map { fault in
                    var forge = ArchiveFault.sound
                    fault.change(&forge)
                    return (fault.name, forge.bytes)
                }
                let statuses = try Self.check(try Self.write(archives, to: folder))
                for (fault, status) in zip(ArchiveFault.all, statuses) {
                    #expect(status == (Self.permitted.contains(fault.name) ? 0 : 2), "\(fault)")
                }
            }
        }

        /// The tool lists under permissive limits, which take some archives that a pass may not be.
        static let permitted: Set = [
            "archive comment", "entry's comment", "end record in content", "archive in content", "four segments",
            "four segments that begin with combining marks", "129 entries",
        ]

        @Test(arguments: LargeArchive.all) func ofLargeArchives(_ archive: LargeArchive) throws {
            try withTemporaryFolder { folder in
                let bytes = archive.bytes
                #expect(bytes.count <= 10 << 20)
                let statuses = try Self.check(try Self.write([(archive.description, bytes)], to: folder))
                #expect(statuses == [archive.isSound ? 0 : 2])
            }
        }

        private static func write(_ archives: [(name: String, bytes: [UInt8])], to folder: URL) throws -> [String] {
            try archives.enumerated().map { number, archive in
                let file = folder.appending(path: "\(number) \(archive.name.replacing("/", with: " "))")
                try Data(archive.bytes).write(to: file)
                return file.path
            }
        }

        /// Lists files, and returns the exit statuses.
        private static func check(_ files: [String]) throws -> [Int] {
            let runs = try PeakMemory.of([["--help"]] + files.map { ["list", $0, "--json"] })
            try #require(runs.count == files.count + 1)
            let help = runs[0].peak
            for (file, run) in zip(files, runs.dropFirst()) where !PeakMemory.isPadded {
                #expect(run.peak - help <= allowance, "\(file): \(run.peak) KiB, against \(help) KiB of --help")
            }
            return runs.dropFirst().map(\.status)
        }
    }

    /// The most memory that runs of the tool held at once, as the kernel counts it, in KiB.
    enum PeakMemory {
        private static let python = "/usr/bin/python3"
        static let isMeasured = FileManager.default.isExecutableFile(atPath: python)

        /// Whether the address sanitizer, with which the tool was built as these tests were, takes memory of its own.
        static let isPadded = dlsym(dlopen(nil, RTLD_NOW), "__asan_init") != nil

        // Measured from a small process: a child's count begins with what its parent held when it was made.
        private static let script = """
            import os, sys
            tool = sys.argv[1]
            for line in sys.stdin.read().splitlines():
                quiet = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_RDWR, 0) for fd in (0, 1, 2)]
                child = os.posix_spawn(tool, [tool] + line.split("\\t"), os.environ, file_actions=quiet)
                status, usage = os.wait4(child, 0)[1:]
                if not os.WIFEXITED(status): sys.exit("crashed: " + line)
                print(os.WEXITSTATUS(status), usage.ru_maxrss)
            """

        static func of(_ runs: [[String]]) throws -> [(status: Int, peak: Int)] {
            try withTemporaryFolder { folder in
                let input = folder.appending(path: "runs")
                try runs.map { $0.joined(separator: "\t") }.joined(separator: "\n").write(
                    to: input,
                    atomically: true,
                    encoding: .utf8
                )
                let process = Process()
                let output = Pipe()
                process.executableURL = URL(filePath: python)
                process.arguments = ["-c", script, Tool.products.appending(path: "pkpass").path]
                process.standardInput = try FileHandle(forReadingFrom: input)
                process.standardOutput = output
                try process.run()
                let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
                return text.split(separator: "\n").map { line in
                    let numbers = line.split(separator: " ").compactMap { Int($0) }
                    return (numbers[0], numbers[1])
                }
            }
        }
    }
#endif
