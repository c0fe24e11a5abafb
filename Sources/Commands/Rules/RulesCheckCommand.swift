import ArgumentParser
import Audit
import Flows
import Text

struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong with files of rules: mistakes, unknown keys, ids twice.",
        discussion: "Exit code 1: something is wrong; 2: no file could be looked at.")

    @Argument(help: ArgumentHelp("Files (default: every one of your own).", valueName: "file"))
    var files: [String] = []

    @OptionGroup var options: RuleOptions

    func run() throws { try Undecided.ifItFails { try check() } }

    private func check() throws {
        let given = files.isEmpty ? try options.files() : try files.map { try RuleFolder.file(at: $0) }
        guard !given.isEmpty else { throw CommandError("There are no rules of your own to check: name a file.") }
        var problems = 0
        var rules = 0
        var owners: [String: String] = [:]
        for file in given {
            let found = RuleLibrary.problems(name: file.name, bytes: file.bytes)
            problems += found.count
            for problem in found { Console.write(Self.text(of: problem, in: file)) }
            guard found.isEmpty, let library = try? RuleLibrary(own: [(file.name, file.bytes)]) else { continue }
            var here: Set<String> = []
            for listed in try library.ownRules() {
                rules += 1
                let id = listed.rule.id
                if !here.insert(id).inserted {
                    problems += 1
                    Console.write(
                        Self.text(
                            of: AuditRuleError(
                                file: file.name, line: listed.line,
                                reason: "the id '\(Visible.text(id))' is in this file twice"),
                            in: file))
                } else if let other = owners[id] {
                    Console.note(
                        "\(Visible.text(file.name)): '\(Visible.text(id))' takes the place of that of \(Visible.text(other))."
                    )
                }
                owners[id] = file.name
            }
        }
        if problems > 0 { throw ExitCode.failure }
        Console.write("\(rules) \(rules == 1 ? "rule is" : "rules are") in order.\n")
    }

    /// The place, what is wrong, and the line with a sign under the word.
    static func text(of problem: AuditRuleError, in file: RuleFolder.File) -> String {
        var text = Visible.text(problem.file) + ":\(problem.line)" + (problem.column.map { ":\($0)" } ?? "")
        text += ": \(problem.reason)\n"
        let lines = file.bytes.split(separator: 0x0A, maxSplits: problem.line, omittingEmptySubsequences: false)
        guard let column = problem.column, problem.line > 0, problem.line <= lines.count,
            lines[problem.line - 1].count < 400
        else { return text }
        let line = Visible.text(String(decoding: lines[problem.line - 1], as: UTF8.self))
        let word = max(1, problem.word?.count ?? 1)
        return text
            + "  \(line)\n  \(String(repeating: " ", count: column - 1))\(String(repeating: "^", count: word))\n"
    }
}
