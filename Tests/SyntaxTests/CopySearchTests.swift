import Testing

@testable import Syntax

/// What was copied is found where it stood, and nothing else is called a copy.
struct CopySearchTests {
    /// Words that look like code, none of which another seed has.
    private static func code(_ seed: Int, _ count: Int) -> [String] {
        (0..<count).map { $0 % 5 == 4 ? "name\(seed)_\($0) =" : "call\(seed)_\($0)(" }
    }

    private func copies(_ text: String, of sources: [String]) -> [Copy] {
        var search = CopySearch()
        for source in sources { search.add(source) }
        return search.copies(in: WordStream(text))
    }

    @Test(arguments: 12..<30)
    func `A copy of twelve tokens or more is found wherever it begins`(count: Int) {
        let source = Self.code(1, 200)
        for start in 0..<40 {
            let text = Self.code(2, 30) + source[start..<start + count] + Self.code(3, 30)
            let found = copies(
                text.joined(separator: "\n"),
                of: [Self.code(9, 50).joined(separator: " "), source.joined(separator: " ")])
            #expect(found.count == 1)
            #expect(found.first?.source == 1)
            let words = WordStream(text.joined(separator: "\n"))
            #expect(found.first.map { words.weight(of: $0.tokens) >= count } == true)
        }
    }

    @Test func `Eleven tokens are no copy`() {
        let source = (0..<60).map { "word\($0)" }
        let text = Self.code(2, 20) + source[10..<21] + Self.code(3, 20)
        #expect(copies(text.joined(separator: " "), of: [source.joined(separator: " ")]).isEmpty)
        let more = Self.code(2, 20) + source[10..<22] + Self.code(3, 20)
        #expect(copies(more.joined(separator: " "), of: [source.joined(separator: " ")]).count == 1)
    }

    @Test func `Of several places the longest counts, and of equal ones the latest`() {
        let source = Self.code(1, 60)
        let (long, short) = (source[0..<40].joined(separator: " "), source[10..<30].joined(separator: " "))
        let text = source[5..<38].joined(separator: " ")
        #expect(copies(text, of: [long, short]).map(\.source) == [0])
        #expect(copies(text, of: [long, short, long]).map(\.source) == [2])
        var search = CopySearch()
        for source in [long, short] { search.add(source) }
        // What the model no longer sees is not looked at.
        #expect(search.copies(in: WordStream(text), from: 1).map(\.source) == [1])
    }

    @Test func `Layout, quotes and the marks of a difference are no difference`() {
        let source =
            "def refund(order, amount):\n    if order.total < amount:\n        raise TooMuch('no', order.id)\n    return bank.pay(order)"
        let text =
            "+def refund( order , amount ) :\n+  if order.total<amount:\n+    raise TooMuch(\"no\",\n order.id)\n+  return bank.pay(order)"
        let found = copies(text, of: [source])
        #expect(found.map(\.tokens) == [0..<WordStream(source).count])
    }

    @Test func `A match that runs on into another one gives way to it token by token`() {
        let (first, second) = (Self.code(1, 40), Self.code(2, 40))
        let text = (first[0..<20] + second[0..<30]).joined(separator: " ")
        let found = copies(text, of: [first.joined(separator: " "), second.joined(separator: " ")])
        #expect(found.map(\.source) == [0, 1])
        #expect(found[0].tokens.upperBound == found[1].tokens.lowerBound)
    }

    @Test func `Rulers and rows of one number are nobody's`() {
        let ruler = String(repeating: "|---|---", count: 40) + String(repeating: " 0, 0,", count: 60)
        #expect(copies(ruler, of: [ruler]).isEmpty)
    }

    @Test func `Sources that repeat themselves a thousand times do not slow it down for ever`() {
        let line = Self.code(1, 30).joined(separator: " ")
        var search = CopySearch()
        for _ in 0..<1000 { search.add(line) }
        let text = WordStream(Array(repeating: line, count: 200).joined(separator: "\n"))
        let found = search.copies(in: text)
        #expect(found.reduce(0) { $0 + $1.tokens.count } == text.count)
        #expect(found.allSatisfy { $0.source == 999 })
    }
}
