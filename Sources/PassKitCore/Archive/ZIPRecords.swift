/// The fixed parts of the ZIP format (PKWARE APPNOTE 6.3.10, section 4.3).
enum ZIP {
    static let localSignature: UInt32 = 0x0403_4B50
    static let centralSignature: UInt32 = 0x0201_4B50
    static let endSignature: UInt32 = 0x0605_4B50
    static let zip64EndSignature: UInt32 = 0x0606_4B50
    static let zip64LocatorSignature: UInt32 = 0x0706_4B50
    static let descriptorSignature: UInt32 = 0x0807_4B50

    static let localLength = 30
    static let centralLength = 46
    static let endLength = 22
    static let zip64EndLength = 56
    static let zip64LocatorLength = 20

    /// The value of a 32-bit or 16-bit field whose true value stands in a zip64 record.
    static let sentinel32: UInt32 = 0xFFFF_FFFF
    static let sentinel16: UInt16 = 0xFFFF

    /// Flag bits (section 4.4.4).
    enum Flag {
        static let encrypted: UInt16 = 1 << 0
        static let descriptor: UInt16 = 1 << 3
        static let strongEncryption: UInt16 = 1 << 6
        static let utf8: UInt16 = 1 << 11
        static let maskedHeaders: UInt16 = 1 << 13
        /// What may be set: the two bits about deflate's effort, descriptor, UTF-8.
        static let allowed: UInt16 = 1 << 1 | 1 << 2 | descriptor | utf8
    }

    /// Extra fields (section 4.5).
    enum Extra {
        static let zip64: UInt16 = 0x0001
        static let unicodePath: UInt16 = 0x7075
        static let unicodeComment: UInt16 = 0x6375
        static let aes: UInt16 = 0x9901
    }

    /// 1 January 1980, midnight, in DOS form: time, then date.
    static let fixedTime: (time: UInt16, date: UInt16) = (0, 0x0021)
}
