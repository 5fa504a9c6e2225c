#if Server
    import PassKitCore

    extension PassError {
        /// Whether a store says that it can write nothing for now; it may well go on reading.
        var isOfWriting: Bool { ["store.full", "store.input-output", "store.busy"].contains(code.rawValue) }
    }
#endif
