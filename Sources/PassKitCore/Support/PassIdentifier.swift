/// What names a pass for Wallet: its pass type identifier and its serial number.
///
/// Two packages with the same identifier are versions of the same pass; the newer one replaces the older one.
/// (Apple, Wallet Passes, "Pass": `passTypeIdentifier`, `serialNumber`.)
public struct PassIdentifier: Hashable, Sendable, CustomStringConvertible {
    /// The pass type identifier, such as `pass.com.example.ticket`.
    public var type: String

    /// The serial number, unique among the passes of one type.
    public var serial: String

    /// Makes an identifier.
    public init(type: String, serial: String) {
        self.type = type
        self.serial = serial
    }

    /// `type/serial`, for people.
    public var description: String { "\(type)/\(serial)" }

    /// Whether type and serial number have the same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.serial.isSpelled(as: right.serial) && left.type.isSpelled(as: right.type)
    }

    /// Hashes the bytes of both.
    public func hash(into hasher: inout Hasher) {
        type.hashSpelling(into: &hasher)
        serial.hashSpelling(into: &hasher)
    }
}
