#if Server
    /// How the web service words its answers where Apple's documentation and the documented update server differ.
    public enum DeviceDialect: String, Sendable, Hashable, CaseIterable {
        /// As Apple documents it: 201 for a new registration, 204 for a device without changes, empty bodies.
        case apple
        /// As the documented update server does, for clients that rely on it: 200 with a JSON body for every
        /// registration, log and unregistration, and 400 for a device that is not registered and for a pass that was never
        /// published.
        case voltMX = "voltmx"
    }
#endif
