#if Server
    import PassKitCore

    extension FailureNote {
        /// What may be kept and shown of an error.
        ///
        /// Of the library's own errors, code and message: neither holds secrets. Of a host's, only the type: its text may
        /// hold an address, a link or a key.
        init(_ error: any Error) {
            if let error = error as? PassError {
                self.init(code: error.code.rawValue, message: error.message)
            } else {
                self.init(code: String(describing: type(of: error)), message: "")
            }
        }
    }
#endif
