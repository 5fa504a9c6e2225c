#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// A request that passed every check of acceptance.
    struct JudgedRequest {
        private let content: PassUpdateContent
        private let recipients: [Recipient.ID]
        private let plan: PassUpdatePlan
        private let package: Blob

        /// What is worth saying about it though it is taken.
        let findings: [Finding]

        /// Judges a request: content, package, images, policy, identity, authority, what it would replace, and whether
        /// it would break the pass.
        init(_ request: PassUpdateRequest, _ principal: PassPrincipal, _ parts: EngineParts) async throws {
            let remarks = try request.validate(at: parts.clock.milliseconds, rules: await parts.rules())
            content = request.content
            recipients = request.content.recipientIDs

            let owner = WebServiceOwner(parts)
            let rewrite = try await owner.rewrite(of: request) { type in
                // Before a token is kept for the pass.
                try await Self.checkAuthority(principal, type, parts)
            }
            let signers = parts.directory.signers
            plan = try PassUpdater(parts.configuration.updater).plan(request) { _ in
                rewrite
            } hasIdentity: { type, team in
                signers.knows(type: type, team: team)
            }
            if rewrite == nil { try await Self.checkAuthority(principal, plan.identifier.type, parts) }
            findings = remarks + plan.findings

            let archive = try plan.package.archive()
            package = try Blob(plan.needsSignature ? archive.bytes() : request.pkPass)
            if let current = try await CurrentPass(of: plan.identifier, parts) {
                guard current.bytes != package.bytes else { return }
                try current.checkReplacement(by: archive, parts)
                try parts.checkChange(of: current.archive, to: archive)
            } else if archive.isModified {
                let upload = try PassArchive(reading: request.pkPass, limits: parts.configuration.updater.limits)
                try parts.checkChange(of: upload, to: archive)
            }
        }

        /// What the store keeps of it.
        func newRequest(
            _ kind: RequestKind,
            _ principal: PassPrincipal,
            _ idempotency: Idempotency?,
            _ parts: EngineParts
        ) throws -> NewRequest {
            let random = parts.configuration.random
            var keptContent = content
            keptContent.recipients = []
            return NewRequest(
                id: PassRequestID(random.positiveInt64()),
                kind: kind,
                principal: principal,
                pass: plan.identifier,
                team: plan.teamIdentifier,
                content: keptContent.json.bytes(),
                package: package,
                needsSignature: plan.needsSignature,
                verdict: plan.report.verdict.rawValue,
                priority: content.priority,
                due: max(parts.clock.milliseconds, content.startTimeStamp.date ?? .distantPast),
                end: content.endTimeStamp.date,
                deliveries: recipients.map { .init(id: .random(random), recipient: $0) },
                idempotency: idempotency,
                trace: parts.observer.traceContext()
            )
        }

        private static func checkAuthority(
            _ principal: PassPrincipal,
            _ type: String,
            _ parts: EngineParts
        ) async throws {
            guard try await parts.configuration.authorize(principal, type) else {
                throw PassError(
                    .updateNotAuthorized,
                    "\(principal) may not issue or update passes of \(type). Use other credentials."
                )
            }
        }
    }

    extension IssuedPassID {
        /// A random id of 53 bits, which every JSON reader can hold as a number.
        static func random(_ random: RandomBytes) -> IssuedPassID {
            IssuedPassID(max(1, random.positiveInt64() >> 10))
        }
    }
#endif
