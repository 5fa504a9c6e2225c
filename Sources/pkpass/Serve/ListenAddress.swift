#if CommandLineTool
    import NIOCore
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Where the server listens.
    struct ListenAddress: Sendable, CustomStringConvertible {
        let host: String
        let port: Int

        var description: String { Self.spell(host, port) }

        /// The address as callers write it, with the port that is listened at in the end.
        func url(port: Int) -> String { "http://\(Self.spell(host, port))" }

        /// An IPv6 address stands in brackets, so that its last part is not taken for the port.
        private static func spell(_ host: String, _ port: Int) -> String {
            host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }

        /// Makes sure that the address can be listened at, before anything is made that the server would need.
        func check() throws(PassError) {
            let address: SocketAddress
            do {
                address = try SocketAddress.makeAddressResolvingHost(host, port: port)
            } catch {
                throw PassError(
                    .toolUsage,
                    "--listen: the host of \(self) cannot be found. Write an address of this machine, as 127.0.0.1."
                )
            }
            #if canImport(Glibc)
                let kind = Int32(SOCK_STREAM.rawValue)
            #else
                let kind = SOCK_STREAM
            #endif
            let descriptor = socket(address.protocol.rawValue, kind, 0)
            guard descriptor >= 0 else { throw failure(errno) }
            defer { close(descriptor) }
            // As the server does: connections that have just ended are not in the way.
            var isReused: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
            let outcome = address.withSockAddr { pointer, size in bind(descriptor, pointer, socklen_t(size)) }
            guard outcome == 0 else { throw failure(errno) }
        }

        /// Says what a server ran into that found the address taken after all.
        func explain(_ error: any Error) -> any Error {
            guard let error = error as? IOError, error.errnoCode == EADDRINUSE else { return error }
            return failure(error.errnoCode)
        }

        private func failure(_ number: Int32) -> PassError {
            switch number {
            case EADDRINUSE:
                PassError(
                    .httpAddressInUse,
                    "Another process listens at \(self). Stop that one, or give --listen another port."
                )
            case EACCES, EPERM:
                PassError(
                    .toolUsage,
                    "--listen: you may not listen at \(self). Write a port above 1023; the proxy takes the low one."
                )
            case EADDRNOTAVAIL:
                PassError(
                    .toolUsage,
                    "--listen: \(self) is no address of this machine. Write one that it has, or 0.0.0.0 for all."
                )
            default:
                PassError(
                    .toolUsage,
                    "--listen: \(self) cannot be used (\(String(cString: strerror(number)))). Write another address."
                )
            }
        }
    }
#endif
