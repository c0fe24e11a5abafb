package import Provenance

/// The SHA-256 of bytes (FIPS 180-4), at once or piece by piece.
///
///     SHA256.hash("abc").hex        // "ba7816bf…"
package struct SHA256 {
    private var state = State()
    private var tail: [UInt8] = []
    private var length: UInt64 = 0

    package init() {}

    /// Most texts are ids of less than a block: nothing is kept, so nothing is allocated.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var state = State()
        let whole = bytes.count & ~63
        state.compress(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
        return state.finished(by: UnsafeRawBufferPointer(rebasing: bytes[whole...]), length: UInt64(bytes.count))
    }

    /// The hash of the text's UTF-8.
    package static func hash(_ text: String) -> Digest {
        var text = text
        return text.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !tail.isEmpty {
            let missing = rest.prefix(64 - tail.count)
            tail.append(contentsOf: missing)
            rest = rest.dropFirst(missing.count)
            guard tail.count == 64 else { return }
            tail.withUnsafeBytes { state.compress($0) }
            tail.removeAll(keepingCapacity: true)
        }
        let whole = rest.prefix(rest.count & ~63)
        state.compress(UnsafeRawBufferPointer(rebasing: whole))
        tail.append(contentsOf: rest.dropFirst(whole.count))
    }

    /// The hash of all that was given; the value itself can go on with more.
    package func finish() -> Digest {
        tail.withUnsafeBytes { state.finished(by: $0, length: length) }
    }

    private struct State {
        /// 5.3.3
        var words: SIMD8<UInt32> = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]

        /// The digest once less than a block is left of `length` bytes.
        func finished(by tail: UnsafeRawBufferPointer, length: UInt64) -> Digest {
            // 5.1.1: a one bit, zeros up to 8 bytes short of a block, the length in bits.
            let size = tail.count < 56 ? 64 : 128
            return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { last in
                last.copyMemory(from: tail)
                last[tail.count] = 0x80
                for place in tail.count + 1..<size - 8 { last[place] = 0 }
                last.storeBytes(of: (length &* 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
                var state = self
                state.compress(UnsafeRawBufferPointer(last))
                return Digest(words: state.words)
            }
        }

        /// 6.2.2, for each whole block. `w` is the message schedule, of which sixteen words are enough at a time.
        mutating func compress(_ bytes: UnsafeRawBufferPointer) {
            guard var block = bytes.baseAddress, bytes.count >= 64 else { return }
            var words = self.words
            SHA256.constants.withUnsafeBufferPointer { constants in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
                    guard let k = constants.baseAddress, let w = schedule.baseAddress else { return }
                    for _ in 0..<bytes.count / 64 {
                        Self.compress(block, into: &words, k, w)
                        block += 64
                    }
                }
            }
            self.words = words
        }

        @inline(__always)
        private static func compress(
            _ block: UnsafeRawPointer, into words: inout SIMD8<UInt32>, _ k: UnsafePointer<UInt32>,
            _ w: UnsafeMutablePointer<UInt32>
        ) {
            var (a, b, c, d) = (words[0], words[1], words[2], words[3])
            var (e, f, g, h) = (words[4], words[5], words[6], words[7])
            for t in 0..<16 { w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: t &* 4, as: UInt32.self)) }
            var t = 0
            // Sixteen rounds at a time: the variables change their parts instead of their values, and the schedule is
            // carried on in place as soon as a word of it has been used.
            while true {
                round(a, b, c, &d, e, f, g, &h, k[t] &+ w[0])
                round(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[1])
                round(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[2])
                round(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[3])
                round(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[4])
                round(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[5])
                round(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[6])
                round(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[7])
                round(a, b, c, &d, e, f, g, &h, k[t &+ 8] &+ w[8])
                round(h, a, b, &c, d, e, f, &g, k[t &+ 9] &+ w[9])
                round(g, h, a, &b, c, d, e, &f, k[t &+ 10] &+ w[10])
                round(f, g, h, &a, b, c, d, &e, k[t &+ 11] &+ w[11])
                round(e, f, g, &h, a, b, c, &d, k[t &+ 12] &+ w[12])
                round(d, e, f, &g, h, a, b, &c, k[t &+ 13] &+ w[13])
                round(c, d, e, &f, g, h, a, &b, k[t &+ 14] &+ w[14])
                round(b, c, d, &e, f, g, h, &a, k[t &+ 15] &+ w[15])
                t &+= 16
                if t == 64 { break }
                extend(w, 0, 1, 9, 14)
                extend(w, 1, 2, 10, 15)
                extend(w, 2, 3, 11, 0)
                extend(w, 3, 4, 12, 1)
                extend(w, 4, 5, 13, 2)
                extend(w, 5, 6, 14, 3)
                extend(w, 6, 7, 15, 4)
                extend(w, 7, 8, 0, 5)
                extend(w, 8, 9, 1, 6)
                extend(w, 9, 10, 2, 7)
                extend(w, 10, 11, 3, 8)
                extend(w, 11, 12, 4, 9)
                extend(w, 12, 13, 5, 10)
                extend(w, 13, 14, 6, 11)
                extend(w, 14, 15, 7, 12)
                extend(w, 15, 0, 8, 13)
            }
            words[0] &+= a
            words[1] &+= b
            words[2] &+= c
            words[3] &+= d
            words[4] &+= e
            words[5] &+= f
            words[6] &+= g
            words[7] &+= h
        }

        /// W(t) = σ1(W(t-2)) + W(t-7) + σ0(W(t-15)) + W(t-16), in the place of the last.
        @inline(__always)
        private static func extend(_ w: UnsafeMutablePointer<UInt32>, _ t: Int, _ t15: Int, _ t7: Int, _ t2: Int) {
            let x = w[t15]
            let y = w[t2]
            let small0 = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ x &>> 3
            let small1 = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ y &>> 10
            w[t] = w[t] &+ small0 &+ w[t7] &+ small1
        }

        @inline(__always)
        private static func round(
            _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
            _ h: inout UInt32, _ input: UInt32
        ) {
            let big1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
            let first = h &+ big1 &+ (g ^ (e & (f ^ g))) &+ input
            let big0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
            d = d &+ first
            h = first &+ big0 &+ ((a & b) | (c & (a | b)))
        }
    }

    /// 4.2.2
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
