import ArgumentParser
import Audit
import Flows
import Text

struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Holds rules of your own to the examples that stand beside them.",
        discussion: """
            Each [[rule.example]] has code that the rule must speak of (must-match), that it must be silent about
            (must-not-match), or both. Exit code 1: one does otherwise;
            2: nothing could be tested. An example that is missing is said.
            """)

    @Argument(help: ArgumentHelp("Files (default: every one of your own).", valueName: "file"))
    var files: [String] = []

    @OptionGroup var options: RuleOptions

    func run() throws { try Undecided.ifItFails { try check() } }

    private func check() throws {
        let given = files.isEmpty ? try options.files() : try files.map { try RuleFolder.file(at: $0) }
        guard !given.isEmpty else { throw CommandError("There are no rules of your own to test: name a file.") }
        let testing = try RuleTesting(given)
        for failure in testing.failures {
            let said = failure.mustMatch ? "does not speak of this code, and must" : "speaks of this code, and must not"
            Console.write(
                "\(Visible.text(failure.file)):\(failure.line): '\(Visible.text(failure.rule))' \(said) (\(failure.language))\n"
            )
        }
        for sentence in testing.missing { Console.note("\(Visible.text(sentence)).") }
        if !testing.failures.isEmpty { throw ExitCode.failure }
        guard testing.examples > 0 else {
            throw CommandError(
                "No example was tested: a rule has them as [[rule.example]] with must-match and must-not-match.")
        }
        Console.write(
            "\(IngestReport.count(testing.rules, "rule")), \(IngestReport.count(testing.examples, "example")): all as they should be.\n"
        )
    }
}
