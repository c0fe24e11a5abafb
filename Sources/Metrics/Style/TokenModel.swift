#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Says how expected code is to one who knows a repository: a model of three tokens in a row, with a memory of the text that
/// is read.
///
/// p(t | r s) = .40 n(rst)/n(rs) + .25 n(st)/n(s) + .20 n(t)/N + .14 m(t)/M + .01/(V + 1): n counts the rows of the training,
/// m those of the last M ≤ 2,000 tokens of the text itself, V the different tokens (interpolation: Jelinek and Mercer 1980; the
/// memory: Tu, Su and Devanbu, FSE 2014). A row that was never begun leaves its weight to the next shorter one. The weights are
/// fixed, so that figures can be compared.
package struct TokenModel: Sendable {
    private var ones: [UInt64: Int32] = [:]
    private var twos: [UInt64: Int32] = [:]
    private var threes: [UInt64: Int32] = [:]
    private var total = 0

    /// How many tokens it was trained on; what comes beyond is not taken.
    package var count: Int { total }
    package static let most = 3_000_000

    package init() {}

    package mutating func train(on tokens: [UInt64]) {
        guard total < Self.most else { return }
        for place in tokens.indices {
            ones[tokens[place], default: 0] += 1
            guard place > 0 else { continue }
            twos[Self.key(tokens[place - 1], tokens[place]), default: 0] += 1
            guard place > 1 else { continue }
            threes[Self.key(tokens[place - 2], tokens[place - 1], tokens[place]), default: 0] += 1
        }
        total += tokens.count
    }

    static let weights = (three: 0.4, two: 0.25, one: 0.2, memory: 0.14, unseen: 0.01)
    static let memory = 2000

    /// Bits of a text in all: divided by its tokens, its cross-entropy. Nothing is learnt by it.
    package func bits(of tokens: [UInt64]) -> Double {
        let unseen = 1 / Double(ones.count + 1)
        var recent: [UInt64: Int] = [:]
        var bits = 0.0
        for place in tokens.indices {
            let token = tokens[place]
            // What a longer row does not know is left to the shorter one.
            var share = Self.weights.unseen * unseen
            var open = 0.0
            if place > 1 {
                let before = twos[Self.key(tokens[place - 2], tokens[place - 1])] ?? 0
                if before > 0 {
                    let all = threes[Self.key(tokens[place - 2], tokens[place - 1], token)] ?? 0
                    share += Self.weights.three * Double(all) / Double(before)
                } else {
                    open += Self.weights.three
                }
            } else {
                open += Self.weights.three
            }
            if place > 0, let before = ones[tokens[place - 1]], before > 0 {
                let all = twos[Self.key(tokens[place - 1], token)] ?? 0
                share += (Self.weights.two + open) * Double(all) / Double(before)
                open = 0
            } else {
                open += Self.weights.two
            }
            var rest = Self.weights.one + open
            if place > 0 {
                share += Self.weights.memory * Double(recent[token] ?? 0) / Double(min(place, Self.memory))
            } else {
                rest += Self.weights.memory
            }
            share += total > 0 ? rest * Double(ones[token] ?? 0) / Double(total) : rest * unseen
            bits -= log2(share)
            recent[token, default: 0] += 1
            if place >= Self.memory {
                let old = tokens[place - Self.memory]
                recent[old] = (recent[old] ?? 1) - 1
            }
        }
        return bits
    }

    private static func key(_ one: UInt64, _ two: UInt64) -> UInt64 {
        var hash = (one &* 0x9E37_79B9_7F4A_7C15) ^ (two >> 1)
        hash = (hash ^ hash >> 31) &* 0xBF58_476D_1CE4_E5B9
        return (hash ^ two) &* 0x94D0_49BB_1331_11EB
    }

    private static func key(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 { key(key(one, two), three) }
}
