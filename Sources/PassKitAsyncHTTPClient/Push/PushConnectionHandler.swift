#if AsyncHTTPClient
    import NIOCore
    import NIOHTTP2
    import NIOTLS

    /// Watches a connection to the push service: its TLS handshake, its greeting, its end.
    final class PushConnectionHandler: ChannelInboundHandler {
        typealias InboundIn = HTTP2Frame

        let connection: PushConnection
        private var greeting: Scheduled<Void>?
        private var idleCheck: RepeatedTask?

        init(_ connection: PushConnection) {
            self.connection = connection
        }

        func channelActive(context: ChannelHandlerContext) {
            let (connection, channel) = (connection, context.channel)
            greeting = context.eventLoop.scheduleTask(in: connection.route.connectTimeout) {
                connection.fail(PushFault.timeout())
                channel.close(promise: nil)
            }
            let pause = TimeAmount.nanoseconds(max(connection.route.idleTimeout.nanoseconds / 2, 1_000_000))
            idleCheck = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
                connection.retireIfIdle()
            }
            context.fireChannelActive()
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .handshakeCompleted(let negotiated) = event as? TLSUserEvent, negotiated != "h2" {
                connection.fail(PushFault.noHTTP2(connection.route))
                context.close(promise: nil)
            }
            context.fireUserInboundEventTriggered(event)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data).payload {
            case .settings(.settings):
                greeting?.cancel()
                connection.open()
            case .goAway:
                connection.retire()
            default:
                break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            let wasOpen = connection.isSettled
            connection.fail(error)
            // The faults of single streams come along here, too: the other pushes may still be answered.
            if wasOpen { connection.retire() } else { context.close(promise: nil) }
        }

        func channelInactive(context: ChannelHandlerContext) {
            connection.fail(nil)
            context.fireChannelInactive()
        }

        // Also when another of the host's addresses has answered first, and this channel never became active.
        func handlerRemoved(context: ChannelHandlerContext) {
            greeting?.cancel()
            idleCheck?.cancel()
            connection.fail(nil)
        }
    }
#endif
