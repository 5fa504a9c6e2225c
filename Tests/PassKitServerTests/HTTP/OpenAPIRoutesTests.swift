#if Server
    import Foundation
    import PassKitServer
    import Testing

    /// Holds the routes and the paths of `Docs/openapi.yaml` together.
    @Suite struct OpenAPIRoutesTests {
        @Test func everyRouteIsDescribedAndEveryPathServed() throws {
            let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Docs/openapi.yaml")
            var described: Set<String> = []
            var path = ""
            for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
                if line == "components:" { break }
                if line.hasPrefix("  /") { path = line.trimmingCharacters(in: CharacterSet(charactersIn: " :")) }
                if ["    get:", "    post:", "    delete:"].contains(line) {
                    described.insert(
                        "\(line.trimmingCharacters(in: CharacterSet(charactersIn: " :")).uppercased()) \(path)"
                    )
                }
            }
            #expect(described == Set(PassAPI.routes.map { "\($0.method) \($0.path)" }))
        }
    }
#endif
