/// What the verifier needs to know of `pass.json`.
struct PassFacts {
    private(set) var type: String?
    private(set) var serial: String?
    private(set) var team: String?
    private(set) var authenticationToken: String?
    private(set) var isReadable = false

    init(_ archive: PassArchive, _ findings: inout [Finding]) {
        do throws(PassError) {
            guard archive.entry(named: PassFileName.pass) != nil else {
                throw PassError(.containerPassMissing, "The archive holds no pass.json at its root. Add it.")
            }
            let pass = try Pass(parsing: archive.bytes(of: PassFileName.pass))
            type = pass.passTypeIdentifier
            serial = pass.serialNumber
            team = pass.teamIdentifier
            authenticationToken = pass.json["authenticationToken"]?.stringValue
            isReadable = true
        } catch {
            findings.append(Finding(error, path: PassFileName.pass))
        }
    }
}
