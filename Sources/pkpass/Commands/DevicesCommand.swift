#if CommandLineTool
    import ArgumentParser
    import PassKitCore
    import PassKitSQLite
    import PassKitServer

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    struct DevicesCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "devices",
            abstract: "Show which devices registered for which passes, and when each asked last.",
            discussion: "Works beside a running server. Example: pkpass devices --database passes.db"
        )

        @OptionGroup var store: DatabaseOptions

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let inspector = try store.inspector()
            defer { inspector.close() }
            var passes: [(pass: PassIdentifier, devices: [StoredRegistration])] = []
            for start in stride(from: 0, to: Int.max, by: Self.pageSize) {
                let page = try await inspector.registrations(start: start, limit: Self.pageSize)
                for stored in page {
                    if passes.last?.pass != stored.registration.pass { passes.append((stored.registration.pass, [])) }
                    passes[passes.count - 1].devices.append(stored)
                }
                if page.count < Self.pageSize { break }
            }
            if output.json {
                return Output.print(["passes": .array(passes.map(Self.json))] as JSONValue)
            }
            if passes.isEmpty { Output.print("No device is registered.") }
            for (pass, devices) in passes {
                Output.print("\(pass): \(devices.count == 1 ? "1 device" : "\(devices.count) devices")")
                for device in devices { Output.print("  \(Self.line(device))") }
            }
        }

        private static let pageSize = 1000

        private static func line(_ stored: StoredRegistration) -> String {
            let seen = stored.seen.map { "asked last \(timeStamp($0))" } ?? "never asked"
            let registered = stored.registered == .distantPast ? "" : ", registered \(timeStamp(stored.registered))"
            return "\(beginning(stored.registration.device)) \(seen)\(registered)"
        }

        private static func json(_ entry: (pass: PassIdentifier, devices: [StoredRegistration])) -> JSONValue {
            let devices = entry.devices.map { stored in
                var object = JSONObject()
                object["device"] = .string(beginning(stored.registration.device))
                object["pushToken"] = .string(beginning(stored.registration.pushToken))
                if stored.registered != .distantPast {
                    object["registered"] = .string(timeStamp(stored.registered))
                }
                if let seen = stored.seen { object["lastSeen"] = .string(timeStamp(seen)) }
                return JSONValue.object(object)
            }
            return [
                "passTypeIdentifier": .string(entry.pass.type), "serialNumber": .string(entry.pass.serial),
                "devices": .array(devices),
            ]
        }

        /// Enough to tell devices apart, and too little to ask or push as one: both names are secrets.
        private static func beginning(_ secret: String) -> String {
            secret.count > 8 ? "\(secret.prefix(8))…" : secret
        }

        private static func timeStamp(_ date: Date) -> String { date.formatted(.iso8601) }
    }
#endif
