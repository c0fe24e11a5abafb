import Syntax
import Testing

struct LineTests {
    @Test(arguments: Fixture.all)
    func `a line shown without its line end has the tokens it has in the file`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        var bare = LexerState()
        var whole = LexerState()
        for line in fixture.text.split(separator: "\n", omittingEmptySubsequences: false) {
            let shown = lexicon.tokens(inLine: line, from: &bare)
            let length = line.utf8.count
            let stored = lexicon.tokens(inLine: line + "\n", from: &whole).compactMap { token -> Token? in
                let range = token.range.clamped(to: 0..<length)
                return range.isEmpty ? nil : Token(token.kind, range)
            }
            #expect(shown == stored, "\(line)")
            #expect(bare == whole, "\(line)")
        }
    }

    @Test func `what a backslash joins to the line above begins no statement there`() throws {
        let dockerfile = try #require(Lexicon.named("dockerfile"))
        var state = LexerState()
        _ = dockerfile.tokens(inLine: #"RUN a && \"#, from: &state)
        #expect(dockerfile.tokens(inLine: "copy b", from: &state).first?.kind == .identifier)
        #expect(dockerfile.tokens(inLine: "copy b", from: &state).first?.kind == .keyword)
    }

    @Test func `a state says whether a string or comment is open`() throws {
        let swift = try #require(Lexicon.named("swift"))
        var state = LexerState()
        _ = swift.tokens(inLine: "let a = 1 /* one /* two", from: &state)
        #expect(state.isOpen)
        _ = swift.tokens(inLine: "*/ */ let b = \"cut", from: &state)
        #expect(!state.isOpen)
    }

    @Test func `YAML's keys are looked for as far as its standard says, so that a long line is read in one go`() throws
    {
        let yaml = try #require(Lexicon.named("yaml"))
        func first(_ count: Int) -> TokenKind? {
            yaml.tokens(in: String(repeating: "k", count: count) + ": v", from: LexerState()).first { _ in true }?.kind
        }
        #expect(first(1024) == .attribute)
        #expect(first(5000) == .identifier)
    }
}
