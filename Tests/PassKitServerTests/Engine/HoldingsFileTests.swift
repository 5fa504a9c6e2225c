#if Server
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// Holdings that another system exported.
    @Suite struct HoldingsFileTests {
        private static let head = "type,serial,recipient,authenticationToken,pushToken\n"

        @Test func holdingsAreTakenOverOnce() async throws {
            let stage = try Stage { $0.unknownHolders = .reject }
            let type = SamplePass.passTypeIdentifier
            let file = Array(
                (Self.head + "\(type),E-1,1,0123456789abcdef,AABB\n\(type),\"E,2\",1,,\n\(type),E-1,2,,\n").utf8
            )
            #expect(try await stage.engine.importHoldings(csv: file) == 3)
            #expect(try await stage.engine.importHoldings(csv: file) == 0)
            let pass = PassIdentifier(type: type, serial: "E-1")
            #expect(try await stage.store.holders(of: pass, among: ["1", "2", "3"]) == ["1", "2"])
            #expect(try await stage.store.authenticationToken(of: pass, proposing: "x") == "0123456789abcdef")
            #expect(try await stage.store.deviceCount(of: pass) == 1)
            #expect(try await stage.store.holders(of: .init(type: type, serial: "E,2"), among: ["1"]) == ["1"])
            // The device registers under its own name, with the token as Wallet spells it.
            let device = DeviceRegistration(device: "d", pass: pass, pushToken: "aabb")
            let outcome = try await stage.store.register(device, limits: RegistrationLimits(), at: stage.clock.now)
            #expect(outcome == .new)
            #expect(try await stage.store.deviceCount(of: pass) == 1)
        }

        @Test func moreHoldingsThanGoIntoOneTransactionAreTakenOver() async throws {
            let stage = try Stage()
            let lines = (0..<2500).map { "pass.a,\($0),r\n" }.joined()
            let file = Array(("type,serial,recipient\n" + lines).utf8)
            #expect(try await stage.engine.importHoldings(csv: file) == 2500)
        }

        @Test func devicesOfOneHoldingStayTogether() async throws {
            let stage = try Stage()
            let pass = PassIdentifier(type: "pass.a", serial: "998")
            // The three stand where the first thousand ends.
            let others = (0..<998).map { "pass.a,\($0),r,,\n" }.joined()
            let three = ["AA", "BB", "CC"].map { "pass.a,998,r,,\($0)\n" }.joined()
            let file = Array((Self.head + others + three + "pass.a,999,r,,\n").utf8)
            #expect(try await stage.engine.importHoldings(csv: file) == 1000)
            #expect(try await stage.store.deviceCount(of: pass) == 3)
            let gone = try await stage.store.registrations(of: pass, start: 0, limit: 9)[0].registration.device
            #expect(try await stage.store.unregister(device: gone, pass: pass, at: stage.clock.now))
            #expect(try await stage.engine.importHoldings(csv: file) == 0)
            #expect(try await stage.store.deviceCount(of: pass) == 2)
        }

        @Test(arguments: [
            ("pass.a,1,,,\n", "Line 2: type, serial or recipient is empty"),
            ("pass.a,1,r,,\n,2,r,,\n", "Line 3: type, serial or recipient is empty"),
            ("pass.a,1,r,short,\n", "Line 2: the authentication token is shorter"),
            ("pass.a,1,r,,xyz\n", "Line 2: The push token"),
            ("pass.a,1,r\n", "Line 2 has 3 fields"),
            ("pass.a,1," + String(repeating: "r", count: 257) + ",,\n", "Line 2: the recipient has more than 256"),
        ])
        func nothingOfABrokenFileIsKept(_ lines: String, _ message: String) async throws {
            let stage = try Stage()
            let good = (0..<1500).map { "pass.a,\($0),good,,\n" }.joined()
            // As the last lines of a long file, and as the first.
            for text in [Self.head + lines, Self.head + good + lines] {
                let error = await #expect(throws: PassError.self) {
                    try await stage.engine.importHoldings(csv: Array(text.utf8))
                }
                #expect(error?.code == .updateHoldings)
                // In the long file the line has another number.
                if text.count < 1000 { #expect(error?.message.contains(message) == true, "\(error?.message ?? "")") }
            }
            #expect(try await stage.store.holders(of: .init(type: "pass.a", serial: "0"), among: ["good"]).isEmpty)
        }

        @Test func aColumnThatMeansNothingIsRefused() {
            #expect(throws: PassError(.updateHoldings, "")) {
                try HoldingsFile(Array("type,serial,recipient,pushtoken\n".utf8))
            }
        }
    }
#endif
