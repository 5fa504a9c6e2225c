import Foundation
import PassKitCore
import PassKitTesting
import Testing

/// A verifier that shares nothing with the library: Python's `cryptography`, and a reader of DER in thirty lines.
@Suite struct SecondVerifierTests {
    static let python = ExternalTool("python3").flatMap { python in
        (try? python.run(["-c", "import cryptography"]))?.status == 0 ? python : nil
    }

    static let script = """
        import hashlib, sys
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

        def values(data):
            found, at = [], 0
            while at < len(data):
                length, head = data[at + 1], 2
                if length & 0x80:
                    head += length & 0x7F
                    length = int.from_bytes(data[at + 2:at + head], "big")
                assert at + head + length <= len(data)
                found.append((data[at], data[at + head:at + head + length], data[at:at + head + length]))
                at += head + length
            return found

        def verify(key, signature, data):
            if isinstance(key, rsa.RSAPublicKey):
                key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
            else:
                key.verify(signature, data, ec.ECDSA(hashes.SHA256()))

        manifest = open("manifest.json", "rb").read()
        (_, info, _), = values(open("signature", "rb").read())
        kind, explicit = values(info)
        assert kind[1].hex() == "2a864886f70d010702", "no SignedData"
        (_, signed, _), = values(explicit[1])
        version, digests, content, certificates, signers = values(signed)
        assert (version[1], content[1].hex()) == (b"\\x01", "06092a864886f70d010701"), "not detached data"
        (_, signer, _), = values(signers[1])
        version, name, digest, attributes, algorithm, signature = values(signer)
        assert version[1] == b"\\x01" and digest[2] in digests[1] and attributes[0] == 0xA0
        found = {}
        for _, attribute, _ in values(attributes[1]):
            kind, members = values(attribute)
            assert kind[1] not in found
            found[kind[1]], = values(members[1])
        assert sorted(kind.hex() for kind in found) == [f"2a864886f70d01090{n}" for n in "345"], "other attributes"
        stated = found[bytes.fromhex("2a864886f70d010904")][1]
        if stated != hashlib.sha256(manifest).digest():
            print("another manifest")
            sys.exit(1)

        issuer, serial = values(name[1])
        both = [x509.load_der_x509_certificate(der) for _, _, der in values(certificates[1])]
        leaf, = [one for one in both if one.serial_number == int.from_bytes(serial[1], "big")]
        intermediate, = [one for one in both if one != leaf]
        assert leaf.issuer.public_bytes() == issuer[2]
        verify(leaf.public_key(), signature[1], b"\\x31" + attributes[2][1:])
        leaf.verify_directly_issued_by(intermediate)
        intermediate.verify_directly_issued_by(x509.load_pem_x509_certificate(open("ca.pem", "rb").read()))
        print("verified")
        """

    @Test(.enabled(if: python != nil), arguments: CMSManifestSignerTests.kinds)
    func verifiesTheSignature(_ keys: TestAuthority.KeyKind) async throws {
        let authority = try SigningFixtures.authority(keys)
        let signature = try await authority.signer().signature(for: CMSManifestSignerTests.manifest, at: .now)
        try await withTemporaryFolder { folder in
            let python = try #require(Self.python)
            try Data(signature).write(to: folder.appending(path: "signature"))
            try Data(authority.rootPEM).write(to: folder.appending(path: "ca.pem"))
            try Data(CMSManifestSignerTests.manifest).write(to: folder.appending(path: "manifest.json"))
            let (status, output) = try python.run(["-c", Self.script], in: folder)
            #expect(status == 0 && output == "verified\n", "\(output)")

            try Data(CMSManifestSignerTests.manifest + [0x20]).write(to: folder.appending(path: "manifest.json"))
            let changed = try python.run(["-c", Self.script], in: folder)
            #expect(changed.status == 1 && changed.output == "another manifest\n", "\(changed.output)")
        }
    }
}
