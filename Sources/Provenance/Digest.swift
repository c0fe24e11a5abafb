/// The 32 bytes of a SHA-256.
package struct Digest: Hashable, Sendable {
    private let words: SIMD8<UInt32>

    package init(words: SIMD8<UInt32>) {
        self.words = words
    }

    package var bytes: [UInt8] { withBytes(Array.init) }

    /// The 32 bytes where they need not be kept.
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        var order = words
        for place in order.indices { order[place] = words[place].bigEndian }
        return try withUnsafeBytes(of: order, body)
    }

    /// 64 small hexadecimal digits.
    package var hex: String { hex(64) }

    /// The first of these digits.
    package func hex(_ count: Int) -> String {
        withBytes { bytes in
            String(unsafeUninitializedCapacity: count) { digits in
                for place in 0..<count {
                    let digit = place & 1 == 0 ? bytes[place / 2] >> 4 : bytes[place / 2] & 15
                    digits[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                }
                return count
            }
        }
    }

    /// Nil where there are not just 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = SIMD8<UInt32>()
        for (place, byte) in bytes.enumerated() { words[place / 4] = words[place / 4] << 8 | UInt32(byte) }
        self.words = words
    }

    /// Nil where the text is not 64 hexadecimal digits, of either case.
    package init?(hex: String) {
        guard hex.utf8.count == 64 else { return nil }
        var words = SIMD8<UInt32>()
        for (place, digit) in hex.utf8.enumerated() {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            words[place / 8] = words[place / 8] << 4 | UInt32(value)
        }
        self.words = words
    }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}
