import CPassKitShims

/// One of Apple's intermediates for passes, as name and public key (Apple, "Worldwide Developer Relations intermediate
/// certificates"; all with RSA and the exponent 65537).
struct AppleAnchor {
    /// The attributes of the name, in order.
    private let name: [(attribute: StaticString, value: String)]
    private let modulus: String
    private let keyIdentifier: String
    private let notBefore: Int64
    private let notAfter: Int64

    static let all = [first, fourth]

    /// The first generation, of which there are two certificates for one key: of 2008 to 2016 and of 2013 to 2023.
    private static let first = AppleAnchor(
        name: [
            (country, "US"), (organization, "Apple Inc."),
            (organizationalUnit, "Apple Worldwide Developer Relations"), (commonName, authority),
        ],
        modulus: """
            ca3854a6cb56aac8243948e98ceeec5fb87f2691bc34537ace7c63806177645ea50723b639fe502d155658702d7ec46e\
            c14a853e2ff0de841aa157c9af7b18ff6afa151249150819acaadb2a32ed96636852153d8c8aecbf6b1895e003ac017d\
            970567ce0e8595376aed09b6ae67cd51649fc65cd1bc576e6735807636a487816e388fd82b154e7b25d85abf4e83c18d\
            d293d51a71b5609c9d334e55f912580c86b8160dc1e577458d5048ba2b2de49485e1e8c49dc668a5b0a3fc677e70ba02\
            594b77429139b9f5cde14cefc03b488ca6e5215dfd6a6abba7163560d2e6adf34629c9e8c38be979c06a616715b2f0fd\
            e568bc625f6ecf99ddef1b63fe9265ab
            """,
        keyIdentifier: "88271709A9B618608BECEBBAF64759C55254A3B7",
        notBefore: 1_203_015_395,
        notAfter: 1_675_806_527
    )

    /// The fourth generation, which signs since 2021, until 10 December 2030.
    private static let fourth = AppleAnchor(
        name: [
            (commonName, authority), (organizationalUnit, "G4"), (organization, "Apple Inc."), (country, "US"),
        ],
        modulus: """
            d01f78aa7a2732b0465fe71776d8a09d0e298ead3d32a5c46b37c9e441916ab779715d0c34046075f7ae438f47c4861e\
            08e8bfd639522f1e67fc71f1826d3c7e0652769d2cbcd543e9b1b4bc403a78515d51a125e1be6c919d6b21591841d50f\
            8d6d412a394a21e0909f4e134fd08c9a32b8d76a921e256aa432ce2219850560dc024af25aeb7779027dc097546c928e\
            7601e6468fe5e62afba2b0ad18ad6d338538238bea8a96ed9fae664fa30c40276d95d06288d9432927fdeda4bf532e90\
            15653cd92e6264331d6c6add8e21aaa45f15c630ed5fe68c369294b7dc390200fb648cd40c81f23fd53497877526c26f\
            ae0363210c7bd41bb162c5029cbdfdaf
            """,
        keyIdentifier: "5BD9FA1DE79A1A0BA399762250863E91C85B77A8",
        notBefore: 1_608_147_364,
        notAfter: 1_923_091_200
    )

    private static let authority = "Apple Worldwide Developer Relations Certification Authority"
    private static let commonName: StaticString = "2.5.4.3"
    private static let country: StaticString = "2.5.4.6"
    private static let organization: StaticString = "2.5.4.10"
    private static let organizationalUnit: StaticString = "2.5.4.11"

    /// A certificate that stands for the anchor; nil where libcrypto cannot take it in.
    var handle: CertificateHandle? {
        guard let modulus = Hex.decode(modulus), let keyIdentifier = Hex.decode(keyIdentifier) else { return nil }
        let rsa = DER.sequence(DER.integer(unsigned: modulus), DER.integer(unsigned: [1, 0, 1]))
        let publicKey = DER.sequence(
            DER.sequence(DER.objectIdentifier("1.2.840.113549.1.1.1"), DER.null),
            DER.encode(DER.Tag.bitString, [0] + rsa)
        )
        let name = DER.encode(
            DER.Tag.sequence,
            name.flatMap { attribute, value in
                DER.set([
                    DER.sequence(
                        DER.objectIdentifier(attribute),
                        DER.encode(DER.Tag.utf8String, Array(value.utf8))
                    )
                ])
            }
        )
        let pointer = passkit_anchor_create(
            name,
            name.count,
            publicKey,
            publicKey.count,
            keyIdentifier,
            keyIdentifier.count,
            notBefore,
            notAfter
        )
        return pointer.map { CertificateHandle(owning: $0) }
    }
}
