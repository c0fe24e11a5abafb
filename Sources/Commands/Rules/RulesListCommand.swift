import ArgumentParser
import Audit
import Provenance
import Text

struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Names the rules, what each is about, and where it is from.")

    @Option(help: "Only rules for this language.")
    var language: String?

    @OptionGroup var options: RuleOptions
    @OptionGroup var output: OutputOptions

    private static let columns = [
        OutputColumn("rule", minimumWidth: 20), OutputColumn("severity", title: "sev", minimumWidth: 8, rank: 1),
        OutputColumn("confidence", title: "sure", minimumWidth: 6, rank: 3),
        OutputColumn("cwe", minimumWidth: 8, rank: 1),
        OutputColumn("owasp", minimumWidth: 10, rank: 4), OutputColumn("class", minimumWidth: 8, rank: 5),
        OutputColumn("languages", minimumWidth: 10, isFlexible: true, rank: 4),
        OutputColumn("title", minimumWidth: 20, isFlexible: true),
        OutputColumn("origin", minimumWidth: 8, rank: 2),
    ]

    func run() throws {
        if let language, !RuleLibrary.languages.contains(language) {
            throw CommandError(
                "There are no rules for '\(Visible.text(language))': name one of \(RuleLibrary.languages.joined(separator: ", "))."
            )
        }
        let rules = try options.library().listed().filter { listed in
            language.map { listed.rule.languages.isEmpty || listed.rule.languages.contains($0) } ?? true
        }
        let rows = rules.map { listed -> [OutputValue] in
            let rule = listed.rule
            return [
                .text(rule.id), .text(rule.severity.rawValue), .text(rule.confidence.name), .text("CWE-\(rule.cwe)"),
                .text(
                    rule.owasp.joined(separator: " ")
                        + (rule.isOfficialOWASP || rule.owasp.isEmpty ? "" : " (own mapping)")),
                .text(rule.kind.name), .text(rule.languages.isEmpty ? "all" : rule.languages.joined(separator: " ")),
                .text(rule.title), .text(listed.isOwn ? listed.file : "colophon"),
            ]
        }
        Table.write(Self.columns, rows, output.format)
    }
}
