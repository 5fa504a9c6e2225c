#if Server
    import PassKitCore
    @testable import PassKitServer
    import Testing

    /// What goes into one transaction.
    @Suite struct GroupCommitTests {
        @Test func whatIsHeavyGoesInSeveralTransactions() async throws {
            let gate = Gate()
            let batches = Mutex<[[Int]]>([])
            let commits = GroupCommit<Int, Int>(batchSize: 5, maximumWeight: 10) { items in
                await gate.pass()
                batches.withLock { $0.append(items) }
                return items
            } weight: { weight in
                weight
            }
            let weights = [3, 4, 5, 30, 1, 6, 0, 0, 0, 0, 0, 0, 2, 10, 7]
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for weight in weights { group.addTask { try await commits.commit(weight) == weight } }
                group.addTask {
                    // By then most of the others wait; the rules hold whoever does.
                    try await Task.sleep(for: .milliseconds(100))
                    gate.open()
                    return true
                }
                for try await isOwn in group { #expect(isOwn) }
            }
            let written = batches.withLock { $0 }
            #expect(written.joined().sorted() == weights.sorted())
            for batch in written {
                #expect((1...5).contains(batch.count))
                #expect(batch.count == 1 || batch.reduce(0, +) <= 10)
            }
        }
    }
#endif
