import Testing

@testable import Syntax

struct TokenDifferenceTests {
    @Test
    func `an edit inserts what was not there`() {
        #expect(inserted("a = f(x)", "a = f(x, timeout)") == ["timeout"])
        #expect(inserted("let x = 1\nuse(x)", "let y = 1\nuse(y)") == ["y", "y"])
        #expect(inserted("one two three", "one three") == [])
        #expect(inserted("", "one two") == ["one", "two"])
    }

    @Test
    func `a function put behind another one is inserted from its own first line on`() {
        let before = "def one(a):\n    return a\n\nx = 1\n"
        let after = "def one(a):\n    return a\n\ndef two(b):\n    return a\n\nx = 1\n"
        #expect(inserted(before, after) == ["def", "two", "b", ":", "return", "a"])
    }

    @Test
    func `what agrees by chance amid a rewrite counts as inserted`() {
        let before = "def total(self):\n    return self.price * self.count\n"
        let after = "def check(order):\n    if order.is_open:\n        return fee(order, 4)\n    raise Closed(order)\n"
        #expect(inserted(before, after).contains("return"))
        #expect(inserted(before, after).count >= 14)
    }

    @Test
    func `the inserted tokens and those kept make up the text, whatever was cut and moved`() {
        var dice = Dice(seed: 17)
        for round in 0..<60 {
            let size = round < 50 ? 400 : 20_000
            var old = (0..<dice.roll(size)).map { _ in UInt64(dice.roll(300)) }
            let kept = old
            for _ in 0..<dice.roll(20) where !old.isEmpty {
                let place = dice.roll(old.count)
                switch dice.roll(3) {
                case 0: old.remove(at: place)
                case 1: old.insert(UInt64(1000 + dice.roll(50)), at: place)
                default: old[place] = UInt64(2000 + dice.roll(50))
                }
            }
            let difference = TokenDifference(from: kept, to: old)
            var last: Int32 = -1
            for (place, origin) in difference.origins.enumerated() where origin >= 0 {
                #expect(kept[Int(origin)] == old[place])
                #expect(origin > last)
                last = origin
            }
            #expect(difference.insertions <= 200)
        }
    }

    @Test
    func `texts without anything in common, however long, take no long time`() {
        let old = (0..<200_000).map { UInt64($0 % 7) }
        let new = (0..<200_000).map { UInt64($0 % 7 + 100) }
        #expect(TokenDifference(from: old, to: new).insertions == new.count)
    }

    private func inserted(_ before: String, _ after: String) -> [String] {
        let old = CodeStream(before, language: "python")
        let new = CodeStream(after, language: "python")
        let bytes = Array(after.utf8)
        return zip(0..., TokenDifference(from: old, to: new).origins).filter { $0.1 < 0 }.map {
            String(decoding: bytes[Int(new.starts[$0.0])..<Int(new.ends[$0.0])], as: UTF8.self)
        }
    }
}
