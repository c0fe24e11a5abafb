import Syntax
import Testing

struct TilingTests {
    private static let languages = Lexicon.languages + ["general"]

    @Test(arguments: languages)
    func `every byte of any text belongs to one token, and reading by lines gives the same`(language: String) throws {
        let lexicon = try #require(language == "general" ? .general : Lexicon.named(language))
        var dice = Dice(seed: 11)
        for _ in 0..<300 { check(noise(&dice), lexicon) }
    }

    @Test(arguments: Fixture.all)
    func `so it is with code that was cut, spliced and spoilt`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        let others = Fixture.all.map { Array($0.text.utf8) }
        var dice = Dice(seed: 12)
        check(Array(fixture.text.utf8), lexicon)
        for _ in 0..<200 {
            var bytes = Array(fixture.text.utf8)
            for _ in 0...dice.roll(4) { spoil(&bytes, others, &dice) }
            check(bytes, lexicon)
        }
    }

    @Test(arguments: languages)
    func `what nests without end is read all the same`(language: String) throws {
        let lexicon = try #require(language == "general" ? .general : Lexicon.named(language))
        for piece in [
            "f\"{", "`${", "\"\\(", "<a>{", "<a b={", "/*", "(", "{", "/[", "f\"{a:{", "#", "#\"", "#/", "\\\n",
            "\"${", "\"#{", "\"{$", "$(", "\"$(", "`", "$\"{", "$@\"{", "<?", "?>", "<a <?", "<<A ", "<<A\n", "<<<A\n",
            "%w[",
            "%Q{#{", "R\"(", "r#\"", "$$", "as $$", "$a$", "'", "''", "- ", "a: |\n ", "[", "&a ", "a: ", "? ",
            "=begin\n", "\"",
            "\"\"\"", "$\"\"\"{", "|\n",
        ] {
            check(Array(String(repeating: piece, count: 3_000).utf8), lexicon, everyLine: false)
        }
    }

    // MARK: Checks

    private func check(_ bytes: [UInt8], _ lexicon: Lexicon, everyLine: Bool = true) {
        let (whole, end) = tokens(bytes, lexicon, from: LexerState())
        var position = 0
        for token in whole {
            #expect(token.range.lowerBound == position && !token.range.isEmpty)
            position = token.range.upperBound
        }
        #expect(position == bytes.count, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        guard everyLine else { return }

        var byLines: [Token] = []
        var state = LexerState()
        var start = 0
        while start < bytes.count {
            let next = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let (line, after) = tokens(Array(bytes[start..<next]), lexicon, from: state)
            byLines += line.map { Token($0.kind, $0.range.lowerBound + start..<$0.range.upperBound + start) }
            state = after
            start = next
        }
        #expect(byLines == whole, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        #expect(state == end)
    }

    private func tokens(_ bytes: [UInt8], _ lexicon: Lexicon, from start: LexerState) -> ([Token], LexerState) {
        bytes.withUnsafeBufferPointer { buffer in
            var lexer = Lexer(lexicon, buffer, from: start)
            var tokens: [Token] = []
            while let token = lexer.next() { tokens.append(token) }
            return (tokens, lexer.state)
        }
    }

    // MARK: Noise

    private static let signs = Array("\"'`\\/*#${}()[]<>=:;,.@!?+-&|%~\n\r\t rfbuw0x1e_aZR".utf8)

    private func noise(_ dice: inout Dice) -> [UInt8] {
        let isSigns = dice.roll(3) > 0
        return (0..<dice.roll(200)).map { _ in
            isSigns && dice.roll(20) > 0 ? Self.signs[dice.roll(Self.signs.count)] : UInt8(dice.roll(256))
        }
    }

    private func spoil(_ bytes: inout [UInt8], _ others: [[UInt8]], _ dice: inout Dice) {
        let place = dice.roll(bytes.count + 1)
        switch dice.roll(4) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(30)))
        case 1: bytes.insert(Self.signs[dice.roll(Self.signs.count)], at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8(dice.roll(256))
        default:
            let other = others[dice.roll(others.count)]
            let start = dice.roll(other.count)
            bytes.insert(contentsOf: other[start..<min(other.count, start + dice.roll(60))], at: place)
        }
    }
}
