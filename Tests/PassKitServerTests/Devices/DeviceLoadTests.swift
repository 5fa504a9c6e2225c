#if Server
    import Foundation
    import PassKitCore
    import PassKitServer
    import PassKitTesting
    import Testing

    /// Ten thousand phones.
    @Suite struct DeviceLoadTests {
        @Test func aListCostsTheSameHoweverManyDevicesThereAre() async throws {
            let store = WatchedStore()
            let stage = try Stage.forDevices(store: store)
            let pass = try await stage.publish("A1", serial: "E-0")
            for serial in 1..<20 { try await stage.publish("A1", serial: "E-\(serial)") }
            let transport = PassAPITransport(stage.api())
            var phones: [DeviceSimulator] = []
            for number in 0..<10_000 {
                let phone = try DeviceSimulator("phone-\(number)", over: transport)
                // Registered without Wallet's help: unpacking ten thousand passes is not what is measured.
                for serial in [0, 1 + number % 19] {
                    _ = try await stage.engine.register(
                        DeviceRegistration(
                            device: phone.identifier,
                            pass: Stage.identifier("E-\(serial)"),
                            pushToken: phone.pushToken.hex
                        )
                    )
                }
                phones.append(phone)
            }
            for phone in phones.prefix(100) { try await phone.add(pass) }

            // One call of the store for a list, whoever asks and whatever is registered.
            let device = RawDevice(api: stage.api(), authorization: nil)
            for number in stride(from: 0, to: 10_000, by: 10) {
                let before = store.count
                let list = try await device.list("phone-\(number)")
                #expect(list?.serials.count == 2)
                #expect(store.count - before == 1)
            }
            // The first list gives a phone its tag; from then on an update costs as much for one as for another.
            for phone in phones.prefix(100) { try await phone.update(passesOf: SamplePass.passTypeIdentifier) }
            try await stage.publish("B1", serial: "E-0")
            for phone in phones.prefix(100) {
                let before = store.count
                #expect(try await phone.update(passesOf: SamplePass.passTypeIdentifier) == [Stage.identifier("E-0")])
                #expect(store.count - before == 5)
            }
        }
    }
#endif
