/// How much two sequences of tokens have in common: exactly, 64 cells of the textbook's table at a time.
///
///     TokenDistance.common(generated, merged)   // the length of their longest common subsequence
///     TokenDistance.edits(generated, merged)    // Levenshtein's distance
///
/// Time grows with the product of the lengths, by 64; longer sequences than `most` are cut.
package enum TokenDistance {
    /// So many tokens of each are looked at.
    package static let most = 50_000

    /// The length of the longest common subsequence (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
    package static func common(_ one: [UInt64], _ other: [UInt64]) -> Int {
        let (pair, same) = trimmed(one, other)
        guard !pair.0.isEmpty, !pair.1.isEmpty else { return same }
        let places = Places(pair.0)
        // A bit is taken out for each token that the subsequence has come to.
        var open = [UInt64](repeating: .max, count: places.words)
        for token in pair.1 {
            guard let row = places.row(of: token) else { continue }
            var carry: UInt64 = 0
            for word in 0..<places.words {
                let value = open[word]
                let hits = value & places.bits[row + word]
                let (half, first) = value.addingReportingOverflow(hits)
                let (sum, second) = half.addingReportingOverflow(carry)
                carry = first || second ? 1 : 0
                open[word] = sum | (value & ~hits)
            }
        }
        let left = pair.0.count % 64
        let last = left == 0 ? UInt64.max : (1 << UInt64(left)) - 1
        var count = same
        for word in open.indices { count += (~open[word] & (word == open.count - 1 ? last : .max)).nonzeroBitCount }
        return count
    }

    /// How many tokens must be put in, taken out or changed to make one of the other (G. Myers, "A fast bit-vector algorithm
    /// for approximate string matching based on dynamic programming", 1999; in blocks as of Hyyrö 2003).
    package static func edits(_ one: [UInt64], _ other: [UInt64]) -> Int {
        let (pair, _) = trimmed(one, other)
        guard !pair.0.isEmpty, !pair.1.isEmpty else { return max(pair.0.count, pair.1.count) }
        let places = Places(pair.0)
        var more = [UInt64](repeating: .max, count: places.words)
        var less = [UInt64](repeating: 0, count: places.words)
        let last = UInt64(1) << UInt64((pair.0.count - 1) % 64)
        var score = pair.0.count
        for token in pair.1 {
            let row = places.row(of: token)
            // The table's first row grows by one at each step.
            var (up, down): (UInt64, UInt64) = (1, 0)
            for word in 0..<places.words {
                var equal = row.map { places.bits[$0 + word] } ?? 0
                let (plus, minus) = (more[word], less[word])
                let vertical = equal | minus
                equal |= down
                let horizontal = (((equal & plus) &+ plus) ^ plus) | equal
                var rise = minus | ~(horizontal | plus)
                var fall = plus & horizontal
                if word == places.words - 1 {
                    if rise & last != 0 { score += 1 } else if fall & last != 0 { score -= 1 }
                }
                let (nextUp, nextDown) = (rise >> 63, fall >> 63)
                rise = rise << 1 | up
                fall = fall << 1 | down
                (up, down) = (nextUp, nextDown)
                more[word] = fall | ~(vertical | rise)
                less[word] = rise & vertical
            }
        }
        return score
    }

    /// Without what both begin and end with.
    private static func trimmed(
        _ one: [UInt64], _ other: [UInt64]
    ) -> ((ArraySlice<UInt64>, ArraySlice<UInt64>), same: Int) {
        var (first, second) = (one.prefix(most), other.prefix(most))
        let whole = first.count
        while let a = first.first, a == second.first {
            first = first.dropFirst()
            second = second.dropFirst()
        }
        while let a = first.last, a == second.last {
            first = first.dropLast()
            second = second.dropLast()
        }
        return ((first, second), whole - first.count)
    }

    /// For each kind of token the places at which a sequence has it, one bit each.
    private struct Places {
        let words: Int
        private(set) var bits: [UInt64] = []
        private var rows: [UInt64: Int] = [:]

        init(_ tokens: ArraySlice<UInt64>) {
            let width = (tokens.count + 63) / 64
            words = width
            for (place, token) in tokens.enumerated() {
                let row = rows[token] ?? bits.count
                if row == bits.count {
                    bits += repeatElement(0, count: width)
                    rows[token] = row
                }
                bits[row + place / 64] |= 1 << UInt64(place % 64)
            }
        }

        func row(of token: UInt64) -> Int? { rows[token] }
    }
}
