import ArgumentParser

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Lists, shows, checks and tests the auditor's rules, and drafts new ones.",
        discussion: """
            A rule of your own is a table in a file of TOML below your configuration's folder,
            such as ~/.config/colophon/rules/acme.toml:

              languages = ["python"]
              [[rule]]
              id = "acme.shell"
              title = "A shell runs what a ticket says"
              cwe = 78
              call = ["acme.run"]
              where = [{ arg = 0, value = "suspect" }]
              message = "Whoever files a ticket runs commands."
              remedy = "Give acme.run() a list."
              [[rule.example]]
              must-match = "acme.run('ls ' + ticket)"
              must-not-match = "acme.run(['ls', ticket])"

            A rule with the id of one of colophon's takes its place. 'colophon rules draft
            LINK' writes one from a line that did harm.
            """,
        subcommands: [
            RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self, RulesTestCommand.self,
            RulesDraftCommand.self,
        ],
        defaultSubcommand: RulesListCommand.self)
}
