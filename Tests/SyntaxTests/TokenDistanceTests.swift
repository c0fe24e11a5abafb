import Syntax
import Testing

/// Bits in place of the textbook's tables.
@Suite struct TokenDistanceTests {
    /// The textbook's own tables.
    private func tables(_ one: [UInt64], _ other: [UInt64]) -> (common: Int, edits: Int) {
        var common = [Int](repeating: 0, count: other.count + 1)
        var edits = Array(0...other.count)
        for a in one {
            var (next, rest) = (common, edits)
            rest[0] = edits[0] + 1
            for (place, b) in other.enumerated() {
                next[place + 1] = a == b ? common[place] + 1 : max(common[place + 1], next[place])
                rest[place + 1] = min(edits[place] + (a == b ? 0 : 1), edits[place + 1] + 1, rest[place] + 1)
            }
            (common, edits) = (next, rest)
        }
        return (common[other.count], edits[other.count])
    }

    @Test func itIsWhatTheTableSays() {
        var dice = Dice(seed: 3)
        for round in 0..<400 {
            let kinds = 2 + round % 9
            let one = (0..<dice.roll(200)).map { _ in UInt64(dice.roll(kinds)) }
            // Sometimes alike, sometimes not.
            var other = round.isMultiple(of: 3) ? (0..<dice.roll(180)).map { _ in UInt64(dice.roll(kinds)) } : one
            for _ in 0..<dice.roll(20) where !other.isEmpty { other[dice.roll(other.count)] = UInt64(dice.roll(kinds)) }
            let expected = tables(one, other)
            #expect(TokenDistance.common(one, other) == expected.common)
            #expect(TokenDistance.edits(one, other) == expected.edits)
        }
        #expect(TokenDistance.common([], [1]) == 0 && TokenDistance.edits([], [1, 2]) == 2)
        #expect(TokenDistance.edits([1, 2, 3], [1, 2, 3]) == 0)
    }
}
