#if Server
    import PassKitCore
    import PassKitServer
    import Testing

    @Suite struct StoreValuesTests {
        @Test(arguments: ["job:2318508739642895844", "message:ab:cd", "push:7"])
        func deadLetterIDsReadBack(text: String) throws {
            let id = try #require(DeadLetter.ID(text))
            #expect(id.description == text)
        }

        @Test(arguments: ["", "job", "letter:1"])
        func otherTextsAreNoDeadLetterIDs(text: String) {
            #expect(DeadLetter.ID(text) == nil)
        }

        @Test func channelsNeverGoBack() {
            let order: [ChannelStatus] = [.initial, .queued, .submitted, .undelivered, .delivered, .opened]
            for (index, status) in order.enumerated() {
                for (other, next) in order.enumerated() {
                    #expect(status.isBefore(next) == (index < other))
                }
                #expect(!status.isBefore(.cancelled))
                #expect(!ChannelStatus.cancelled.isBefore(status))
            }
        }
    }
#endif
