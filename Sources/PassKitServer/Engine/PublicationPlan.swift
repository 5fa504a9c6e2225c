#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What a job makes of its pass, decided from the request and the version that is current now.
    struct PublicationPlan: Sendable {
        /// What becomes of the pass.
        enum Decision: Sendable {
            /// A new version takes the place of the current one.
            case publish(NewVersion, Published)
            /// The current version stays: it is newer than the request, or has the same bytes.
            case keep
            /// The current version stays: it has the same bytes, and who holds it needs no message.
            case unchanged
            /// The package may not take the place of the current version.
            case refuse
        }

        /// What recipients' messages need to know of a version.
        struct Published: Sendable {
            /// How many devices are told of it.
            let deviceCount: Int
            /// Whether those devices ask us for it, so that we learn of their fetch.
            let isFetchedHere: Bool
        }

        let request: StoredRequest
        let decision: Decision

        /// The version to publish, if there is one.
        var version: NewVersion? {
            if case .publish(let version, _) = decision { version } else { nil }
        }

        init(of request: StoredRequest, _ parts: EngineParts) async throws {
            self.request = request
            decision = try await Self.decide(request, parts)
        }

        private static func decide(_ request: StoredRequest, _ parts: EngineParts) async throws -> Decision {
            let current = try await CurrentPass(of: request.pass, parts)
            // A request that waited too long never takes a pass back to what it was.
            if let current, current.version.sequence > request.sequence { return .keep }
            let bytes = try await parts.bytes(of: request.package)
            let archive = try PassArchive(reading: bytes, limits: parts.configuration.updater.limits)
            if let current {
                let isSame =
                    request.needsSignature ? try current.hasFiles(of: archive) : current.bytes == bytes
                if isSame { return request.kind == .issue ? .keep : .unchanged }
                guard current.replacementFindings(for: archive, parts).isEmpty else { return .refuse }
            }
            let package = try PassPackage(archive)
            let published = request.needsSignature ? try await signed(package, request, parts) : bytes
            let version = NewVersion(
                pass: request.pass,
                bytes: try Blob(published),
                replaces: current?.version.tag,
                sequence: request.sequence,
                verdict: request.verdict,
                authenticationToken: package.pass["authenticationToken"]
            )
            return .publish(
                version,
                Published(
                    deviceCount: try await parts.store.deviceCount(of: request.pass),
                    isFetchedHere: parts.links.isOurs(package.pass["webServiceURL"])
                )
            )
        }

        private static func signed(
            _ package: PassPackage,
            _ request: StoredRequest,
            _ parts: EngineParts
        ) async throws -> [UInt8] {
            let now = parts.clock.now
            let signer = try parts.directory.signers.signer(forType: request.pass.type, team: request.team, at: now)
            return try await package.signed(by: signer, at: now)
        }

        /// What the job does for each recipient who still waits.
        func effects(_ parts: EngineParts) async throws -> [JobCompletion.Effect] {
            let directory = parts.directory.recipients
            var planner = parts.configuration.planner
            planner.placeholderNames = try await parts.placeholderNames(of: directory)
            let deliveries = try DeliveryPlanner(
                plan: self,
                content: PassUpdateContent(parsing: request.content),
                planner: MessagePlanner(planner),
                parts: parts
            )
            var effects: [JobCompletion.Effect] = []
            for start in stride(from: 0, to: Int.max, by: Self.pageSize) {
                let page = try await parts.store.deliveries(
                    of: request.id,
                    recipient: nil,
                    start: start,
                    limit: Self.pageSize
                )
                guard let page, !page.deliveries.isEmpty else { break }
                let waiting = page.deliveries.filter { $0.state == .waiting }
                let profiles = try await directory.profiles(for: waiting.map(\.recipient))
                effects += waiting.map { deliveries.effect(on: $0, profiles[$0.recipient]) }
            }
            parts.observer.unreachable(effects.count(where: \.isUnreachable), request.id)
            return effects
        }

        /// How many recipients are looked up at a time.
        private static let pageSize = 1000
    }
#endif
