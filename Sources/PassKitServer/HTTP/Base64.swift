#if Server
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Base64 (RFC 4648 section 4).
    enum Base64 {
        static func decode(_ text: some StringProtocol) -> [UInt8]? {
            Data(base64Encoded: String(text)).map { [UInt8]($0) }
        }
    }
#endif
