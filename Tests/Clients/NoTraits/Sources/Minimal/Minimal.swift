import PassKitCore

/// Opens what it is given on the command line as hexadecimal bytes, so that the library is really linked.
@main
struct Minimal {
    static func main() {
        do {
            _ = try PassPackage(reading: [])
            print("opened")
        } catch {
            print(error.code)
        }
    }
}
