// swift-format-ignore-file: NeverUseForceTry, NeverForceUnwrap

import Foundation
import PassKitCore
import PassKitTesting

// What the first screen of the README takes for granted: a pass that was read, an identity, people, transports.
let signer = try! TestAuthority().signer()
let bytes = try! SamplePass.package().archive().bytes()
let newLogo = try! SamplePass.otherLogo()
let people = RecipientList([
    RecipientProfile(id: "48494", mobileNumber: "+491701234567", smsSubscription: true)
])
let sms = RecordingTransport()
let mail = RecordingTransport()
let downloads = URL(string: "https://passes.example.com/")!
let content = PassUpdateContent(
    recipients: ["48494"],
    passIntegrationConfig: .init(passIssueNotificationDetails: [.sms("Your ticket: ##SMS Pass Link##")])
)
