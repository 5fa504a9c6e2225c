#if CommandLineTool
    import PassKitCore

    extension PassError {
        /// The same error, with the file it is about in front: the library that judges bytes does not know their name.
        func about(_ path: String) -> PassError {
            // Those of reading and writing say it.
            let isNamed = message.hasPrefix(path) || message.hasPrefix("The folder \(path) ")
            return isNamed ? self : PassError(code, "\(path): \(message)", cause: cause)
        }
    }

    extension Files {
        /// Certificates to trust: the ones given, and those of files.
        static func anchors(_ paths: [String], besides anchors: TrustAnchors) throws -> TrustAnchors {
            var anchors = anchors
            for path in paths {
                let bytes = try read(path, limit: smallFile)
                try named(path) { try anchors.add(reading: bytes) }
            }
            return anchors
        }

        /// Takes what a file holds; what is wrong with it is said with the name of the file.
        static func named<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
            do {
                return try body()
            } catch let error as PassError {
                throw error.about(path)
            }
        }
    }
#endif
