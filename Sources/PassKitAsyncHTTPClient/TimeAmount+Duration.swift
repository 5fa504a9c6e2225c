#if AsyncHTTPClient
    import NIOCore

    extension TimeAmount {
        /// A duration, cut to what NIO can count: nothing below zero, at most 136 years.
        init(_ duration: Duration) {
            let (seconds, attoseconds) = duration.components
            guard seconds >= 0, attoseconds >= 0 else {
                self = .zero
                return
            }
            self = .seconds(min(seconds, 1 << 32)) + .nanoseconds(attoseconds / 1_000_000_000)
        }
    }
#endif
