extension PassLinter {
    /// What a linter looks for, and how much of it is told.
    public struct Configuration: Sendable {
        /// What to expect of manifest and signature.
        public enum SignatureExpectation: Sendable, Hashable {
            /// They are checked where there is either of them; a pass without both is taken as not yet signed.
            case ifPresent
            /// They must be there and hold, as in a pass that is to be handed out.
            case required
            /// They are not looked at, because the pass is to be signed anew.
            case ignored
        }

        /// The oldest iOS the pass is to work on; nil for every system in use.
        ///
        /// Findings that matter on older systems only are left out, and keys that are newer become notes.
        public var target: IOSVersion?

        /// The styles the pass may have; nil for any.
        public var styles: Set<PassStyle>?

        /// Codes that are not reported.
        public var ignoredCodes: Set<Finding.Code>

        /// Other severities for single codes, for those who judge a rule more or less strictly.
        public var severities: [Finding.Code: Finding.Severity]

        /// What to expect of manifest and signature.
        public var signature: SignatureExpectation

        /// The authorities that the chain of a signature must end at.
        public var anchors: TrustAnchors

        /// The bytes beyond which an archive is called large; Apple states no limit for a single pass.
        public var softSizeLimit: Int

        /// How many findings of one severity are listed.
        public var findingLimit: Int

        /// Tells what has expired.
        public var clock: any PassClock

        /// Makes a configuration.
        public init(
            target: IOSVersion? = nil,
            styles: Set<PassStyle>? = nil,
            ignoredCodes: Set<Finding.Code> = [],
            severities: [Finding.Code: Finding.Severity] = [:],
            signature: SignatureExpectation = .ifPresent,
            anchors: TrustAnchors = .apple,
            softSizeLimit: Int = 2 << 20,
            findingLimit: Int = 200,
            clock: some PassClock = .system
        ) {
            self.target = target
            self.styles = styles
            self.ignoredCodes = ignoredCodes
            self.severities = severities
            self.signature = signature
            self.anchors = anchors
            self.softSizeLimit = softSizeLimit
            self.findingLimit = findingLimit
            self.clock = clock
        }
    }
}
