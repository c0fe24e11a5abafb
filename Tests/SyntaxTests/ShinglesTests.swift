import Testing

@testable import Syntax

struct ShinglesTests {
    @Test
    func `texts that share twelve tokens in a row keep a shingle in common`() {
        var dice = Dice(seed: 11)
        let shared = Shingles.window + Shingles.k - 1
        for _ in 0..<400 {
            func noise() -> [UInt64] { (0..<dice.roll(60)).map { _ in UInt64(dice.roll(1 << 30)) } }
            let common = (0..<shared).map { _ in UInt64(dice.roll(40)) }
            let one = kept(noise() + common + noise())
            let other = kept(noise() + common + noise())
            #expect(!one.isDisjoint(with: other))
        }
    }

    @Test
    func `a fourth of the shingles is kept, and of a short text one`() {
        var dice = Dice(seed: 3)
        let tokens = (0..<20_000).map { _ in UInt64(dice.roll(1 << 30)) }
        let all = Shingles.all(tokens)
        #expect(Shingles.winnowed(all[...]).count < all.count * 3 / 10)
        #expect(Shingles.winnowed(Shingles.all([1, 2, 3, 4, 5])[...]) == [0])
        #expect(Shingles.all([1, 2, 3, 4]).isEmpty)
        #expect(Shingles.winnowed([]) == [])
    }

    private func kept(_ tokens: [UInt64]) -> Set<UInt32> {
        let all = Shingles.all(tokens)
        return Set(Shingles.winnowed(all[...]).map { all[$0] })
    }
}
