#if AsyncHTTPClient
    import NIOCore
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The identities a transport pushes with, each with its line to the service.
    struct PushIdentities: Sendable {
        /// The lines of each pass type, those whose certificates became valid last first.
        private let byType: [String: [PushLine]]

        /// Takes signers; those that `old` has, too, keep their lines.
        init(
            _ signers: SignerRegistry,
            on route: PushRoute,
            _ configuration: APNsTransport.Configuration,
            group: any EventLoopGroup,
            keeping old: PushIdentities? = nil
        ) throws(PassError) {
            var byType: [String: [PushLine]] = [:]
            for signer in signers.ordered {
                guard let signer = signer as? CMSManifestSigner, let type = signer.certificate.passTypeIdentifier else {
                    throw Self.cannotSignHandshakes(signer)
                }
                if let line = old?.line(with: signer.certificate) {
                    byType[type, default: []].append(line)
                } else {
                    let (roots, concurrency) = (configuration.trustedRoots, configuration.concurrency)
                    let line = try PushLine(signer, route, trusting: roots, concurrency, group.next())
                    byType[type, default: []].append(line)
                }
            }
            self.byType = byType
        }

        /// All lines.
        var lines: [PushLine] { byType.values.flatMap { $0 } }

        /// Whether that line is one of them.
        func contains(_ line: PushLine) -> Bool { lines.contains { $0 === line } }

        /// The line for a push: of those with a valid certificate, the one whose certificate became valid last.
        func line(for target: PassPush.Target, at time: Date) -> PushLine? {
            byType[target.passTypeIdentifier]?.first { line in
                let team = target.teamIdentifier
                return (team == nil || line.certificate.teamIdentifier == team) && line.certificate.isValid(at: time)
            }
        }

        private func line(with certificate: PassCertificate) -> PushLine? {
            lines.first { $0.certificate == certificate }
        }

        private static func cannotSignHandshakes(_ signer: any ManifestSigner) -> PassError {
            PassError(
                .transportPushIdentity,
                "The signer for \(signer.certificate.passTypeIdentifier ?? "no pass type") is a \(type(of: signer)), which "
                    + "cannot sign a TLS handshake, as pushing demands. Use a CMSManifestSigner; its key may be elsewhere."
            )
        }
    }
#endif
