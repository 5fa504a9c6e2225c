import Foundation
import Testing

@testable import PassKitCore
@testable import PassKitTesting

/// Signatures that are no CMS at all, or not only.
@Suite struct EnvelopeBytesTests {
    /// What the verifier says of a pass with these bytes for a signature.
    static func report(_ change: ([UInt8]) -> [UInt8]) throws -> VerificationReport {
        var (archive, anchors) = try EnvelopeTests.chain().build()
        try archive.set(change(archive.bytes(of: "signature")), for: "signature")
        return PassVerifier(anchors: anchors).verify(archive)
    }

    static func codes(_ change: ([UInt8]) -> [UInt8]) throws -> [Finding.Code] {
        let report = try report(change)
        #expect(report.verdict == .invalid && !report.isIntact && report.signer == nil)
        return report.findings.map(\.code)
    }

    @Test func refusesWhatIsNoCMS() throws {
        #expect(try Self.codes { _ in [] } == [.signatureMalformed])
        #expect(try Self.codes { _ in Array("not a signature".utf8) } == [.signatureMalformed])
        #expect(try Self.codes { _ in [0x30, 0x80] } == [.signatureMalformed])
        #expect(try Self.codes { _ in [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF] } == [.signatureMalformed])
        #expect(try Self.codes { _ in [0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1] } == [.signatureMalformed])
        #expect(try Self.codes { _ in DER.sequence() } == [.signatureMalformed])
        #expect(try Self.codes { _ in DER.sequence(EnvelopeForge.OID.signedData) } == [.signatureMalformed])
    }

    @Test func refusesBytesBehindTheEnd() throws {
        #expect(try Self.codes { $0 + [0] } == [.signatureTrailingBytes])
        #expect(try Self.codes { $0 + [UInt8](repeating: 0, count: 16) } == [.signatureTrailingBytes])
        #expect(try Self.codes { $0 + $0 } == [.signatureTrailingBytes])
    }

    /// Beside the parts of the envelope nothing may stand, wherever libcrypto would overlook it.
    @Test func refusesBytesBesideItsParts() throws {
        /// The signature taken apart into the fields of its SignedData, and put together again.
        func rebuilt(_ build: (_ fields: [[UInt8]]) -> [UInt8]) throws -> [Finding.Code] {
            try Self.codes { signature in
                var outer = BER(signature, in: signature.indices)
                guard let info = outer.next() else { return [] }
                var parts = BER(signature, in: info.content)
                guard parts.next() != nil, let explicit = parts.next() else { return [] }
                var inner = BER(signature, in: explicit.content)
                guard let signedData = inner.next() else { return [] }
                var rest = BER(signature, in: signedData.content)
                var fields: [[UInt8]] = []
                while let field = rest.next() { fields.append(Array(signature[field.whole])) }
                return build(fields)
            }
        }
        let type = EnvelopeForge.OID.signedData
        func explicit(_ content: [UInt8]) -> [UInt8] { DER.encode(DER.Tag.context(0), content) }
        let extra = DER.encode(0x04, Array("abc".utf8))

        let builds: [(_ fields: [UInt8]) -> [UInt8]] = [
            { DER.sequence(type, explicit(DER.sequence($0)), extra) },
            { DER.sequence(type, explicit(DER.sequence($0) + extra)) },
            { DER.sequence(type, explicit(DER.sequence($0 + extra))) },
        ]
        for build in builds {
            #expect(try rebuilt { build($0.flatMap { $0 }) } == [.signatureMalformed])
        }
        // A second set of certificates, behind the first.
        #expect(
            try rebuilt { fields in
                let twice = fields.flatMap { $0.first == DER.Tag.context(0) ? $0 + $0 : $0 }
                return DER.sequence(type, explicit(DER.sequence(twice)))
            } == [.signatureMalformed]
        )
    }

    /// Cut at every length, the envelope is never accepted; inside of it nothing is taken for its end.
    @Test func refusesEveryTruncation() throws {
        let (archive, _) = try EnvelopeTests.chain().build()
        let whole = try archive.bytes(of: "signature")
        for count in whole.indices {
            #expect(throws: SignatureFault.self) {
                _ = try SignatureEnvelope(reading: Array(whole[..<count]), VerifierMemory(knownSigners: 0))
            }
        }
    }

    /// What is signed is taken as it stands: no bit of it may be another.
    @Test func noBitOfTheSignedAttributesMayChange() throws {
        let (archive, anchors) = try EnvelopeTests.chain().build()
        let whole = try archive.bytes(of: "signature")
        func inside(_ element: BER.Element?) throws -> [BER.Element] {
            var values = BER(whole, in: try #require(element).content)
            var found: [BER.Element] = []
            while let value = values.next() { found.append(value) }
            return found
        }
        var all = BER(whole, in: whole.indices)
        let signedData = try inside(try inside(all.next()).last).first
        let signer = try inside(try inside(signedData).last).first
        let attributes = try inside(signer)[3].whole
        #expect(attributes.count > 90)
        let verifier = PassVerifier(anchors: anchors)
        for place in attributes {
            for bit in 0..<8 {
                var changed = whole
                changed[place] ^= 1 << bit
                var spoiled = archive
                try spoiled.set(changed, for: "signature")
                #expect(verifier.verify(spoiled).verdict == .invalid, "bit \(bit) of byte \(place)")
            }
        }
    }

    /// Every third byte changed, one at a time: no crash, and nobody is fooled.
    @Test func survivesFlippedBytes() throws {
        let (archive, anchors) = try EnvelopeTests.chain().build()
        let whole = try archive.bytes(of: "signature")
        let leaf = try PassCertificate(reading: EnvelopeTests.chain().leafDER)
        let verifier = PassVerifier(anchors: anchors)
        for index in stride(from: 0, to: whole.count, by: 3) {
            var changed = whole
            changed[index] ^= 0x55
            var spoiled = archive
            try spoiled.set(changed, for: "signature")
            let report = verifier.verify(spoiled)
            // What is not signed may change without harm; what is trusted must still be the same pass by the same team.
            if report.verdict == .trusted {
                #expect(report.signer?.passTypeIdentifier == leaf.passTypeIdentifier, "byte \(index)")
            }
        }
    }

    @Test func refusesDeepNesting() throws {
        for depth in [40, 1000, 30_000] {
            let open = [[UInt8]](repeating: [0x30, 0x80], count: depth).joined()
            #expect(try Self.codes { _ in Array(open) } == [.signatureMalformed])
            let closed = Array(open) + [UInt8](repeating: 0, count: 2 * depth)
            if closed.count <= SignatureCheck.sizeLimit {
                #expect(try Self.codes { _ in closed } == [.signatureMalformed])
            }
        }
        // Deep inside an envelope that is right so far.
        var value: [UInt8] = DER.null
        for _ in 0..<2000 { value = DER.sequence(value) }
        let nested = value
        let report = try EnvelopeTests.report(.p256) { forge in
            forge.attributes?.append(.init(type: EnvelopeForge.OID.capabilities, values: [nested]))
        }
        // Nobody looks into an attribute that says nothing here: it is skipped, however deep it goes.
        #expect(report.verdict == .trusted, "\(report.findings)")
    }

    @Test func refusesMoreThan64KiB() throws {
        #expect(try Self.codes { $0 + [UInt8](repeating: 0, count: 65_536) } == [.signatureTooLarge])
        #expect(try Self.codes { _ in [UInt8](repeating: 0x30, count: 65_537) } == [.signatureTooLarge])
    }

    @Test func aBrokenEntryIsAFinding() throws {
        var (archive, anchors) = try EnvelopeTests.chain().build()
        try archive.set([1, 2, 3, 4], for: "signature", level: 0)
        var bytes = archive.bytes()
        let place = try #require(bytes.firstRange(of: [1, 2, 3, 4])?.lowerBound)
        bytes[place] = 9
        let report = PassVerifier(anchors: anchors).verify(try PassArchive(reading: bytes))
        #expect(report.verdict == .invalid)
        #expect(report.findings.contains { $0.code.rawValue == "archive.checksum" && $0.path == "signature" })
    }
}
