#if Server
    import PassKitCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    extension PassClock {
        /// The current time in whole milliseconds, the finest a store keeps.
        var milliseconds: Date { now.wholeMilliseconds }
    }

    extension Date {
        /// The time in whole milliseconds, rounded down.
        var wholeMilliseconds: Date {
            Date(timeIntervalSince1970: (timeIntervalSince1970 * 1000).rounded(.down) / 1000)
        }

        /// The time after a duration.
        func adding(_ duration: Duration) -> Date {
            let parts = duration.components
            return addingTimeInterval(Double(parts.seconds) + Double(parts.attoseconds) * 1e-18).wholeMilliseconds
        }
    }
#endif
