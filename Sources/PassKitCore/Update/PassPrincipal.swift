/// Who sent a request, as the server's authentication knows them.
public struct PassPrincipal: Sendable, Hashable, CustomStringConvertible {
    /// A stable name, such as the user of Basic authentication; never a secret.
    public var name: String

    /// Makes a principal.
    public init(_ name: String) { self.name = name }

    /// Whoever calls a server that asks for no credentials.
    public static let anonymous = PassPrincipal("anonymous")

    /// The name.
    public var description: String { name }

    /// Whether both names have the same bytes.
    public static func == (left: Self, right: Self) -> Bool { left.name.isSpelled(as: right.name) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { name.hashSpelling(into: &hasher) }
}
