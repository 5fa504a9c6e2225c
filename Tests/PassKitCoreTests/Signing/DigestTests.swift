import Testing

@testable import PassKitCore

@Suite struct DigestTests {
    /// Lengths around the borders of blocks and padding, hashed together in every order, give what each gives alone.
    @Test func severalAtOnceGiveTheSameAsOneByOne() throws {
        var generator = SystemRandomNumberGenerator()
        let lengths = [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000, 4096, 10_000]
        let contents = lengths.map { length in (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) } }
        for count in 0...Digest.batchSize + 1 {
            for start in contents.indices {
                let some = (0..<count).map { contents[(start + $0 * 5) % contents.count][...] }
                let expected = try some.map { try Digest.sha1($0.span) }
                #expect(try Digest.sha1(some) == expected)
            }
        }
    }

    @Test func knowsTheVectorsOfFIPS180() throws {
        let messages = ["abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"].map { Array($0.utf8)[...] }
        #expect(
            try Digest.sha1(messages).map { Hex.encode($0) } == [
                "a9993e364706816aba3e25717850c26c9cd0d89d", "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            ]
        )
    }
}
