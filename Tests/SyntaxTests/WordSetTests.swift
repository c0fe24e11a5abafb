import Syntax
import Testing

/// What a set of words says no to, the text has not got.
@Suite struct WordSetTests {
    @Test(arguments: ["", "a", "return order.total", "x=1;y_2=«naïve»+Zoë\n\tdef f(self):", "tail_word"])
    func `Every word of a text is in it, and hardly another`(text: String) throws {
        let set = WordSet(text)
        let words = text.utf8.split {
            !($0 == 0x5F || (0x30...0x39).contains($0) || ((0x41...0x5A).contains($0 & 0xDF)))
        }
        for word in words where !(0x30...0x39).contains(word.first!) {
            #expect(set.contains(try #require(WordSet.hash(of: word))))
        }
        let strangers = (0..<1000).count { set.contains(WordSet.hash(of: "stranger\($0)".utf8)!) }
        #expect(strangers < 60)
    }

    @Test func `A long text does not make it say yes to all`() throws {
        let set = WordSet((0..<20_000).map { "word\($0)" }.joined(separator: " "))
        #expect((0..<1000).count { set.contains(WordSet.hash(of: "stranger\($0)".utf8)!) } < 150)
    }

    @Test(arguments: ["", "1st", "a-b", "naïve", "\"x\"", "a b"])
    func `What is no word, or may be a part of a number, has none`(text: String) {
        #expect(WordSet.hash(of: text.utf8) == nil)
    }
}
