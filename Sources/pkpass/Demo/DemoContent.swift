#if CommandLineTool
    import PassKitCore

    /// What the demo's requests ask for, and the people they are for.
    enum DemoContent {
        static let people = [
            RecipientProfile(
                id: "48494",
                name: "Ada Lovelace",
                email: "ada@example.com",
                mobileNumber: "+491701234567",
                emailSubscription: true,
                smsSubscription: true,
                attributes: ["First Name": "Ada"]
            ),
            RecipientProfile(
                id: "48495",
                name: "Charles Babbage",
                email: "charles@example.com",
                mobileNumber: "+441632960001",
                emailSubscription: true,
                smsSubscription: false,
                attributes: ["First Name": "Charles"]
            ),
        ]

        static func make() -> PassUpdateContent {
            PassUpdateContent(
                recipients: people.map(\.id),
                passIntegrationConfig: PassIntegrationConfig(
                    passIssueNotificationDetails: [
                        .sms("Hello ##First Name##, here is your ticket: ##SMS Pass Link##"),
                        .email(
                            "<p>Dear ##First Name##,</p>\n<p><a href='##Email Pass Link##'>Add your ticket</a></p>",
                            subject: "Your ticket, ##First Name##"
                        ),
                    ],
                    passUpdateNotificationDetails: [
                        .sms("Hello ##First Name##, your ticket has changed: ##SMS Pass Link##"),
                        .email(
                            "<p>Dear ##First Name##,</p>\n<p>your <a href='##Email Pass Link##'>ticket</a> has changed.</p>",
                            subject: "Your ticket has changed"
                        ),
                    ]
                ),
                priority: true
            )
        }
    }
#endif
