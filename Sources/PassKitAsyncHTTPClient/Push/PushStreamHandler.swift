#if AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP2
    import PassKitCore

    /// Sends one push on its stream, and reads the answer.
    final class PushStreamHandler: ChannelInboundHandler {
        typealias InboundIn = HTTP2Frame.FramePayload
        typealias OutboundOut = HTTP2Frame.FramePayload

        private let push: PendingPush
        private let connection: PushConnection
        private var head: HTTPResponse?
        private var body: [UInt8] = []

        init(_ push: PendingPush, _ connection: PushConnection) {
            self.push = push
            self.connection = connection
        }

        func channelActive(context: ChannelHandlerContext) {
            guard push.begin(on: context.channel, of: connection) else { return context.close(promise: nil) }
            let payload = ByteBuffer(bytes: APNsExchange.payload)
            context.write(wrapOutboundOut(.headers(.init(headers: push.headers))), promise: nil)
            context.writeAndFlush(
                wrapOutboundOut(.data(.init(data: .byteBuffer(payload), endStream: true))),
                promise: nil
            )
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .headers(let headers):
                // Interim answers (1xx) come before the head, trailers after it.
                if head == nil, let response = HTTPResponse(headers.headers), response.status.kind != .informational {
                    head = response
                }
                if headers.endStream { finish() }
            case .data(let data):
                guard case .byteBuffer(let buffer) = data.data else { return }
                let room = APNsExchange.answerLimit - body.count
                body += buffer.readableBytesView.prefix(room)
                if data.endStream {
                    finish()
                } else if buffer.readableBytes > room {
                    // No reason is that long. What is not read would stop the whole connection: go on with another.
                    finish()
                    connection.retire()
                    context.close(promise: nil)
                }
            default:
                break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            push.settle(.failure(connection.fault(error)))
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            push.settle(.failure(connection.fault()))
        }

        private func finish() {
            guard let head else { return push.settle(.failure(PushFault.noHTTP2(connection.route))) }
            connection.answered()
            push.settle(.success(PendingPush.Answer(head: head, body: body)))
        }
    }
#endif
