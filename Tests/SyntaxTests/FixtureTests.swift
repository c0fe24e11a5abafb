import Provenance
import Syntax
import Testing

struct FixtureTests {
    @Test(arguments: Fixture.all)
    func `code is cut where its language cuts it`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        #expect(TokenStream.of(fixture.text, lexicon) == fixture.stream)
    }

    @Test(arguments: [
        ("src/a.py", "python"), ("a.cjs", "javascript"), ("a.tsx", "typescript"), ("a.go", "go"), ("A.swift", "swift"),
        ("A.java", "java"), ("build.gradle.kts", "kotlin"), ("a.rs", "rust"), ("a.h", "c"), ("a.hpp", "cpp"),
        ("A.cs", "csharp"), ("Rakefile", "ruby"), ("a.gemspec", "ruby"), ("a.phtml", "php"), (".bashrc", "shell"),
        ("a.bats", "shell"), ("a.sql", "sql"), ("a.yml", "yaml"), ("Dockerfile", "dockerfile"),
        ("docker/Dockerfile.dev", "dockerfile"), ("web.dockerfile", "dockerfile"),
    ])
    func `the table of a file is found by its name`(path: String, language: String) {
        #expect(Language.named(by: path) == language)
        #expect(Lexicon.languages.contains(language) && Lexicon.named(language) != nil)
    }

    @Test func `a language without a table has no tokens`() {
        #expect(Lexicon.named("cobol") == nil)
        for language in Lexicon.languages { #expect(Lexicon.named(language)?.tokens(in: "").isEmpty == true) }
        #expect(Set(Fixture.all.map { $0.language }) == Set(Lexicon.languages + ["general"]))
    }
}
