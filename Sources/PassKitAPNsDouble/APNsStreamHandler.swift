#if AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import NIOHTTP2
    import NIOSSL
    import PassKitCore

    /// Reads one request, checks it as Apple's push service does, and answers.
    final class APNsStreamHandler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        /// The most bytes of a payload. (Apple, User Notifications, "Generating a remote notification".)
        private static let payloadLimit = 4096

        private let ledger: APNsLedger
        private var head: HTTPRequestHead?
        private var payload: [UInt8] = []
        private var number = 0

        init(ledger: APNsLedger) { self.ledger = ledger }

        func handlerAdded(context: ChannelHandlerContext) { ledger.requestBegan() }

        func handlerRemoved(context: ChannelHandlerContext) { ledger.requestEnded() }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): self.head = head
            case .body(let buffer):
                // One byte beyond the limit tells as much as all of them.
                payload += buffer.readableBytesView.prefix(Self.payloadLimit + 1 - payload.count)
            case .end: answer(context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        private func answer(_ context: ChannelHandlerContext) {
            guard let head else { return context.close(promise: nil) }
            let connection = context.channel.parent
            let push = APNsDouble.Push(
                token: String(head.uri.dropFirst("/3/device/".count)),
                authority: head.headers.first(name: "host"),
                topic: head.headers.first(name: "apns-topic"),
                certificateTopic: connection.flatMap { ledger.topic(of: $0, reading: Self.certificateTopic) },
                priority: head.headers.first(name: "apns-priority"),
                expiration: head.headers.first(name: "apns-expiration"),
                pushType: head.headers.first(name: "apns-push-type"),
                payload: payload,
                connection: ledger.number(of: connection)
            )
            number = ledger.came(push)
            if let (status, reason) = Self.fault(head, push) {
                give(.refuse(status, reason: reason), to: context)
            } else {
                give(ledger.answer(to: push), to: context)
            }
        }

        /// The pass type identifier of the certificate that the client showed.
        private static func certificateTopic(_ connection: any Channel) -> String? {
            let handler = try? connection.pipeline.syncOperations.handler(type: NIOSSLServerHandler.self)
            guard let der = try? handler?.peerCertificate?.toDERBytes() else { return nil }
            return try? PassCertificate(reading: der).passTypeIdentifier
        }

        /// What is wrong with a request. (Apple, User Notifications, "Handling notification responses from APNs".)
        private static func fault(_ head: HTTPRequestHead, _ push: APNsDouble.Push) -> (Int, String)? {
            if head.method != .POST { return (405, "MethodNotAllowed") }
            guard head.uri.hasPrefix("/3/device/") else { return (404, "BadPath") }
            guard let certificateTopic = push.certificateTopic else { return (403, "MissingProviderToken") }
            if push.token.isEmpty { return (400, "MissingDeviceToken") }
            if (try? PushToken(push.token)) == nil { return (400, "BadDeviceToken") }
            if let topic = push.topic, topic != certificateTopic { return (400, "TopicDisallowed") }
            if let priority = push.priority, !["1", "5", "10"].contains(priority) { return (400, "BadPriority") }
            if let expiration = push.expiration, UInt64(expiration) == nil { return (400, "BadExpirationDate") }
            if push.payload.isEmpty { return (400, "PayloadEmpty") }
            if push.payload.count > payloadLimit { return (413, "PayloadTooLarge") }
            return nil
        }

        private func give(_ answer: APNsAnswer, to context: ChannelHandlerContext) {
            switch answer {
            case .accept:
                write(200, nil, [("apns-id", "double-\(number)")], to: context)
            case .refuse(let status, let reason, let timestamp, let retryAfter):
                var members = JSONObject()
                members["reason"] = reason.map(JSONValue.string)
                members["timestamp"] = timestamp.map { .number(JSONNumber($0)) }
                let fields = retryAfter.map { [("retry-after", $0)] } ?? []
                write(status, JSONValue.object(members).bytes(), fields, to: context)
            case .late(let wait, let later):
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                let nanoseconds = wait.components.seconds * 1_000_000_000 + wait.components.attoseconds / 1_000_000_000
                context.eventLoop.scheduleTask(in: .nanoseconds(nanoseconds)) {
                    let (handler, context) = bound.value
                    if context.channel.isActive { handler.give(later, to: context) }
                }
            case .hinted(let answer):
                let hint = HTTPResponseHead(version: .http2, status: .custom(code: 103, reasonPhrase: "Early Hints"))
                context.writeAndFlush(wrapOutboundOut(.head(hint)), promise: nil)
                give(answer, to: context)
            case .silence:
                break
            case .reset:
                context.close(promise: nil)
            case .drop:
                context.channel.parent?.close(promise: nil)
            case .tear:
                let head = HTTPResponseHead(version: .http2, status: .ok)
                context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
                context.channel.parent?.close(promise: nil)
            case .last(let answer):
                if let connection = context.channel.parent { Self.sendGoAway(on: connection) }
                give(answer, to: context)
            case .turnAway:
                if let connection = context.channel.parent { Self.sendGoAway(on: connection, after: .rootStream) }
            }
        }

        /// Tells a client to take another connection.
        /// - Parameter last: The last stream that is looked at.
        static func sendGoAway(on connection: any Channel, after last: HTTP2StreamID = .maxID) {
            let payload = HTTP2Frame.FramePayload.goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil)
            connection.writeAndFlush(HTTP2Frame(streamID: .rootStream, payload: payload), promise: nil)
        }

        private func write(
            _ status: Int,
            _ body: [UInt8]?,
            _ fields: [(String, String)],
            to context: ChannelHandlerContext
        ) {
            let head = HTTPResponseHead(
                version: .http2,
                status: HTTPResponseStatus(statusCode: status),
                headers: HTTPHeaders(fields)
            )
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            if let body { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil) }
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
#endif
