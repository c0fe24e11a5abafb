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
            each(in: bytes) { _, _, hash, _ in hashes.append(hash) }
        }
    }

    /// How many code tokens a stretch of tokens is.
    package func weight(of tokens: Range<Int>) -> Int { Int(ordinals[tokens.upperBound] - ordinals[tokens.lowerBound]) }

    @inline(__always)
    private static func each(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ take: (_ start: Int, _ end: Int, _ hash: UInt32, _ isCounted: Bool) -> Void
    ) {
        classes.withUnsafeBufferPointer { classes in
            var place = 0
            var isLineStart = true
            /// The byte behind the last sign.
            var behindSign = -1
            while place < bytes.count {
                let byte = bytes[place]
                switch classes[Int(byte)] {
                case word:
                    let start = place
                    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                    repeat {
                        hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
                        place += 1
                    } while place < bytes.count && classes[Int(bytes[place])] == word
                    take(start, place, folded(hash), true)
                    isLineStart = false
                case blank:
                    isLineStart = byte == 0x0A
                    place += 1
                default:
                    let isDifference =
                        isLineStart && (byte == 0x2B || byte == 0x2D || byte == 0x3E) && !isItem(place, in: bytes)
                    if !isDifference {
                        let hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(byte)) &* 0x100_0000_01B3
                        take(place, place + 1, folded(hash), behindSign != place)
                        behindSign = place + 1
                    }
                    isLineStart = false
                    place += 1
                }
            }
        }
    }

    /// "- word" begins an item of a list; a line of a difference goes on at once, or with its indent.
    private static func isItem(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        place + 2 < bytes.count && bytes[place + 1] == 0x20 && bytes[place + 2] > 0x20
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
