import Testing

@testable import Audit

struct ExampleTests {
    @Test(arguments: Set(Example.all.map(\.language)).sorted())
    func `Each rule speaks of what it must and is silent about what it must not`(language: String) throws {
        let auditor = Auditor(try RuleLibrary().rules(for: language))
        for example in Example.all where example.language == language {
            let findings = try #require(
                auditor.auditByEachRule(example.code, packages: Example.packages(language)))
            let isFound = findings.contains { $0.rule == example.rule }
            #expect(isFound == example.mustMatch, "\(example.testDescription)")
        }
    }

    @Test(arguments: RuleLibrary.languages)
    func `No rule is without examples of both kinds`(language: String) throws {
        for rule in try RuleLibrary().rules(for: language).rules {
            let examples = Example.all.filter { $0.rule == rule.id }
            #expect(examples.contains { $0.mustMatch } && examples.contains { !$0.mustMatch }, "\(rule.id)")
        }
    }
}
