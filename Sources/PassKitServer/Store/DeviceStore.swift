#if Server
    public import PassKitCore

    #if canImport(FoundationEssentials)
        public import FoundationEssentials
    #else
        public import Foundation
    #endif

    /// Keeps the devices that registered for passes, and the pushes that are to be sent to them.
    ///
    /// (Apple, "Adding a Web Service to Update Passes".)
    public protocol DeviceStore: Sendable {
        /// Registers a device for a pass, or takes its new push token.
        ///
        /// A device has one push token for each pass type: the token replaces what the device's other registrations for
        /// passes of the type have.
        /// - Parameters:
        ///   - registration: The device, the pass and the push token.
        ///   - limits: How many registrations a device and a pass may have; what is registered already stays.
        ///   - time: The current time.
        func register(
            _ registration: DeviceRegistration,
            limits: RegistrationLimits,
            at time: Date
        ) async throws -> RegistrationOutcome

        /// Ends the registration of a device for a pass.
        ///
        /// When it was the last for the pass, but for devices of imported holdings, messages that wait for a fetch are
        /// queued: no device can fetch any more.
        /// - Returns: Whether there was one.
        func unregister(device: String, pass: PassIdentifier, at time: Date) async throws -> Bool

        /// The passes of one type that a device registered for and whose current version has a greater tag, or whose
        /// registration has.
        ///
        /// A registration that is new takes a tag as a version does: what was published while the device was not
        /// registered is listed, whatever the device has seen of its other passes. One that is refreshed keeps its tag.
        ///
        /// The device's registrations for passes of the type are noted as seen, unless that was done less than
        /// ``StoredRegistration/seenInterval`` ago. However many registrations there are, the answer takes one look.
        /// - Parameters:
        ///   - device: The device library identifier.
        ///   - passType: The pass type identifier.
        ///   - tag: The tag the device has seen; nil for all its passes. One that was never given, as before the store
        ///     was restored from a backup, counts as nil.
        ///   - time: The current time.
        /// - Returns: The serial numbers, sorted, with the greatest tag among them; nil when the device is registered for
        ///   no pass of the type.
        func serials(
            for device: String,
            passType: String,
            after tag: Int64?,
            at time: Date
        ) async throws -> UpdatedSerials?

        /// Registrations, sorted by pass type, serial number and device.
        /// - Parameters:
        ///   - pass: Only those for this pass; nil for all.
        ///   - start: How many to skip.
        ///   - limit: How many to give at most.
        func registrations(of pass: PassIdentifier?, start: Int, limit: Int) async throws -> [StoredRegistration]

        /// The tokens that devices may show for a pass: the one that is kept for it (see
        /// ``HoldingStore/authenticationToken(of:proposing:)``) and that of its current version; none when neither is
        /// there.
        func authenticationTokens(of pass: PassIdentifier) async throws -> Set<String>

        /// How many devices are registered for a pass.
        func deviceCount(of pass: PassIdentifier) async throws -> Int

        /// Notes that a device fetched a version of a pass.
        ///
        /// Messages of the pass that waited for the fetch of that version, or of an older one, are queued. When the pass
        /// has a single holder, the `PUSH` channel of the deliveries that brought the version becomes `opened`.
        func recordFetch(of pass: PassIdentifier, tag: Int64, at time: Date) async throws

        /// Leases pushes that can be sent now; as ``OutboxStore/claimMessages(limit:by:until:at:)``.
        func claimPushes(limit: Int, by owner: LeaseOwner, until end: Date, at time: Date) async throws -> [ClaimedPush]

        /// Finishes pushes. With ``PushResult/Outcome/sent`` the `PUSH` channel of the deliveries that brought the version
        /// becomes `submitted`; with ``PushResult/Outcome/gone(since:)`` every registration for a pass of the type with that
        /// push token ends, but those made after `since`, as ``unregister(device:pass:at:)`` says.
        /// - Returns: For each, whether its lease was still held; nothing happens otherwise.
        func finishPushes(_ results: [PushResult], at time: Date) async throws -> [Bool]
    }
#endif
