import Foundation
import PassKitCore
import PassKitTesting

/// Authorities that many tests share: making RSA keys takes longer than everything they are needed for.
enum SigningFixtures {
    private static let p256 = Result { try TestAuthority() }
    private static let rsa = Result { try TestAuthority(keys: .rsa2048) }
    private static let other = Result { try TestAuthority() }

    /// The shared authority with keys of that kind.
    static func authority(_ keys: TestAuthority.KeyKind = .p256) throws -> TestAuthority {
        switch keys {
        case .p256: try p256.get()
        case .rsa2048: try rsa.get()
        default: try TestAuthority(keys: keys)
        }
    }

    /// Another authority for the same pass type and team.
    static func otherAuthority() throws -> TestAuthority { try other.get() }

    /// A small package that can be signed.
    static func package(serial: String = "E-1") throws -> PassPackage {
        PassPackage(
            pass: SamplePass.pass(serial: serial),
            images: ["icon.png": try icon()],
            localizations: ["de": ["gate_label": "TOR", "gate_change": "Jetzt an Tor %@"]]
        )
    }

    /// The bytes of a small image.
    static func icon() throws -> [UInt8] { try SamplePass.package().images["icon.png"] ?? [] }
}
