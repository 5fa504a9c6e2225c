#if AsyncHTTPClient
    import Foundation
    import PassKitAPNsDouble
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitTesting
    import Testing

    /// Which certificate pushes, who takes it, and who is trusted.
    @Suite(.timeLimit(.minutes(30))) struct APNsIdentityTests {
        static let coupon = "pass.com.example.coupon"

        @Test(arguments: [TestAuthority.KeyKind.p256, .rsa2048])
        func pushesWithEveryKindOfKeyHereAndElsewhere(_ kind: TestAuthority.KeyKind) async throws {
            let authority = try TestAuthority(keys: kind)
            let key = RemoteKey(
                algorithm: kind == .p256 ? .ecdsaP256SHA256 : .rsaPKCS1SHA256,
                key: try PrivateKey(reading: authority.privateKeyPEM)
            )
            let remote = try CMSManifestSigner(
                certificate: authority.certificatePEM,
                intermediates: authority.intermediatePEM,
                key: key
            )
            for signer in [try authority.signer(), remote] {
                try await APNsScene.run(signers: [signer], authority: authority) { scene async throws in
                    #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
                    #expect(scene.service.pushes.first?.certificateTopic == APNsScene.type)
                }
            }
        }

        struct RemoteKey: SigningKey {
            let algorithm: PassKitCore.SignatureAlgorithm
            let key: PrivateKey

            func signature(over bytes: [UInt8]) async throws -> [UInt8] {
                await Task.yield()
                return try key.signature(over: bytes)
            }
        }

        @Test func eachPassTypeHasItsOwnConnection() async throws {
            let (tickets, coupons) = (try TestAuthority(), try TestAuthority(passTypeIdentifier: Self.coupon))
            try await APNsScene.run(
                signers: [tickets.signer(), coupons.signer()],
                trustedByService: [tickets.rootPEM, coupons.rootPEM]
            ) { scene async throws in
                for number in 1...4 {
                    let type = number.isMultiple(of: 2) ? APNsScene.type : Self.coupon
                    #expect(try await scene.transport.push(APNsScene.push(number, type: type)).isAccepted)
                }
                #expect(scene.service.pushes.allSatisfy { $0.topic == $0.certificateTopic })
                #expect(scene.service.pushes.map(\.connection) == [1, 2, 1, 2])
            }
        }

        @Test func ofSeveralCertificatesTheNewestThatIsValidPushes() async throws {
            let old = try TestAuthority(validFrom: Date.now.addingTimeInterval(-86_400 * 30))
            let new = try TestAuthority(validFrom: Date.now.addingTimeInterval(-86_400))
            let next = Date.now.addingTimeInterval(86_400 * 30)
            let future = try TestAuthority(validFrom: next)
            let signers: SignerRegistry = [try old.signer(), try new.signer(), try future.signer(validAt: next)]
            try await APNsScene.run(signers: signers, trustedByService: [new.rootPEM]) { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
            }
        }

        @Test func aRenewedCertificateTakesOver() async throws {
            let (old, coupons) = (try TestAuthority(), try TestAuthority(passTypeIdentifier: Self.coupon))
            let new = try TestAuthority()
            try await APNsScene.run(
                signers: [old.signer(), coupons.signer()],
                trustedByService: [old.rootPEM, new.rootPEM, coupons.rootPEM]
            ) { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push(1)).isAccepted)
                #expect(try await scene.transport.push(APNsScene.push(2, type: Self.coupon)).isAccepted)
                try scene.transport.use(signers: [new.signer(), coupons.signer()])
                #expect(try await scene.transport.push(APNsScene.push(3)).isAccepted)
                #expect(try await scene.transport.push(APNsScene.push(4, type: Self.coupon)).isAccepted)
                // The coupons keep their connection; that of the old certificate is closed.
                #expect(scene.service.pushes.map(\.connection) == [1, 2, 3, 2])
                #expect(try await scene.openConnections(reach: 2))
            }
        }

        @Test func aCertificateThatIsRemovedWhileItsConnectionOpensKeepsNone() async throws {
            let (old, new) = (try TestAuthority(), try TestAuthority())
            try await APNsScene.run(
                signers: [old.signer()],
                trustedByService: [old.rootPEM, new.rootPEM]
            ) { scene async throws in
                async let outcome = scene.transport.push(APNsScene.push())
                // It has come in; the handshake is still to be done.
                #expect(try await scene.openConnections(reach: 1))
                try scene.transport.use(signers: [new.signer()])
                #expect(try await outcome.isAccepted)
                #expect(try await scene.openConnections(reach: 0))
            }
        }

        @Test func sendsNothingWithoutAValidCertificateForThePass() async throws {
            try await APNsScene.run { scene async throws in
                let later = Date.now.addingTimeInterval(86_400 * 400)
                let expired = try APNsTransport(
                    signers: [scene.authority.signer()],
                    configuration: .init(host: scene.service.host, port: scene.service.port),
                    clock: ManualClock(later)
                )
                #expect(try await expired.push(APNsScene.push()) == .rejected(.noIdentity))
                let transport = scene.transport
                #expect(try await transport.push(APNsScene.push(type: "pass.other")) == .rejected(.noIdentity))
                #expect(try await transport.push(APNsScene.push(team: "OTHERTEAM1")) == .rejected(.noIdentity))
                #expect(scene.service.seen.connections == 0)
                #expect(try await transport.push(APNsScene.push(team: SamplePass.teamIdentifier)).isAccepted)
            }
        }

        struct OwnSigner: ManifestSigner {
            let certificate: PassCertificate
            func signature(for manifest: [UInt8], at time: Date) async throws -> [UInt8] { [] }
        }

        @Test func refusesSignersThatCannotSignAHandshake() async throws {
            let certificate = try PassCertificate(reading: TestAuthority().certificatePEM)
            let error = #expect(throws: PassError.self) {
                try APNsTransport(signers: [OwnSigner(certificate: certificate)])
            }
            #expect(error?.code == .transportPushIdentity)
            #expect(error?.message.contains("OwnSigner") == true)
        }

        // MARK: Trust

        @Test func trustsNoServiceButThatOfItsRoots() async throws {
            try await APNsScene.run(configure: { $0.trustedRoots = nil }) { scene async throws in
                #expect(try await scene.faultCode() == .transportPushConnection)
                #expect(scene.service.seen.count == 0)
            }
        }

        @Test func checksTheNameOfTheService() async throws {
            let identity = try TestServerIdentity(names: ["push.example.com"], addresses: [[127, 0, 0, 2]])
            for host in ["localhost", "127.0.0.1"] {
                try await APNsScene.run(identity: identity, configure: { $0.host = host }) { scene async throws in
                    #expect(try await scene.faultCode() == .transportPushConnection)
                    #expect(scene.service.seen.count == 0)
                }
            }
        }

        @Test func findsTheServiceByItsNameToo() async throws {
            try await APNsScene.run(configure: { $0.host = "localhost" }) { scene async throws in
                #expect(try await scene.transport.push(APNsScene.push()).isAccepted)
            }
        }

        @Test func saysWhenTheServiceDoesNotTakeTheCertificate() async throws {
            try await APNsScene.run(trustedByService: [TestAuthority().rootPEM]) { scene async throws in
                #expect(try await scene.faultCode() == .transportPushCertificate)
                #expect(scene.service.seen.count == 0)
            }
        }

        @Test func saysSoWhenTheServiceSpeaksNoHTTP2() async throws {
            var service = APNsDouble.Configuration()
            service.protocols = ["http/1.1"]
            try await APNsScene.run(service: service) { scene async throws in
                #expect(try await scene.faultCode() == .transportPushProtocol)
            }
        }
    }
#endif
