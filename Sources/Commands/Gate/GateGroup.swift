import ArgumentParser

struct GateGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Holds what a change adds against a policy: may it pass? Reviews what waits.",
        discussion: """
            'colophon gate' alone is 'gate check', whose options it takes. Only lines that answers of models wrote are \
            judged: old code and lines of people are left alone. Exit code 0: it may pass; 1: it may not, or not before \
            somebody has reviewed it; 2: it could not be told.
            """,
        subcommands: [GateCheckCommand.self, GateListCommand.self, GateApproveCommand.self, GateRejectCommand.self],
        defaultSubcommand: GateCheckCommand.self)
}
