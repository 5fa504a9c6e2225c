#if CommandLineTool
    import ArgumentParser
    import PassKitAsyncHTTPClient
    import PassKitCore
    import PassKitSQLite
    import PassKitServer

    struct PushCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "push",
            abstract: "Push once to every device that registered for a pass.",
            discussion: """
                Works beside a running server, and changes nothing: each device then asks the server what is new.
                Example: pkpass push pass.com.example.ticket/E-1029 --database passes.db --identity pass.p12 \
                --password-env P12
                """
        )

        @Argument(help: "The pass, as TYPE/SERIAL, or a .pkpass that says so itself.")
        var pass: String

        @OptionGroup var store: DatabaseOptions

        @OptionGroup var identity: IdentityOptions

        @OptionGroup var push: PushOptions

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let pass = try identifier()
            let inspector = try store.inspector()
            defer { inspector.close() }
            let transport = try push.transport([identity.signer()])
            let report: PushReport
            do {
                report = try await pushed(to: pass, inspector, over: transport)
            } catch {
                await transport.shutdown()
                throw error
            }
            await transport.shutdown()
            let fault = report.accepted == 0 ? report.fault : nil
            // In JSON the error is the one document; text goes to another place than the error.
            if let fault, output.json { throw fault }
            if output.json { Output.print(report.json(of: pass)) } else { report.print(of: pass) }
            if let fault { throw fault }
            guard report.devices > 0, report.accepted == report.devices else { throw ExitCode(1) }
        }

        /// Pushes to every device, a page of the database at a time.
        private func pushed(
            to pass: PassIdentifier,
            _ inspector: SQLiteQueueInspector,
            over transport: APNsTransport
        ) async throws -> PushReport {
            let pageSize = 1000
            var report = PushReport()
            var start = 0
            while true {
                let page = try await inspector.registrations(of: pass, start: start, limit: pageSize)
                try await withThrowingTaskGroup(of: Result<PushOutcome, any Error>.self) { group in
                    for registration in page {
                        let text = registration.registration.pushToken
                        group.addTask {
                            do {
                                let push = PassPush(token: try PushToken(text), passTypeIdentifier: pass.type)
                                return .success(try await transport.push(push))
                            } catch let error as CancellationError {
                                throw error
                            } catch {
                                return .failure(error)
                            }
                        }
                    }
                    for try await result in group { report.note(result) }
                }
                guard page.count == pageSize else { return report }
                start += pageSize
            }
        }

        private func identifier() throws -> PassIdentifier {
            if pass.hasSuffix(".pkpass") {
                guard let identifier = try PassPackage(reading: Files.read(pass)).pass.identifier else {
                    throw PassError(.toolUsage, "\(pass) names no pass type or serial number. Give TYPE/SERIAL.")
                }
                return identifier
            }
            // A serial number may hold a stroke, a pass type cannot.
            guard let stroke = pass.firstIndex(of: "/"), stroke != pass.startIndex,
                pass.index(after: stroke) != pass.endIndex
            else { throw PassError(.toolUsage, "The pass must be TYPE/SERIAL, or a .pkpass. Correct it.") }
            return PassIdentifier(type: String(pass[..<stroke]), serial: String(pass[pass.index(after: stroke)...]))
        }
    }

    /// What became of pushes, counted.
    struct PushReport {
        private(set) var devices = 0
        private(set) var accepted = 0
        private(set) var refused: [String: Int] = [:]
        private(set) var fault: (any Error)?

        mutating func note(_ result: Result<PushOutcome, any Error>) {
            devices += 1
            switch result {
            case .success(.accepted):
                accepted += 1
            case .success(.rejected(let reason)), .success(.retry(let reason, _)),
                .success(.tokenInvalid(let reason, _)):
                refused[reason.rawValue, default: 0] += 1
            case .failure(let error):
                refused[PushReason.noAnswer.rawValue, default: 0] += 1
                fault = fault ?? error
            }
        }

        func json(of pass: PassIdentifier) -> JSONValue {
            var reasons = JSONObject()
            for (reason, count) in refused.sorted(by: { $0.key < $1.key }) {
                reasons[reason] = .number(JSONNumber(count))
            }
            return [
                "passTypeIdentifier": .string(pass.type), "serialNumber": .string(pass.serial),
                "devices": .number(JSONNumber(devices)), "accepted": .number(JSONNumber(accepted)),
                "refused": .object(reasons),
            ]
        }

        func print(of pass: PassIdentifier) {
            if devices == 0 { return Output.print("No device is registered for \(pass.type)/\(pass.serial).") }
            Output.print("\(accepted) of \(devices) pushes were accepted.")
            for (reason, count) in refused.sorted(by: { $0.key < $1.key }) { Output.print("\(reason): \(count)") }
        }
    }
#endif
