#if CommandLineTool
    import ServiceLifecycle

    /// Cuts a service off some time after its graceful shutdown began, however long it would like to go on.
    ///
    /// A client that drips an upload, or never reads its answer, must not keep the process from ending. The service is cut
    /// off alone: those that stop after it still have their own time.
    struct TimedShutdown: Service {
        let service: any Service
        let grace: Duration

        func run() async throws {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await service.run()
                    return false
                }
                group.addTask {
                    // When everything is cancelled, both end at once.
                    try? await gracefulShutdown()
                    try? await Task.sleep(for: grace)
                    return true
                }
                defer { group.cancelAll() }
                guard try await group.next() == true else { return }
                group.cancelAll()
                // What it says of being cut off is no failure.
                _ = try? await group.next()
            }
        }
    }
#endif
