#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Checks what a boarding pass that is drawn from its semantic tags needs.
struct SemanticBoardingPassCheck {
    let pass: LintedPass

    func run(_ report: inout LintReport) {
        guard pass.isSemanticBoardingPass else {
            for key in ObjectSchema.travelKeys.map(\.name) where pass.json[key] != nil {
                report.add(.boardingKeyWithoutScheme, at: LintPath.root.key(key), key)
            }
            return
        }
        let path = LintPath.root.key("semantics")
        for tag in Self.needed where !pass.hasTag(tag) { report.add(.boardingTagMissing, at: path, tag) }
        for tag in Self.neededPlaces where !pass.hasTag(tag) { report.add(.boardingPlaceMissing, at: path, tag) }
        checkName(&report)
        checkDates(&report)
    }

    private static let needed = [
        "airlineCode", "flightNumber", "departureAirportCode", "departureLocationTimeZone", "destinationAirportCode",
        "originalArrivalDate", "originalBoardingDate", "originalDepartureDate", "passengerName",
    ]

    /// Those of which Apple's Pass Builder only warns.
    private static let neededPlaces = ["departureCityName", "destinationCityName", "destinationLocationTimeZone"]

    private func checkName(_ report: inout LintReport) {
        guard let name = pass.tag("passengerName")?.objectValue,
            name.members.allSatisfy({ $0.value.stringValue?.isEmpty ?? true })
        else { return }
        report.add(.passengerNameEmpty, at: LintPath.root.key("semantics").key("passengerName"))
    }

    private func checkDates(_ report: inout LintReport) {
        let names = ["originalBoardingDate", "originalDepartureDate", "originalArrivalDate"]
        let dates = names.compactMap { pass.tag($0).flatMap(PassDate.init(jsonValue:))?.date }
        guard dates.count == names.count, dates != dates.sorted() else { return }
        report.add(.boardingDateOrder, at: LintPath.root.key("semantics"))
    }
}
