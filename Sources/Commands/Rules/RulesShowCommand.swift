import ArgumentParser
import Audit
import Provenance
import Text

struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a rule as its file has it: what it looks for, what goes wrong, what to do.")

    @Argument(help: "Its id, as 'colophon rules list' names it.")
    var id: String

    @OptionGroup var options: RuleOptions

    func run() throws {
        let rules = try options.library().listed()
        guard let listed = rules.first(where: { $0.rule.id == id }) else {
            let near = rules.map(\.rule.id).filter {
                $0.contains(id) || $0.hasSuffix(id.split(separator: ".").last ?? "-")
            }
            let hint =
                near.isEmpty ? "'colophon rules list' names them" : "there is \(near.prefix(5).joined(separator: ", "))"
            throw CommandError("There is no rule '\(Visible.text(id))': \(hint).")
        }
        let rule = listed.rule
        var text = "\(rule.id): \(rule.title)\n"
        text += "CWE-\(rule.cwe)"
        for category in rule.owasp { text += ", \(category) \(OWASP.name(of: category) ?? "")" }
        text +=
            rule.owasp.isEmpty || rule.isOfficialOWASP
            ? "\n" : " (the rule's own mapping: OWASP's lists do not have it)\n"
        text += "\(rule.severity.rawValue) severity, \(rule.confidence.name) confidence, \(rule.kind.name); "
        text += rule.languages.isEmpty ? "every language\n" : rule.languages.joined(separator: ", ") + "\n"
        text += "\n\(rule.message)\n\(rule.remedy)\n\n"
        text += "\(listed.file), line \(listed.line):\n\n\(listed.source)\n"
        if !listed.isOwn {
            text += "\nIts examples are among colophon's tests, not in the program.\n"
        } else if listed.examples.isEmpty {
            text += "\nIt has no examples: 'colophon rules test' could not hold it to any.\n"
        }
        Console.write(Visible.text(text, keeping: [.newline, .tab]))
    }
}
