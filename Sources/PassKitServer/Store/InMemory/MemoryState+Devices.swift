#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension MemoryState {
        /// What stands for a device of which only the push token is known, until it registers.
        static func importedDevice(_ pushToken: String) -> Spelling { Spelling("imported-\(pushToken)") }

        mutating func register(
            _ registration: DeviceRegistration,
            limits: RegistrationLimits,
            at time: Date
        ) -> RegistrationOutcome {
            let (device, pass) = (Spelling(registration.device), registration.pass)
            let token = registration.pushToken
            let isKnown = registrations[pass]?[device] != nil
            let imported = Self.importedDevice(token)
            let takesOver = registrations[pass]?[imported] != nil
            if !isKnown {
                let isFull =
                    registeredPasses[device]?.count ?? 0 >= limits.passesPerDevice
                    || (!takesOver && registrations[pass]?.count ?? 0 >= limits.devicesPerPass)
                if isFull { return .full }
            }
            // What was published before may be hidden by the tag that the device has: see `serials`.
            let tag = isKnown ? registrations[pass]?[device]?.tag ?? 0 : nextTag()
            add(device, pass, Registration(pushToken: token, registered: time, seen: time, tag: tag))
            // A device that was known only by its push token has told its name.
            if takesOver { remove(imported, pass) }
            for other in registeredPasses[device] ?? [] where other.type.isSpelled(as: pass.type) {
                guard registrations[other]?[device]?.pushToken.isSpelled(as: token) == false else { continue }
                registrations[other]?[device]?.pushToken = token
                registrations[other]?[device]?.registered = time
            }
            return isKnown ? .known : .new
        }

        mutating func unregister(device name: String, pass: PassIdentifier) -> Bool {
            let device = Spelling(name)
            guard registrations[pass]?[device] != nil else { return false }
            remove(device, pass)
            releaseMessagesIfAlone(pass)
            return true
        }

        mutating func serials(
            for name: String,
            passType: String,
            after tag: Int64?,
            at time: Date
        ) -> UpdatedSerials? {
            let device = Spelling(name)
            let passes = (registeredPasses[device] ?? []).filter { $0.type.isSpelled(as: passType) }
            guard !passes.isEmpty else { return nil }
            let tag = tag.flatMap { $0 <= lastTag ? $0 : nil } ?? 0
            var updated = UpdatedSerials(serials: [], tag: tag)
            for pass in passes {
                let seen = registrations[pass]?[device]?.seen ?? .distantPast
                if time.timeIntervalSince(seen) >= StoredRegistration.seenInterval {
                    registrations[pass]?[device]?.seen = time
                }
                guard let current = currentVersion(of: pass)?.tag else { continue }
                let changed = max(current, registrations[pass]?[device]?.tag ?? 0)
                guard changed > tag else { continue }
                updated.serials.append(pass.serial)
                updated.tag = max(updated.tag, changed)
            }
            updated.serials.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return updated
        }

        func storedRegistrations(of pass: PassIdentifier?, start: Int, limit: Int) -> [StoredRegistration] {
            let devices = pass.map { pass in [pass: registrations[pass] ?? [:]] } ?? registrations
            let all = devices.flatMap { pass, devices in
                devices.map { device, kept in
                    StoredRegistration(
                        registration: DeviceRegistration(
                            device: device.text,
                            pass: pass,
                            pushToken: kept.pushToken
                        ),
                        registered: kept.registered,
                        seen: kept.seen
                    )
                }
            }
            func isBefore(_ left: DeviceRegistration, _ right: DeviceRegistration) -> Bool {
                let texts = [
                    (left.pass.type, right.pass.type), (left.pass.serial, right.pass.serial),
                    (left.device, right.device),
                ]
                let first = texts.first { !$0.isSpelled(as: $1) }
                return first.map { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? false
            }
            return Array(
                all.sorted { isBefore($0.registration, $1.registration) }.dropFirst(max(0, start)).prefix(max(0, limit))
            )
        }

        func authenticationTokens(of pass: PassIdentifier) -> Set<String> {
            Set([tokens[pass], currentVersion(of: pass)?.authenticationToken].compactMap { $0 })
        }

        mutating func recordFetch(of pass: PassIdentifier, tag: Int64) {
            releaseMessages(of: pass, through: tag)
            guard holdings[pass]?.count == 1,
                let version = versions[pass]?.first(where: { $0.version.tag == tag })?.version
            else { return }
            advancePushes(of: [version.sequence], to: .opened)
        }

        // MARK: Registrations

        mutating func add(_ device: Spelling, _ pass: PassIdentifier, _ registration: Registration) {
            registrations[pass, default: [:]][device] = registration
            registeredPasses[device, default: []].insert(pass)
        }

        private mutating func remove(_ device: Spelling, _ pass: PassIdentifier) {
            registrations[pass]?[device] = nil
            if registrations[pass]?.isEmpty == true { registrations[pass] = nil }
            registeredPasses[device]?.remove(pass)
            if registeredPasses[device]?.isEmpty == true { registeredPasses[device] = nil }
        }

        /// Queues what waits for a fetch that no device can make any more.
        private mutating func releaseMessagesIfAlone(_ pass: PassIdentifier) {
            if !canBeFetched(pass) { releaseMessages(of: pass, through: .max) }
        }

        /// Whether any device is registered for a pass that is known by more than its push token: no other asks here.
        func canBeFetched(_ pass: PassIdentifier) -> Bool {
            (registrations[pass] ?? [:]).contains { device, kept in device != Self.importedDevice(kept.pushToken) }
        }

        private mutating func releaseMessages(of pass: PassIdentifier, through tag: Int64) {
            for (key, message) in messages {
                guard let awaited = message.awaitedTag, awaited <= tag,
                    let delivery = deliveries[message.delivery], requests[delivery.request]?.stored.pass == pass
                else { continue }
                messages[key]?.awaitedTag = nil
            }
        }

        // MARK: Pushes

        mutating func enqueuePushes(of version: PassVersion, at time: Date) {
            let type = Spelling(version.pass.type)
            for pushToken in Set((registrations[version.pass] ?? [:]).values.map { Spelling($0.pushToken) }) {
                let target = PushTarget(passType: type, pushToken: pushToken)
                let known = openPushes[target] ?? []
                let waiting = known.first { pushes[$0]?.work.state == .queued }
                let id = if let waiting { waiting } else { addPush(target, at: time) }
                pushes[id]?.work.renew(at: time)
                pushes[id]?.sequences.insert(version.sequence)
                for dead in known where pushes[dead]?.work.state == .dead {
                    let told = pushes[dead]?.sequences ?? []
                    pushes[id]?.sequences.formUnion(told)
                    forgetPush(dead)
                }
            }
        }

        private mutating func addPush(_ target: PushTarget, at time: Date) -> String {
            lastPush += 1
            let id = String(lastPush)
            pushes[id] = Push(
                work: WorkRecord(notBefore: time, since: time),
                number: lastPush,
                target: target,
                sequences: []
            )
            openPushes[target, default: []].insert(id)
            return id
        }

        /// Forgets a push that is not over, and never will be.
        mutating func forgetPush(_ id: String) {
            guard let push = pushes.removeValue(forKey: id) else { return }
            close(id, to: push.target)
        }

        private mutating func close(_ id: String, to target: PushTarget) {
            openPushes[target]?.remove(id)
            if openPushes[target]?.isEmpty == true { openPushes[target] = nil }
        }

        mutating func claimPushes(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) -> [ClaimedPush] {
            let due = openPushes.values.joined().compactMap { id -> (Date, Int64, String)? in
                guard let push = pushes[id], push.work.isClaimable(at: time) else { return nil }
                return (push.work.notBefore, push.number, id)
            }
            return due.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(max(0, limit)).compactMap { _, _, id in
                pushes[id]?.work.claim(by: owner, until: end)
                guard let push = pushes[id] else { return nil }
                return ClaimedPush(
                    lease: Lease(work: .push, id: id, fence: push.work.fence, owner: owner),
                    attempt: push.work.attempts,
                    passType: push.target.passType.text,
                    pushToken: push.target.pushToken.text
                )
            }
        }

        mutating func finish(_ result: PushResult, at time: Date) -> Bool {
            let id = result.lease.id
            guard result.lease.work == .push, let push = pushes[id], push.work.isHeld(result.lease) else {
                return false
            }
            pushes[id]?.work.end(as: .done, at: time)
            close(id, to: push.target)
            switch result.outcome {
            case .sent: advancePushes(of: push.sequences, to: .submitted)
            case .gone(let since): forget(push.target, since: since)
            }
            return true
        }

        private mutating func forget(_ target: PushTarget, since: Date?) {
            for (pass, devices) in registrations where Spelling(pass.type) == target.passType {
                for (device, kept) in devices where Spelling(kept.pushToken) == target.pushToken {
                    // A device that registered later has come back.
                    if let since, kept.registered > since { continue }
                    remove(device, pass)
                    releaseMessagesIfAlone(pass)
                }
            }
        }

        private mutating func advancePushes(of sequences: Set<Int64>, to status: ChannelStatus) {
            for request in requests.values where sequences.contains(request.stored.sequence) {
                for delivery in request.deliveries { advance(.push, of: delivery, to: status) }
            }
        }
    }
#endif
