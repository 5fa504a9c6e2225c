#if CommandLineTool
    import PassKitCore

    extension PassError.Code {
        /// Another process listens at the server's address; stop that one, or choose another port.
        static let httpAddressInUse = Self("http.address-in-use")
    }
#endif
