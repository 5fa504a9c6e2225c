import Foundation
import Testing

/// PKCS#7 functions verify less than they seem to, and decrypting has no place here: neither may be linked.
@Suite struct LinkedSymbolsTests {
    @Test(.enabled(if: ExternalTool("nm") != nil))
    func nothingUsesPKCS7OrDecrypts() throws {
        let program = ProcessInfo.processInfo.arguments[0]
        let (status, output) = try #require(ExternalTool("nm")).run(["-D", "--undefined-only", program])
        #expect(status == 0)
        let symbols = Set(
            output.split(separator: "\n").compactMap { $0.split(separator: " ").last }
                .map { String($0.prefix { $0 != "@" }) }
        )
        // The tests' own program links the library, so that what it uses must be there.
        #expect(symbols.isSuperset(of: ["CMS_verify", "d2i_CMS_ContentInfo", "EVP_PKEY_sign"]))
        let refused = symbols.filter { name in
            ["PKCS7_", "SMIME_", "CMS_decrypt", "CMS_EncryptedData", "CMS_uncompress", "d2i_PKCS7"]
                .contains { name.hasPrefix($0) }
        }
        #expect(refused.isEmpty)
    }
}
