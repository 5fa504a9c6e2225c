#if Server
    import PassKitServer
    import PassKitTesting
    import Testing

    @Suite struct InMemoryPassStoreTests {
        @Test(arguments: PassStoreConformance.cases)
        func conforms(_ conformance: PassStoreConformance.Case) async throws {
            try await conformance.run(store: InMemoryPassStore())
        }

        @Test func casesHaveNamesOfTheirOwn() {
            let names = PassStoreConformance.cases.map(\.name)
            #expect(names.count > 80)
            #expect(Set(names).count == names.count)
        }
    }
#endif
