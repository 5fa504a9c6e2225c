#if CommandLineTool
    import PassKitCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A port of this machine that nobody listens at: the demo's links must name it before the server does.
    enum LoopbackPort {
        static func free() throws(PassError) -> Int {
            #if canImport(Darwin)
                let kind = SOCK_STREAM
            #else
                let kind = Int32(SOCK_STREAM.rawValue)
            #endif
            let descriptor = socket(AF_INET, kind, 0)
            guard descriptor >= 0 else { throw failure() }
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let outcome = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
                }
            }
            guard outcome else { throw failure() }
            return Int(UInt16(bigEndian: address.sin_port))
        }

        private static func failure() -> PassError {
            PassError(.toolDemo, "No port of this machine can be had: \(String(cString: strerror(errno))).")
        }
    }
#endif
