/// A text as its words and signs, each a hash, whatever its language and wherever it is cut: what a copy has in common with
/// what it was copied from.
///
/// Unlike `CodeStream` it reads no strings or comments, so that a line of a file, of a tool's answer and of prose comes to
/// the same tokens. White space, commas, semicolons, parentheses and quotes are formatting; so is the first sign of a line of
/// a difference.
package struct WordStream: Sendable {
    /// One a token, never 0.
    package private(set) var hashes: [UInt32] = []
    /// The byte at which each token begins, and that behind it.
    package private(set) var starts: [Int32] = []
    package private(set) var ends: [Int32] = []
    /// How many code tokens stand before each, as `CopySearch` counts them: signs in a row are one. One more than there are
    /// tokens.
    package private(set) var ordinals: [Int32] = [0]

    package var count: Int { hashes.count }

    package init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Int32.max) - 1))
        let expected = bytes.count / 4 + 8
        hashes.reserveCapacity(expected)
        starts.reserveCapacity(expected)
        ends.reserveCapacity(expected)
        ordinals.reserveCapacity(expected + 1)
        var ordinal: Int32 = 0
        Self.each(in: bytes) { start, end, hash, isCounted in
            if isCounted { ordinal += 1 }
            hashes.append(hash)
            starts.append(Int32(truncatingIfNeeded: start))
            ends.append(Int32(truncatingIfNeeded: end))
            ordinals.append(ordinal)
        }
    }

    /// The hashes alone, appended to others.
    package static func append(_ text: String, to hashes: inout [UInt32]) {
        var text = text
        text.withUTF8 { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Int(Int32.max) - 1))
            hashes.reserveCapacity(max(hashes.count + bytes.count / 4, hashes.capacity))
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: atOnce) { some in
                var count = 0
                each(in: bytes) { _, _, hash, _ in
                    some[count] = hash
                    count &+= 1
                    if count == atOnce {
                        hashes.append(contentsOf: some)
                        count = 0
                    }
                }
                hashes.append(contentsOf: some[..<count])
            }
        }
    }

    private static let atOnce = 1024

    /// How many code tokens a stretch of tokens is.
    package func weight(of tokens: Range<Int>) -> Int { Int(ordinals[tokens.upperBound] - ordinals[tokens.lowerBound]) }

    @inline(__always)
    private static func each(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ take: (_ start: Int, _ end: Int, _ hash: UInt32, _ isCounted: Bool) -> Void
    ) {
        classes.withUnsafeBufferPointer { classes in
            var base = 0
            /// Where a word begins that goes on beyond its block; -1 for none.
            var open = -1
            /// The byte behind the last sign.
            var behindSign = -1
            while base < bytes.count {
                // A block of 64 bytes is two numbers: whose bit is set is a word's byte, or a sign.
                var (words, signs) = (UInt64(0), UInt64(0))
                for place in 0..<min(64, bytes.count &- base) {
                    let kind = UInt64(classes[Int(bytes[base &+ place])])
                    words |= (kind & 1) << UInt64(truncatingIfNeeded: place)
                    signs |= (kind >> 1) << UInt64(truncatingIfNeeded: place)
                }
                if open >= 0 {
                    let end = (~words).trailingZeroBitCount
                    if end == 64 {
                        base &+= 64
                        continue
                    }
                    take(open, base &+ end, folded(hash(bytes, open, base &+ end)), true)
                    open = -1
                    words &= ~0 << UInt64(truncatingIfNeeded: end)
                }
                var begins = words & ~(words << 1) | signs
                while begins != 0 {
                    let bit = begins.trailingZeroBitCount
                    begins &= begins &- 1
                    let place = base &+ bit
                    if (words >> UInt64(truncatingIfNeeded: bit)) & 1 != 0 {
                        let end = bit &+ (~(words >> UInt64(truncatingIfNeeded: bit))).trailingZeroBitCount
                        if end == 64 {
                            open = place
                        } else {
                            take(place, base &+ end, folded(hash(bytes, place, base &+ end)), true)
                        }
                    } else if !isOfDifference(place, in: bytes) {
                        let hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(bytes[place])) &* 0x100_0000_01B3
                        take(place, place &+ 1, folded(hash), behindSign != place)
                        behindSign = place &+ 1
                    }
                }
                base &+= 64
            }
            if open >= 0 { take(open, bytes.count, folded(hash(bytes, open, bytes.count)), true) }
        }
    }

    /// Whether a sign is the first of a line of a difference.
    @inline(__always)
    private static func isOfDifference(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let byte = bytes[place]
        return (byte == 0x2B || byte == 0x2D || byte == 0x3E) && (place == 0 || bytes[place - 1] == 0x0A)
            && !isItem(place, in: bytes)
    }

    /// "- word" begins an item of a list; a line of a difference goes on at once, or with its indent.
    private static func isItem(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        place + 2 < bytes.count && bytes[place + 1] == 0x20 && bytes[place + 2] > 0x20
    }

    /// Of a word: eight bytes at a time, for most words are no longer.
    @inline(__always)
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: end &- start) &* 0xCBF2_9CE4_8422_2325
        var place = start
        while end &- place > 8 {
            let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            hash = (hash ^ eight) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            place &+= 8
        }
        // The first byte stands lowest, nothing behind the last.
        var beyond = UInt64(truncatingIfNeeded: (8 &- (end &- place)) &* 8)
        var rest: UInt64 = 0
        if place &+ 8 <= bytes.count {
            rest = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) << beyond
        } else {
            while place < end {
                rest |= UInt64(bytes[place]) << beyond
                beyond &+= 8
                place &+= 1
            }
        }
        return (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    private static func folded(_ hash: UInt64) -> UInt32 {
        let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32) | 1
    }

    private static let blank: UInt8 = 0
    private static let word: UInt8 = 1
    private static let sign: UInt8 = 2

    private static let classes: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: word
        // , ; ( ) and quotes
        case 0...0x20, 0x7F, 0x2C, 0x3B, 0x28, 0x29, 0x22, 0x27, 0x60: blank
        default: sign
        }
    }
}
