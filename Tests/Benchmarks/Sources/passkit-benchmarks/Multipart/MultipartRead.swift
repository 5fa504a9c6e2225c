import CReference
import PassKitCore

extension Benchmark {
    /// Reads a form that is there at once.
    static let multipartWhole = multipart("multipart.whole", chunkSize: .max / 2)

    /// Reads a form that comes in chunks of 64 KiB.
    static let multipart64k = multipart("multipart.64k", chunkSize: 64 << 10)

    private static func multipart(_ name: String, chunkSize: Int) -> Benchmark {
        Benchmark(name: name, unit: "MB/s", bound: "memmem over the same body") {
            let form = try SampleForm()
            let delimiter = Array("\r\n--\(form.boundary)".utf8)
            let megabytes = Double(form.body.count) / 1e6
            return .rates(
                limit: Operation(units: megabytes) {
                    keep(creference_scan(form.body, form.body.count, delimiter, delimiter.count))
                },
                measured: Operation(units: megabytes) {
                    keep(try form.read(chunkSize: min(chunkSize, form.body.count)))
                }
            )
        }
    }
}
