#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        // MARK: Versions

        func currentVersion(of pass: PassIdentifier) -> PassVersion? { versions[pass]?.last?.version }

        mutating func publish(_ new: NewVersion, at time: Date) -> PassVersion? {
            var known = versions[new.pass] ?? []
            guard known.last?.version.tag == new.replaces else { return nil }
            let version = PassVersion(
                pass: new.pass,
                tag: nextTag(),
                digest: new.bytes.digest,
                published: PassVersion.publicationTime(at: time, after: known.last?.version.published),
                sequence: new.sequence ?? nextSequence(),
                verdict: new.verdict,
                authenticationToken: new.authenticationToken
            )
            if !known.isEmpty { known[known.count - 1].replaced = time }
            known.append(Version(version: version))
            versions[new.pass] = known
            blobs[new.bytes.digest] = new.bytes.bytes
            enqueuePushes(of: version, at: time)
            return version
        }

        // MARK: Holdings

        func holders(of pass: PassIdentifier, among recipients: [Recipient.ID]) -> Set<Recipient.ID> {
            (holdings[pass] ?? []).intersection(recipients)
        }

        mutating func importHoldings(_ imported: [ImportedHolding]) -> Int {
            var added: Set<ImportedHolding.Name> = []
            for holding in imported {
                let pass = holding.pass
                if let token = holding.authenticationToken { _ = authenticationToken(of: pass, proposing: token) }
                if holdings[pass, default: []].insert(holding.recipient).inserted { added.insert(holding.name) }
                guard let token = holding.pushToken, added.contains(holding.name) else { continue }
                addImported(token, for: pass)
            }
            return added.count
        }

        /// Adds a device of which only the push token is known.
        private mutating func addImported(_ token: String, for pass: PassIdentifier) {
            guard !(registrations[pass] ?? [:]).values.contains(where: { $0.pushToken.isSpelled(as: token) }) else {
                return
            }
            // Made long ago, as far as anybody knows: whenever the push service found the token gone, it is.
            add(Self.importedDevice(token), pass, Registration(pushToken: token, registered: .distantPast))
        }

        mutating func authenticationToken(of pass: PassIdentifier, proposing token: String) -> String {
            if let known = tokens[pass] { return known }
            tokens[pass] = token
            return token
        }

        // MARK: Links

        mutating func redeem(_ digest: LinkDigest, opens: Bool, at time: Date) -> RedeemedLink? {
            guard let link = links[digest], !link.isRevoked, link.stored.expires > time,
                let version = currentVersion(of: link.stored.pass)
            else { return nil }
            if opens { advance(link.stored.channel, of: link.stored.delivery, to: .opened) }
            return RedeemedLink(link: link.stored, version: version)
        }

        mutating func revokeLinks(to pass: PassIdentifier, of recipient: Recipient.ID?, at time: Date) -> Int {
            let revoked = links.filter { _, link in
                !link.isRevoked && link.stored.pass == pass && (recipient == nil || link.stored.recipient == recipient)
            }
            for digest in revoked.keys { links[digest]?.isRevoked = true }
            return revoked.values.filter { $0.stored.expires > time }.count
        }
    }
#endif
