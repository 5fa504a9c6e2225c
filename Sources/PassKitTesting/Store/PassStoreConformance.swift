#if Server
    public import PassKitServer

    /// The whole contract of `PassStore` as cases to run against a store of your own.
    ///
    /// Each case wants a store that holds nothing. With Swift Testing:
    ///
    /// ```swift
    /// @Test(arguments: PassStoreConformance.cases)
    /// func conforms(_ conformance: PassStoreConformance.Case) async throws {
    ///     try await conformance.run(store: MyStore())
    /// }
    /// ```
    public enum PassStoreConformance: Sendable {
        /// One rule of the contract.
        public struct Case: Sendable, CustomStringConvertible {
            /// The rule, in words.
            public let name: String
            private let body: @Sendable (StoreScene) async throws -> Void

            init(_ name: String, _ body: @escaping @Sendable (StoreScene) async throws -> Void) {
                self.name = name
                self.body = body
            }

            /// Holds a store to the rule.
            /// - Parameter store: A store that holds nothing yet; what it holds afterwards is of no use.
            /// - Throws: ``Failure`` when the store breaks the rule, or what the store throws.
            public func run(store: any PassStore) async throws {
                try await body(StoreScene(store: store, name: name))
            }

            /// The rule, in words.
            public var description: String { name }
        }

        /// What a case throws when a store breaks its rule.
        public struct Failure: Error, Sendable, CustomStringConvertible {
            /// The rule that is broken.
            public let name: String
            /// What was expected, and what came instead.
            public let message: String
            /// Where in the suite it was expected.
            public let line: String

            /// The rule, and how it is broken.
            public var description: String { "\(name): \(message) (\(line))" }
        }

        /// All cases.
        public static let cases: [Case] = [
            requestCases, supersedingCases, jobCases, leaseCases, completionCases, versionCases, messageCases,
            cancelCases, holdingCases, linkCases, deviceCases, pushCases, upkeepCases, pruneCases, concurrencyCases,
        ].flatMap { $0 }
    }
#endif
