import Testing

@testable import Audit

struct RuleLibraryTests {
    @Test(arguments: RuleLibrary.languages)
    func `The rules of every language are well formed`(language: String) throws {
        let rules = try RuleLibrary().rules(for: language)
        #expect(!rules.rules.isEmpty)
        #expect(Set(rules.rules.map(\.id)).count == rules.rules.count)
    }
}
