import CPassKitShims

/// Raw deflate streams (RFC 1951), in memory.
package enum Deflate {
    /// Compresses bytes; nil when that does not make them smaller.
    package static func compress(_ bytes: [UInt8], level: Int = 6) throws(PassError) -> [UInt8]? {
        guard bytes.count > 2 else { return nil }
        let capacity = passkit_deflate_bound(bytes.count)
        let compressed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                count = passkit_deflate(input.baseAddress, input.count, output.baseAddress, capacity, Int32(level))
            }
        }
        guard !compressed.isEmpty else { throw memoryError() }
        return compressed.count < bytes.count ? compressed : nil
    }

    /// Compresses bytes into the beginning of a stream; nil without memory.
    ///
    /// It ends at a byte and without a final block, so that other parts can follow.
    static func part(_ bytes: [UInt8], level: Int = 9) -> [UInt8]? {
        let capacity = passkit_deflate_bound(bytes.count)
        let compressed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                count = passkit_deflate_part(input.baseAddress, input.count, output.baseAddress, capacity, Int32(level))
            }
        }
        return compressed.isEmpty ? nil : compressed
    }

    /// How many bytes a stored block has besides its content.
    static let storedBlockOverhead = 5

    /// How many bytes a stored block holds at most.
    static let storedBlockLimit = 65_535

    /// Appends bytes as they are, as a block of a stream (RFC 1951 section 3.2.4): at most 65,535.
    ///
    /// What comes before the block must end at a byte.
    static func appendStoredBlock(_ bytes: ArraySlice<UInt8>, isFinal: Bool, to stream: inout [UInt8]) {
        let count = UInt16(truncatingIfNeeded: bytes.count)
        stream.append(isFinal ? 1 : 0)
        for part in [count, ~count] {
            stream.append(UInt8(truncatingIfNeeded: part))
            stream.append(UInt8(truncatingIfNeeded: part >> 8))
        }
        stream += bytes
    }

    /// Inflates a stream that must give exactly `size` bytes and use all of its own.
    ///
    /// Memory grows with what is really there, never beyond `size`.
    package static func inflate(_ input: Span<UInt8>, size: Int, name: String) throws(PassError) -> [UInt8] {
        var inflater = try Inflater(size: size, name: name)
        var output: [UInt8] = []
        // One byte more than stated, so that a stream that is too long shows.
        var room = min(size, max(4 * input.count, 4096)) + 1
        while true {
            let step = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = inflater.step(input, into: buffer)
            }
            if output.isEmpty { output = step } else { output += step }
            guard try !inflater.checkStep(input) else { return output }
            room = min(size - output.count, 2 * output.count) + 1
        }
    }

    /// The CRC-32 of what a stream gives, which is kept nowhere; the rest as in ``inflate(_:size:name:)``.
    static func checksum(of input: Span<UInt8>, size: Int, name: String) throws(PassError) -> UInt32 {
        var inflater = try Inflater(size: size, name: name)
        var crc32: UInt32 = 0
        var chunk = [UInt8](repeating: 0, count: min(size, 64 << 10) + 1)
        while true {
            let count = chunk.withUnsafeMutableBufferPointer { inflater.step(input, into: $0) }
            crc32 = CRC32.checksum(chunk.span.extracting(first: count), after: crc32)
            guard try !inflater.checkStep(input) else { return crc32 }
        }
    }

    /// Bytes as stored blocks (RFC 1951 section 3.2.4), none of which holds the four bytes of a signature whole.
    static func storedBlocks(_ bytes: [UInt8], splitting signature: UInt32) -> [UInt8] {
        // Not the 65,535 that a block may have: the bytes of such a length could complete a signature.
        let longest = 0x7FFF
        var blocks: [UInt8] = []
        blocks.reserveCapacity(bytes.count + bytes.count / 4096 + 64)
        var start = 0
        repeat {
            var end = min(start + longest, bytes.count)
            if let found = bytes[start..<min(end + 3, bytes.count)].position(of: signature) {
                end = min(end, found + 2)
            }
            appendStoredBlock(bytes[start..<end], isFinal: end == bytes.count, to: &blocks)
            start = end
        } while start < bytes.count
        return blocks
    }

    static func memoryError() -> PassError {
        PassError(.archiveMemory, "There is no memory to compress or inflate an entry. Try again with less load.")
    }
}
