import Provenance
import Text

/// What git calls the bytes of a file: a hash of `blob`, their number and themselves.
package enum BlobName {
    /// - Parameter id: a name of the same repository, whose length tells which hash it uses.
    package static func of(_ bytes: [UInt8], like id: String) -> String {
        name(Array("blob \(bytes.count)\u{0}".utf8) + bytes, like: id)
    }

    /// The tree without files, which git knows in every repository.
    package static func emptyTree(like id: String) -> String { name(Array("tree 0\u{0}".utf8), like: id) }

    private static func name(_ whole: [UInt8], like id: String) -> String {
        if id.count == 64 { return whole.withUnsafeBytes { SHA256.hash($0).hex } }
        return sha1(whole).map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// FIPS 180-4; git's names rest on it, nothing that has to be safe does.
    private static func sha1(_ bytes: [UInt8]) -> [UInt32] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        var tail = Array(bytes[(bytes.count & ~63)...]) + [0x80]
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        var words = [UInt32](repeating: 0, count: 80)
        bytes.withUnsafeBufferPointer { buffer in
            for block in stride(from: 0, to: bytes.count & ~63, by: 64) {
                compress(buffer[block..<block + 64], &state, &words)
            }
        }
        tail.withUnsafeBufferPointer { buffer in
            for block in stride(from: 0, to: tail.count, by: 64) {
                compress(buffer[block..<block + 64], &state, &words)
            }
        }
        return state
    }

    private static func compress(
        _ block: Slice<UnsafeBufferPointer<UInt8>>, _ state: inout [UInt32], _ words: inout [UInt32]
    ) {
        let start = block.startIndex
        for place in 0..<16 {
            let at = start + place * 4
            words[place] =
                UInt32(block.base[at]) << 24 | UInt32(block.base[at + 1]) << 16 | UInt32(block.base[at + 2]) << 8
                | UInt32(block.base[at + 3])
        }
        for place in 16..<80 {
            words[place] = rotated(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for place in 0..<80 {
            let (mix, key): (UInt32, UInt32) =
                switch place {
                case ..<20: (b & c | ~b & d, 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotated(a, 5) &+ mix &+ e &+ key &+ words[place]
            (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    private static func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 { word << by | word >> (32 - by) }
}
