import CReference
import PassKitCore

extension Benchmark {
    /// Reads a stream of 64 MiB, whose chunks are made as they are asked for, and counts the memory in use at most.
    static let multipartMemory = Benchmark(
        name: "multipart.memory",
        unit: "bytes",
        bound: "the peak for 1 MiB, and 1 MiB more"
    ) {
        let small = try peak(of: 1)
        let large = try peak(of: 64)
        return .figures(value: Double(large), limit: Double(small + (1 << 20)))
    }

    private static func peak(of megabytes: Int) throws -> Int {
        let limits = MultipartLimits(bodySize: .max, fileSize: .max)
        var (count, peak) = (0, 0)
        creference_allocations_start()
        var reader = try MultipartReader(boundary: "B", limits: limits)
        reader.append(Array("--B\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8)[...])
        while try reader.next() != nil {}
        for index in 0..<(16 * megabytes) {
            reader.append(SampleForm.noise(64 << 10, seed: UInt64(index))[...])
            while try reader.next() != nil {}
        }
        reader.append(Array("\r\n--B--".utf8)[...])
        while try reader.next() != nil {}
        try reader.finish()
        creference_allocations_stop(&count, &peak)
        return peak
    }
}
