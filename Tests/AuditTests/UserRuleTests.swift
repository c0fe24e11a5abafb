import Testing

@testable import Audit

struct UserRuleTests {
    private static let good = """
        languages = ["python"]
        [[rule]]
        id = "acme.shell"
        title = "t"
        cwe = 78
        call = ["acme.run"]
        message = "m"
        remedy = "r"
        [[rule.example]]
        must-match = "acme.run(a)"
        must-not-match = "acme.walk(a)"
        """

    @Test func `A mistake is told with the place of the word`() {
        let text = Self.good.replacing("call = ", with: "cal = ")
        let problems = RuleLibrary.problems(name: "a.toml", bytes: Array(text.utf8))
        #expect(problems.count == 1 && problems[0].line == 2 + 1, "\(problems)")
        let unknown = RuleLibrary.problems(
            name: "a.toml", bytes: Array((Self.good.replacing("title", with: "sink = 1\ntitle")).utf8))
        #expect(unknown.first?.line == 4 && unknown.first?.column == 1 && unknown.first?.word == "sink", "\(unknown)")
    }

    @Test func `A key that was mistyped is named, where the one that was meant is missing`() {
        let text = Self.good.replacing("title", with: "titel")
        let problem = RuleLibrary.problems(name: "a.toml", bytes: Array(text.utf8)).first
        #expect(problem?.line == 4 && problem?.word == "titel", "\(String(describing: problem))")
        #expect(problem?.reason.contains("'titel': it needs a 'title'") ?? false)
    }

    @Test func `A language without rules is named, wherever it stands`() {
        for text in [
            Self.good.replacing("\"python\"", with: "\"python\", \"klingon\""),
            Self.good.replacing("title", with: "languages = [\"klingon\"]\ntitle"),
        ] {
            let problems = RuleLibrary.problems(name: "a.toml", bytes: Array(text.utf8))
            #expect(problems.first?.reason.contains("'klingon'") ?? false, "\(problems)")
        }
    }

    @Test func `One bad rule does not hide the mistakes of the next`() {
        let text =
            Self.good.replacing("cwe = 78", with: "cwe = \"x\"") + "\n"
            + Self.good.split(separator: "\n").dropFirst().joined(separator: "\n").replacing(
                "acme.shell", with: "acme.two"
            ).replacing(
                "remedy", with: "cure")
        #expect(RuleLibrary.problems(name: "a.toml", bytes: Array(text.utf8)).count == 2)
    }

    @Test func `A listed rule shows its own text with its examples, and takes the place of ours`() throws {
        let text = Self.good.replacing("acme.shell", with: "python.command-injection")
        let listed = try RuleLibrary(own: [("a.toml", Array(text.utf8))]).listed()
        let rules = listed.filter { $0.rule.id == "python.command-injection" }
        let rule = try #require(rules.first)
        #expect(rules.count == 1 && rule.isOwn && rule.line == 3 && rule.examples.count == 2)
        #expect(rule.source.hasPrefix("[[rule]]") && rule.source.contains("must-not-match"), "\(rule.source)")
        #expect(listed.filter { !$0.isOwn }.allSatisfy { $0.source.contains($0.rule.id) })
    }

    @Test func `A line that is asked for nothing is refused`() {
        let text = Self.good.replacing("call = [\"acme.run\"]", with: "line = [{ none = [\"a\"] }]")
        #expect(!RuleLibrary.problems(name: "a.toml", bytes: Array(text.utf8)).isEmpty)
    }
}
