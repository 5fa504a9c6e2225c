import PassKitCore

/// Opens a file of no bytes, which is refused, so that the library is really linked.
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
