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
        ("java", "'cut\nx", "string‹'cut›\nidentifier‹x›"),
        (
            "kotlin", "\"cut $a ${b\nc",
            "string‹\"cut › identifier‹$a› string‹ › interpolation‹${› identifier‹b›\nidentifier‹c›"
        ),
        ("rust", "r#\"to \"\nend", "string‹r#\"to \"⏎› string‹end›"),
        ("rust", "'\\''; 'a; '(", "string‹'\\''› ; attribute‹'a› ; unknown‹'› ("),
        ("cpp", "R\"a(to )b\"\nend", "string‹R\"a(to )b\"⏎› string‹end›"),
        ("csharp", "$\"cut {a\nb", "string‹$\"cut › interpolation‹{› identifier‹a›\nidentifier‹b›"),
        (
            "ruby", "x = <<~A\n to #{b}\nend",
            "identifier‹x› = string‹<<~A›\nstring‹ to › interpolation‹#{› identifier‹b› interpolation‹}› string‹⏎› string‹end›"
        ),
        ("ruby", "x = a <<b\n%w[to\nend", "identifier‹x› = identifier‹a› << identifier‹b›\nstring‹%w[to⏎› string‹end›"),
        (
            "php", "?>\n<b a='<?= $c ?>\nd'",
            "directive‹?>›\n< tag‹b› attribute‹a› = string‹'› directive‹<?=› identifier‹$c› directive‹?>›\nstring‹d'›"
        ),
        (
            "shell", "cat <<'A' $(b\nto $c\nend",
            "function‹cat› string‹<<'A'› interpolation‹$(› function‹b›\nstring‹to $c⏎› string‹end›"
        ),
        (
            "shell", "echo $((a << b))\nc",
            "function‹echo› interpolation‹$(› ( identifier‹a› << identifier‹b› ) interpolation‹)›\nfunction‹c›"
        ),
        ("sql", "'it''s to\nend' $$to", "string‹'it''s to⏎› string‹end'› string‹$$to›"),
        (
            "yaml", "a: |\n  to\n\n  end\nb: c",
            "attribute‹a› : |\nstring‹  to⏎› string‹⏎› string‹  end⏎› attribute‹b› : identifier‹c›"
        ),
        ("yaml", "a: b;c: d", "attribute‹a› : identifier‹b› ; identifier‹c› : identifier‹d›"),
        ("dockerfile", "RUN a \\\n  # b\n  && copy", "keyword‹RUN› identifier‹a› comment‹# b›\n&& identifier‹copy›"),
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
        ("java", " * Somebody's words.\n */\nclass A {}\n", "class"),
        ("rust", "a text that's cut {}\n\";\nlet b = \"d\";\n", "let"),
        ("csharp", "words of a comment */\nnamespace A;\n", "namespace"),
        ("php", " * the words of a comment\n */\nfunction a() {}\n", "function"),
        ("sql", "words of a comment */\nSELECT a FROM b\n", "SELECT"),
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

    @Test(arguments: Lexicon.languages.filter { !Self.proselike.contains($0) })
    func `a fragment of prose is no code, though no delimiter says so`(language: String) throws {
        let lexicon = try #require(Lexicon.named(language))
        let text = "  Gives the first of the words that were found,\n  or none where the list is empty.\n"
        let kinds = lexicon.tokens(in: text, from: lexicon.likelyStart(of: text)).map(\.kind)
        #expect(kinds == [.string, .string] || kinds == [.comment, .comment])
    }

    /// Code of these is words beside words.
    private static let proselike: Set = ["dockerfile", "shell", "sql", "yaml"]

    @Test(arguments: Fixture.all)
    func `whole code is taken to begin as code`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        #expect(lexicon.likelyStart(of: fixture.text) == LexerState())
    }
}
