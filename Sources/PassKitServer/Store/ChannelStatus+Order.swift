#if Server
    public import PassKitCore

    extension ChannelStatus {
        /// Whether a channel in this state may go on to another.
        ///
        /// Channels go from `initial` over `queued` and `submitted` to `delivered` or `undelivered`, and `opened` ends
        /// all: what comes late (a report that overtakes the end of its sending, or a link opened before the report)
        /// never takes a channel back. A message that was given up may still turn out to be delivered.
        public func isBefore(_ other: ChannelStatus) -> Bool {
            guard let place = Self.places[self], let otherPlace = Self.places[other] else { return false }
            return place < otherPlace
        }

        private static let places: [ChannelStatus: Int] = [
            .initial: 0, .queued: 1, .submitted: 2, .undelivered: 3, .delivered: 4, .opened: 5,
        ]
    }
#endif
