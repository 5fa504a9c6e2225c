#if Server
    /// Says whether requests can be taken; the engine is one.
    public protocol ReadinessSource: Sendable {
        /// How things stand now.
        func readiness() async -> Readiness
    }

    /// How a server stands.
    public struct Readiness: Sendable, Hashable {
        /// Something an operator should know, of a pass type or of the whole.
        public struct Note: Sendable, Hashable {
            /// A stable code.
            public var code: String
            /// The pass type it is about.
            public var passTypeIdentifier: String?
            /// Days until the identity expires; negative when it has.
            public var daysLeft: Int?

            /// Makes a note.
            public init(code: String, passTypeIdentifier: String? = nil, daysLeft: Int? = nil) {
                self.code = code
                self.passTypeIdentifier = passTypeIdentifier
                self.daysLeft = daysLeft
            }
        }

        /// Whether requests can be taken: no when the store cannot be written, or the server is shutting down.
        public var isReady: Bool

        /// What an operator should know.
        public var notes: [Note]

        /// Makes it.
        public init(isReady: Bool, notes: [Note] = []) {
            self.isReady = isReady
            self.notes = notes
        }
    }
#endif
