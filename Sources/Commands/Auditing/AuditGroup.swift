import ArgumentParser

struct AuditGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks code for what makes it unsafe, and takes what other scanners say of it.",
        discussion: """
            'colophon audit' alone checks what agents wrote, 'colophon audit PATH…' files and folders: as 'audit check', \
            whose options they take. A folder called check or import is ./check.
            """,
        subcommands: [AuditCommand.self, AuditImportCommand.self], defaultSubcommand: AuditCommand.self)
}
