/// MurmurHash3 for 32 bits (x86), as Agent Trace names a range's text: `murmur3:9f2e8a1b`. No guard against forgery.
package enum Murmur3 {
    package static func hash(_ text: String, seed: UInt32 = 0) -> UInt32 {
        let bytes = Array(text.utf8)
        var hash = seed
        let whole = bytes.count & ~3
        for place in stride(from: 0, to: whole, by: 4) {
            let block = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
            hash ^= mixed(block)
            hash = (hash << 13 | hash >> 19) &* 5 &+ 0xE654_6B64
        }
        if whole < bytes.count {
            let tail = (0..<bytes.count - whole).reduce(UInt32(0)) { $0 | UInt32(bytes[whole + $1]) << UInt32(8 * $1) }
            hash ^= mixed(tail)
        }
        hash ^= UInt32(truncatingIfNeeded: bytes.count)
        hash = (hash ^ hash >> 16) &* 0x85EB_CA6B
        hash = (hash ^ hash >> 13) &* 0xC2B2_AE35
        return hash ^ hash >> 16
    }

    private static func mixed(_ block: UInt32) -> UInt32 {
        let block = block &* 0xCC9E_2D51
        return (block << 15 | block >> 17) &* 0x1B87_3593
    }
}
