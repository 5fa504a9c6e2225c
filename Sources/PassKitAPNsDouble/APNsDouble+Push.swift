#if AsyncHTTPClient
    extension APNsDouble {
        /// One push as it came.
        package struct Push: Sendable, Hashable {
            /// The device's token, from the path.
            package let token: String

            /// The host it is for, with the port.
            package let authority: String?

            /// The topic it names.
            package let topic: String?

            /// The pass type identifier of the client's certificate.
            package let certificateTopic: String?

            /// How urgent it is.
            package let priority: String?

            /// Until when it is to be kept.
            package let expiration: String?

            /// Its kind.
            package let pushType: String?

            /// Its payload, cut shortly after the 4,096 bytes that Apple allows.
            package let payload: [UInt8]

            /// Which connection it came on, counted from 1.
            package let connection: Int
        }

        /// What has been seen so far.
        package struct Seen: Sendable {
            /// The pushes, in order; when there are too many the oldest are forgotten.
            package var pushes: [Push] = []

            /// How many pushes came in all.
            package var count = 0

            /// How many connections were opened in all.
            package var connections = 0

            /// How many requests are open now.
            package var open = 0

            /// The most requests that were open at one time.
            package var mostAtOnce = 0
        }
    }
#endif
