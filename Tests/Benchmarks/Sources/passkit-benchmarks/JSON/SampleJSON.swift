/// The `pass.json` of a boarding pass, as real ones are: 3 KB, indented, with escapes and text beyond ASCII.
enum SampleJSON {
    static let bytes = Array(text.utf8)

    private static let text = #"""
        {
          "formatVersion" : 1,
          "passTypeIdentifier" : "pass.com.example.boarding",
          "serialNumber" : "gT6zrHkaW-2026-11-30",
          "teamIdentifier" : "TEAMID1234",
          "webServiceURL" : "https:\/\/passes.example.com\/wallet\/",
          "authenticationToken" : "vxwxd7J8AlNNFPS8k0a0FfUFtq0ewzFdc",
          "relevantDate" : "2026-12-24T14:25-08:00",
          "relevantDates" : [ { "date" : "2026-12-24T14:25-08:00" } ],
          "expirationDate" : "2026-12-25T14:25-08:00",
          "locations" : [
            { "longitude" : -122.3748889, "latitude" : 37.6189722, "relevantText" : "Welcome to SFO" },
            { "longitude" : -122.03118, "latitude" : 37.33182, "altitude" : 12.5 }
          ],
          "barcodes" : [
            {
              "message" : "M1LOVELACE\/ADA EEX1234 SFOLHRXX 0123 359Y022A0045 147>1180",
              "format" : "PKBarcodeFormatPDF417",
              "messageEncoding" : "iso-8859-1",
              "altText" : "EX123 · 22A"
            }
          ],
          "organizationName" : "Example Airways",
          "description" : "Boarding pass from San Francisco to London",
          "logoText" : "Example Airways",
          "foregroundColor" : "rgb(22, 55, 110)",
          "backgroundColor" : "rgb(50, 91, 185)",
          "voided" : false,
          "associatedStoreIdentifiers" : [ 361309726, 1234567890123 ],
          "boardingPass" : {
            "transitType" : "PKTransitTypeAir",
            "headerFields" : [
              { "label" : "gate", "key" : "gate", "value" : "23", "changeMessage" : "Gate changed to %@." }
            ],
            "primaryFields" : [
              { "key" : "depart", "label" : "San Francisco", "value" : "SFO" },
              { "key" : "arrive", "label" : "London", "value" : "LHR" }
            ],
            "secondaryFields" : [
              { "key" : "passenger", "label" : "passenger", "value" : "Ada Lovelace" }
            ],
            "auxiliaryFields" : [
              {
                "label" : "boarding time", "key" : "boardingTime", "value" : "2026-12-24T14:25-08:00",
                "dateStyle" : "PKDateStyleNone", "timeStyle" : "PKDateStyleShort", "isRelative" : true,
                "changeMessage" : "Boarding time changed to %@."
              },
              { "label" : "flight", "key" : "flightNewName", "value" : "815", "changeMessage" : "Flight %@" },
              { "key" : "class", "label" : "desig.", "value" : "Coach" },
              { "key" : "price", "label" : "fare", "value" : 1249.50, "currencyCode" : "EUR" }
            ],
            "backFields" : [
              { "key" : "passport", "label" : "passport", "value" : "Canadian\/Français" },
              {
                "key" : "terms", "label" : "Terms",
                "value" : "1. Be at the gate 30 minutes before.\n2. \"Carry-on\" means one bag.\n3. Prices in €."
              },
              {
                "key" : "link", "label" : "Change", "value" : "https:\/\/example.com\/change",
                "attributedValue" : "<a href='https:\/\/example.com\/change'>Change your seat<\/a>"
              }
            ]
          },
          "semantics" : {
            "airlineCode" : "EX", "flightNumber" : 815, "departureAirportCode" : "SFO", "destinationAirportCode" : "LHR",
            "originalDepartureDate" : "2026-12-24T15:05-08:00", "originalArrivalDate" : "2026-12-25T09:20Z",
            "passengerName" : { "givenName" : "Ada", "familyName" : "Lovelace" },
            "seats" : [ { "seatRow" : "22", "seatNumber" : "A", "seatType" : "Coach" } ],
            "departureLocation" : { "latitude" : 37.6189722, "longitude" : -122.3748889 }, "silenceRequested" : true
          }
        }
        """#
}
