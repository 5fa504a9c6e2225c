#if AsyncHTTPClient
    import NIOCore
    import PassKitCore

    /// What the double has seen, and what it is to answer.
    final class APNsLedger: Sendable {
        private struct Connection {
            let number: Int
            let channel: any Channel
            /// The pass type identifier of the client's certificate, once it was looked at.
            var topic: String??
        }

        private struct State {
            var seen = APNsDouble.Seen()
            var open: [ObjectIdentifier: Connection] = [:]
            var isSilent = false
            var answers: [String: [APNsAnswer]] = [:]
        }

        private let state = Mutex(State())
        private let memory: Int
        private let usual: @Sendable (APNsDouble.Push) -> APNsAnswer

        init(memory: Int, usual: @escaping @Sendable (APNsDouble.Push) -> APNsAnswer) {
            self.memory = max(1, memory)
            self.usual = usual
        }

        var seen: APNsDouble.Seen { state.withLock { $0.seen } }

        var openConnections: [any Channel] { state.withLock { $0.open.values.map(\.channel) } }

        func opened(_ channel: any Channel) {
            let id = ObjectIdentifier(channel)
            state.withLock { state in
                state.seen.connections += 1
                state.open[id] = Connection(number: state.seen.connections, channel: channel)
            }
            channel.closeFuture.whenComplete { _ in self.state.withLock { $0.open[id] = nil } }
        }

        func number(of channel: (any Channel)?) -> Int {
            guard let channel else { return 0 }
            return state.withLock { $0.open[ObjectIdentifier(channel)]?.number ?? 0 }
        }

        /// The pass type identifier of a client's certificate, looked up once a connection.
        func topic(of channel: any Channel, reading read: (any Channel) -> String?) -> String? {
            let id = ObjectIdentifier(channel)
            if let known = state.withLock({ $0.open[id]?.topic }) { return known }
            let topic = read(channel)
            state.withLock { $0.open[id]?.topic = .some(topic) }
            return topic
        }

        func requestBegan() {
            state.withLock { state in
                state.seen.open += 1
                state.seen.mostAtOnce = max(state.seen.mostAtOnce, state.seen.open)
            }
        }

        func requestEnded() { state.withLock { $0.seen.open -= 1 } }

        /// Remembers a push, and returns how many came before it and with it.
        func came(_ push: APNsDouble.Push) -> Int {
            state.withLock { state in
                state.seen.count += 1
                // Forgotten many at a time, so that remembering stays cheap.
                if state.seen.pushes.count >= 2 * memory { state.seen.pushes.removeFirst(memory) }
                state.seen.pushes.append(push)
                return state.seen.count
            }
        }

        func fallSilent(_ isSilent: Bool) { state.withLock { $0.isSilent = isSilent } }

        func set(_ answers: [APNsAnswer], for token: PushToken) {
            state.withLock { $0.answers[token.hex, default: []] += answers }
        }

        /// The answer to a push that is in order.
        func answer(to push: APNsDouble.Push) -> APNsAnswer {
            let set: APNsAnswer? = state.withLock { state in
                if state.isSilent { return .silence }
                guard var answers = state.answers[push.token], !answers.isEmpty else { return nil }
                let first = answers.removeFirst()
                state.answers[push.token] = answers.isEmpty ? nil : answers
                return first
            }
            return set ?? usual(push)
        }
    }
#endif
