public import PassKitCore

/// A pass to test with: an event ticket with real images and two languages, made in code.
public enum SamplePass: Sendable {
    /// The pass type identifier of the sample, and of a ``TestAuthority`` made without one.
    public static let passTypeIdentifier = "pass.com.example.ticket"

    /// The team identifier of the sample, and of a ``TestAuthority`` made without one.
    public static let teamIdentifier = "TEAMID1234"

    /// The content of the sample.
    public static func pass(
        serial: String = "E-1029",
        type: String = passTypeIdentifier,
        team: String = teamIdentifier
    ) -> Pass {
        var pass = Pass(
            type: type,
            serial: serial,
            team: team,
            organization: "Example Concerts",
            description: "Concert ticket",
            style: .eventTicket
        )
        pass.logoText = "Example Concerts"
        pass.backgroundColor = PassColor(red: 24, green: 32, blue: 72)
        pass.foregroundColor = PassColor(red: 255, green: 255, blue: 255)
        pass.labelColor = PassColor(red: 168, green: 190, blue: 255)
        pass.barcodes = [.qr(serial, altText: serial)]
        pass.fields.header = [.init("gate", label: "gate_label", value: "A1", changeMessage: "gate_change")]
        pass.fields.primary = [.init("event", label: "event_label", value: "Opening night")]
        pass.fields.secondary = [.init("seat", label: "seat_label", value: "Row 12, seat 7")]
        pass.fields.back = [.init("contact", label: "contact_label", value: "tickets@example.com")]
        return pass
    }

    /// The sample as an unsigned package.
    /// - Throws: `PassError` when an image cannot be made.
    public static func package(
        serial: String = "E-1029",
        type: String = passTypeIdentifier,
        team: String = teamIdentifier
    ) throws(PassError) -> PassPackage {
        PassPackage(
            pass: pass(serial: serial, type: type, team: team),
            images: try images(),
            localizations: [
                "en": strings(gate: "GATE", event: "EVENT", seat: "SEAT", contact: "CONTACT", change: "Now at gate %@"),
                "de": strings(
                    gate: "TOR",
                    event: "TERMIN",
                    seat: "PLATZ",
                    contact: "KONTAKT",
                    change: "Jetzt an Tor %@"
                ),
            ]
        )
    }

    /// The images of the sample.
    public static func images() throws(PassError) -> PassImages {
        var images = PassImages()
        for scale in 1...3 {
            let suffix = scale == 1 ? "" : "@\(scale)x"
            images["icon\(suffix).png"] = try icon(size: 38 * scale)
            images["logo\(suffix).png"] = try logo(height: 50 * scale)
        }
        return images
    }

    /// Another logo, to replace the sample's with.
    /// - Parameter scale: 1, 2 or 3 pixels a point.
    public static func otherLogo(scale: Int = 2) throws(PassError) -> [UInt8] {
        var canvas = PNGCanvas(width: 150 * scale, height: 50 * scale, .init(255, 255, 255))
        canvas.fillGradient(from: .init(240, 120, 40), to: .init(200, 30, 90))
        canvas.fillBars(5, .init(255, 240, 220))
        return try canvas.png()
    }

    private static func icon(size: Int) throws(PassError) -> [UInt8] {
        var canvas = PNGCanvas(width: size, height: size, .init(24, 32, 72))
        canvas.fillGradient(from: .init(40, 60, 140), to: .init(24, 32, 72))
        canvas.fillCircle(x: 0.5, y: 0.5, radius: 0.32, .init(255, 200, 60))
        return try canvas.png()
    }

    private static func logo(height: Int) throws(PassError) -> [UInt8] {
        var canvas = PNGCanvas(width: height * 3, height: height, .init(24, 32, 72))
        canvas.fillGradient(from: .init(40, 60, 140), to: .init(24, 32, 72))
        canvas.fillBars(7, .init(168, 190, 255))
        return try canvas.png()
    }

    private static func strings(
        gate: String,
        event: String,
        seat: String,
        contact: String,
        change: String
    ) -> PassStrings {
        [
            "gate_label": gate, "event_label": event, "seat_label": seat, "contact_label": contact,
            "gate_change": change,
        ]
    }
}
