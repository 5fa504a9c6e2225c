#if AsyncHTTPClient
    /// What the double answers to a push that is in order.
    package enum APNsAnswer: Sendable {
        /// 200, with an `apns-id`.
        case accept

        /// A status with a reason, and what else an answer may carry: a time in milliseconds, a `Retry-After`.
        case refuse(Int, reason: String?, timestamp: Int64? = nil, retryAfter: String? = nil)

        /// Another answer, later.
        indirect case late(Duration, APNsAnswer)

        /// An interim answer (103), then another one.
        indirect case hinted(APNsAnswer)

        /// Nothing, ever; the connection stays.
        case silence

        /// Nothing: the stream is reset.
        case reset

        /// Nothing: the connection is closed.
        case drop

        /// Half an answer; then the connection is closed.
        case tear

        /// Another answer, after which the connection takes no more pushes (GOAWAY).
        indirect case last(APNsAnswer)

        /// Nothing: the connection takes no more pushes (GOAWAY), and this one was not looked at.
        case turnAway
    }
#endif
