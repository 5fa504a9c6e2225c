#if Server
    /// Keeps all that the engine promises to keep: requests, jobs, messages, passes, links, holdings and devices.
    ///
    /// A store is a set of small capabilities. These rules hold for every method of each:
    ///
    /// - **One method is one transaction.** When it returns, its whole effect is durable: it survives the loss of power.
    ///   When it throws, it has had no effect. No transaction crosses the door. What may concern any amount of work
    ///   (``StoreUpkeep`` and ``JobStore/unblock(passType:team:at:)``) may take several, a portion each, so that nobody
    ///   waits for long.
    /// - **Methods may be called at the same time** from any number of tasks, and their effects are as if they had run one
    ///   after the other.
    /// - **Time is handed in.** A store reads no clock. It keeps times to the millisecond; the engine gives it no finer ones.
    /// - **A method that takes a list is for speed only.** Its entries are judged one after the other, each seeing the
    ///   effects of those before it, and are committed together.
    /// - **Texts and bytes are opaque.** A store compares identifiers byte by byte and looks into no content.
    ///
    /// ``InMemoryPassStore`` is the shortest thing that keeps this contract but for durability; read it beside the
    /// protocols. `PassStoreConformance` in PassKitTesting runs the whole contract against a store of your own.
    public protocol PassStore: RequestStore, JobStore, LeaseStore, OutboxStore, VersionStore, HoldingStore, LinkStore,
        DeviceStore, StoreUpkeep
    {}
#endif
