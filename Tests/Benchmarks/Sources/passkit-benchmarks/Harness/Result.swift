/// What one benchmark came to.
struct Result {
    let name: String
    let unit: String
    let bound: String
    let value: Double
    let limit: Double
    let ratio: Double
    /// The allocations one time of the measured operation makes, where they can be counted.
    let allocations: Int?

    /// One line of JSON; names and words hold nothing that would need escaping.
    var json: String {
        let allocations = allocations.map { ",\"allocations\":\($0)" } ?? ""
        return "{\"name\":\"\(name)\",\"value\":\(rounded(value)),\"unit\":\"\(unit)\",\"limit\":\(rounded(limit)),"
            + "\"ratio\":\(rounded(ratio)),\"bound\":\"\(bound)\"\(allocations)}"
    }

    /// One line for people.
    var text: String {
        let allocations = allocations.map { ", \($0) allocations" } ?? ""
        return "\(name): \(rounded(value)) \(unit), \(rounded(ratio)) of \(rounded(limit)) (\(bound))\(allocations)"
    }

    /// Four digits that count; the noise is in the third.
    private func rounded(_ number: Double) -> Double {
        guard number.isFinite, number != 0 else { return 0 }
        var scale = 1.0
        while number.magnitude * scale < 1000 { scale *= 10 }
        return (number * scale).rounded() / scale
    }
}
