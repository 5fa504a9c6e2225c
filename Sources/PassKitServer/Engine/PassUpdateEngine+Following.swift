#if Server
    public import PassKitCore

    extension PassUpdateEngine {
        /// The deliveries a request led to, in the order in which it named the recipients.
        public func passes(
            of request: PassRequestID,
            recipient: Recipient.ID?,
            start: Int,
            pageSize: Int
        ) async throws -> PassPage {
            guard let stored = try await parts.store.request(request),
                let page = try await parts.store.deliveries(
                    of: request,
                    recipient: recipient,
                    start: start,
                    limit: pageSize
                )
            else {
                throw PassError(.updateUnknownRequest, "There is no request \(request), or it is forgotten.")
            }
            let pass = try await pass(of: stored)
            return PassPage(
                total: page.total,
                passRequests: page.deliveries.map { IssuedPass(id: $0.id, audienceId: $0.recipient, pass: pass) }
            )
        }

        /// How far a delivery has come, channel by channel.
        public func status(of pass: IssuedPassID) async throws -> PassStatus {
            let (delivery, request) = try await find(pass)
            let barcode = IssuedPass(id: pass, audienceId: delivery.recipient, pass: try await self.pass(of: request))
            return PassStatus(
                id: pass,
                pass: request.pass,
                audienceId: delivery.recipient,
                barcodeMessage: barcode.barcodeMsg,
                channelStatusList: try StatusView.channels(of: delivery, request)
            )
        }

        /// The content of the pass that was, or will be, delivered.
        public func content(of pass: IssuedPassID) async throws -> Pass {
            try await self.pass(of: try await find(pass).request)
        }

        /// Stops a delivery, or what is left of it.
        public func cancel(_ pass: IssuedPassID) async throws {
            switch try await parts.store.cancel(pass, at: parts.clock.milliseconds) {
            case .cancelled: return
            case .nothingLeft: throw PassError(.updateNothingToCancel, "No cancellable messages found")
            case .unknown: throw Self.unknown(pass)
            }
        }

        /// Takes what a provider reports of a message some time after it took it.
        /// - Returns: Whether the message is known.
        @discardableResult
        public func record(_ report: DeliveryReport) async throws -> Bool {
            try await parts.store.record(report, at: parts.clock.milliseconds)
        }

        private func find(_ id: IssuedPassID) async throws -> (delivery: StoredDelivery, request: StoredRequest) {
            guard let delivery = try await parts.store.delivery(id),
                let request = try await parts.store.request(delivery.request)
            else { throw Self.unknown(id) }
            return (delivery, request)
        }

        private func pass(of request: StoredRequest) async throws -> Pass {
            let limits = parts.configuration.updater.limits
            return try PassPackage(reading: try await parts.bytes(of: request.package), limits: limits).pass
        }

        private static func unknown(_ pass: IssuedPassID) -> PassError {
            PassError(.updateUnknownPass, "There is no pass \(pass), or it is forgotten.")
        }
    }
#endif
