import Syntax
import Testing

struct FixtureTests {
    @Test(arguments: Fixture.all)
    func `code is cut where its language cuts it`(fixture: Fixture) throws {
        let lexicon = try #require(fixture.lexicon)
        #expect(TokenStream.of(fixture.text, lexicon) == fixture.stream)
    }

    @Test func `a language without a table has no tokens`() {
        #expect(Lexicon.named("cobol") == nil)
        for language in Lexicon.languages { #expect(Lexicon.named(language)?.tokens(in: "").isEmpty == true) }
    }
}
