import HTTPTypes
import PassKitCore
import PassKitTesting
import Testing

@Suite struct ServiceCredentialsTests {
    typealias Tests = RemotePassUpdateServiceTests

    static let kinds: [(DocumentedServer.Authentication, ServiceCredentials)] = [
        (.none, .none),
        (.basic(user: "ada", password: "pä:ss"), .basic(user: "ada", password: "pä:ss")),
        (.claimsToken(userid: "ada", password: "secret"), .claimsToken("claims-1")),
        (
            .claimsToken(userid: "ada", password: "secret"),
            .claimsToken(login: .init(userid: "ada", password: "secret"))
        ),
        (
            .claimsToken(userid: "ada", password: "secret", header: "X-Kony-Authorization"),
            .claimsToken(login: .init(userid: "ada", password: "secret"), header: "X-Kony-Authorization")
        ),
        (.accessToken(user: "ada", password: "secret"), .accessToken("access-1", secret: "secret-1")),
        (.accessToken(user: "ada", password: "secret"), .accessToken(user: "ada", password: "secret")),
        (.apiKey("key"), .apiKey("key")),
    ]

    @Test(arguments: kinds.indices)
    func everyDocumentedKindIsAccepted(_ index: Int) async throws {
        let (authentication, credentials) = Self.kinds[index]
        let server = DocumentedServer(authentication: authentication)
        let service = try Tests.service(server, credentials)
        _ = try await service.update(Tests.request())
        _ = try await service.issue(Tests.request())
        #expect(server.faults == [])
        #expect(server.exchanges.allSatisfy { $0.status == 200 })
        // A login is made once, and remembered.
        let isLogin = [3, 4, 6].contains(index)
        #expect(server.exchanges.count == (isLogin ? 3 : 2))
    }

    @Test(arguments: kinds.indices.dropFirst())
    func othersAreNot(_ index: Int) async throws {
        let server = DocumentedServer(authentication: Self.kinds[index].0)
        for credentials in [
            ServiceCredentials.none, .basic(user: "x", password: "y"), .claimsToken("old"), .apiKey("no"),
        ] {
            await #expect(throws: PassError(.transportUnauthorized, "")) {
                try await Tests.service(server, credentials).update(Tests.request())
            }
        }
    }

    @Test(arguments: [3, 6])
    func staleTokensAreReplacedOnce(_ index: Int) async throws {
        let server = DocumentedServer(authentication: Self.kinds[index].0)
        let service = try Tests.service(server, Self.kinds[index].1)
        _ = try await service.update(Tests.request())
        server.expireTokens()
        _ = try await service.update(Tests.request())
        #expect(server.exchanges.map(\.status) == [200, 200, 401, 200, 200])
        #expect(server.faults == [])
        // The body of the repeated request is whole.
        #expect(server.exchanges[2].body.count == server.exchanges[4].body.count)
    }

    @Test func aLoginThatDoesNotHelpIsNotRepeated() async throws {
        let server = DocumentedServer(authentication: Self.kinds[3].0)
        let service = try Tests.service(
            server,
            .claimsToken(login: .init(userid: "ada", password: "secret"), header: "X-Other")
        )
        await #expect(throws: PassError(.transportUnauthorized, "")) { try await service.update(Tests.request()) }
        #expect(server.exchanges.map(\.status) == [200, 401, 200, 401])
    }

    @Test func refusedLoginsSayNoSecret() async throws {
        let server = DocumentedServer(authentication: Self.kinds[3].0)
        let service = try Tests.service(server, .claimsToken(login: .init(userid: "ada", password: "wrong-secret")))
        let error = await #expect(throws: PassError.self) { try await service.update(Tests.request()) }
        #expect(error?.code == .transportUnauthorized)
        #expect(error?.debugDescription.contains("wrong-secret") == false)
        #expect((error?.cause as? PassServiceReply)?.body == [])
    }

    @Test func loginsCanStandElsewhere() async throws {
        let server = DocumentedServer(authentication: Self.kinds[3].0)
        let login = ClaimsLogin(
            userid: "ada",
            password: "secret",
            address: "https://accounts.example.com/login",
            provider: "p&q",
            domain: "d"
        )
        _ = try? await Tests.service(server, .claimsToken(login: login)).update(Tests.request())
        let request = try #require(server.exchanges.first)
        #expect(request.request.authority == "accounts.example.com")
        #expect(request.request.path == "/login")
        #expect(String(decoding: request.body, as: UTF8.self) == "userid=ada&password=secret&provider=p%26q&domain=d")
    }

    @Test(arguments: [
        ServiceCredentials.basic(user: "a:b", password: "x"), .basic(user: "a", password: "x\r\ny"), .claimsToken(""),
        .claimsToken("a\r\nX-Evil: 1"), .apiKey("ü"), .apiKey("key", header: "no header"),
        .accessToken("a", secret: "\u{0}"),
    ])
    func credentialsThatCannotBeSentAreRefused(_ credentials: ServiceCredentials) async throws {
        let server = DocumentedServer()
        await #expect(throws: PassError(.transportCredentials, "")) {
            try await Tests.service(server, credentials).update(Tests.request())
        }
        #expect(server.exchanges.isEmpty)
    }

    @Test(arguments: kinds.map(\.1))
    func descriptionsShowNoSecret(_ credentials: ServiceCredentials) {
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(RemotePassUpdateService.Configuration(address: "https://host", credentials: credentials), to: &dumped)
        dump(ClaimsLogin(userid: "ada", password: "secret"), to: &dumped)
        let texts = [dumped, "\(credentials)", String(reflecting: credentials)]
        for text in texts {
            for secret in ["pä:ss", "secret", "claims-1", "access-1", "\"key\""] {
                #expect(!text.contains(secret), "\(text)")
            }
        }
    }

    @Test func tokensAreKeptOutOfHeaderCompression() async throws {
        let server = DocumentedServer(authentication: .apiKey("key"))
        _ = try await Tests.service(server, .apiKey("key")).update(Tests.request())
        let name = try #require(HTTPField.Name("X-VoltMX-App-API-Key"))
        let field = server.exchanges.first?.request.headerFields.first { $0.name == name }
        #expect(field?.indexingStrategy == .disallow)
    }
}
