import Syntax
import Testing

struct FragmentTests {
    @Test(arguments: [
        ("python", "x = 'cut off\ny = 1", "identifier‹x› = string‹'cut off›\nidentifier‹y› = number‹1›"),
        ("python", "x = \"\"\"to the\nend", "identifier‹x› = string‹\"\"\"to the⏎› string‹end›"),
        ("python", "'a\\\nb' + c", "string‹'a\\⏎› string‹b'› + identifier‹c›"),
        ("javascript", "f(\"cut\n, /a/)", "function‹f› ( string‹\"cut›\n, regex‹/a/› )"),
        ("javascript", "/* to the\nend", "comment‹/* to the⏎› comment‹end›"),
        ("javascript", "</b>;\nx = a / b", "</ tag‹b› > ;\nidentifier‹x› = identifier‹a› / identifier‹b›"),
        ("javascript", "} / 2\n) / 2\n] / 2 / 3", "} / number‹2›\n) / number‹2›\n] / number‹2› / number‹3›"),
        ("typescript", "x: string }\ny", "identifier‹x› : type‹string› }\nidentifier‹y›"),
        ("go", "'cut\nx", "string‹'cut›\nidentifier‹x›"),
        ("swift", "\"cut\\\nx", "string‹\"cut\\›\nidentifier‹x›"),
        ("swift", "\"cut \\(a\nb", "string‹\"cut › interpolation‹\\(› identifier‹a›\nidentifier‹b›"),
    ])
    func `what a fragment leaves open ends with its line, or with the text`(
        language: String, text: String, stream: String
    ) throws {
        let lexicon = try #require(Lexicon.named(language))
        #expect(TokenStream.of(text, lexicon) == stream)
    }

    @Test(arguments: [
        ("python", "Reads the file, it's said.\n\n    Args: path\n    \"\"\"\n    return \"\"\"a\"\"\"\n", "return"),
        ("javascript", " * Somebody's words.\n */\nfunction load() {}\n", "function"),
        ("typescript", "an SQL text where a = ${b}\n`;\nconst c = `d`;\n", "const"),
        ("go", "words of a comment */\npackage main\n", "package"),
        ("swift", "  the words of a text\n  \"\"\"\nlet a = 1\n", "let"),
    ])
    func `a fragment that begins inside of a comment or string is seen to do so`(
        language: String, text: String, word: String
    ) throws {
        let lexicon = try #require(Lexicon.named(language))
        let stream = TokenStream.of(text, lexicon, from: lexicon.likelyStart(of: text))
        #expect(stream.hasPrefix("string‹") || stream.hasPrefix("comment‹"))
        #expect(stream.contains("keyword‹\(word)›"), "\(stream)")
    }

    @Test(arguments: Lexicon.languages)
    func `a fragment of prose is no code, though no delimiter says so`(language: String) throws {
        let lexicon = try #require(Lexicon.named(language))
        let text = "  Gives the first of the words that were found,\n  or none where the list is empty.\n"
        let kinds = lexicon.tokens(in: text, from: lexicon.likelyStart(of: text)).map(\.kind)
        #expect(kinds == [.string, .string] || kinds == [.comment, .comment])
    }

    @Test(arguments: Fixture.all)
    func `whole code is taken to begin as code`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        #expect(lexicon.likelyStart(of: fixture.text) == LexerState())
    }
}
