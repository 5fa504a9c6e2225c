#if CommandLineTool
    import PassKitCore

    extension PassError {
        /// The same error, with the file it is about in front: the library that judges bytes does not know their name.
        func about(_ path: String) -> PassError {
            // Those of reading and writing begin with it.
            message.hasPrefix(path) ? self : PassError(code, "\(path): \(message)", cause: cause)
        }
    }

    extension Files {
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
