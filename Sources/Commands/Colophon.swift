package import ArgumentParser
import Synchronization

/// The command itself: without a subcommand it opens the dashboard.
package struct Colophon: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "colophon",
        abstract: "Says where generated code came from: which prompt, which model, which edit.",
        version: "0.1.0",
        subcommands: [
            DashboardCommand.self, OpenCommand.self, AskCommand.self, IngestCommand.self, ListCommand.self,
            ViewCommand.self, ShowCommand.self, GraphCommand.self, StoryCommand.self, TokensCommand.self,
            BlameCommand.self, CoverageCommand.self, TraceCommand.self, AuditGroup.self, FindingCommand.self,
            RulesCommand.self, RiskCommand.self, GateGroup.self, ReportCommand.self,
            GenerateCommand.self, EnginesCommand.self, HookCommand.self, InitCommand.self,
            RecordCommand.self,
            MergeCommand.self, BundleCommand.self, ExportCommand.self, ForgetCommand.self, RetainCommand.self,
            ImportCommand.self, MetricCommand.self, StatsCommand.self, DeploymentCommand.self, DemoCommand.self,
            DoctorCommand.self, ThemeCommand.self, ConfigCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self)

    package init() {}

    /// Who opens the dashboard: rooms on one floor do not know each other, so the program hands it in.
    static let dashboard = Mutex<(@Sendable (DashboardRequest) -> DashboardEnd)?>(nil)

    private static let keys = Mutex<Keyboard?>(nil)
    static var keyboard: Keyboard? { keys.withLock { $0 } }

    package static func main(keyboard: Keyboard, opening open: @escaping @Sendable (DashboardRequest) -> DashboardEnd) {
        dashboard.withLock { $0 = open }
        keys.withLock { $0 = keyboard }
        do {
            var command = try named() ?? parseAsRoot()
            try command.run()
        } catch let error as any Sentence {
            Console.note(error.description)
            exit(withError: ExitCode.failure)
        } catch {
            exit(withError: error)
        }
    }

    /// The subcommand that the first word names, read without setting up the forty others (1 ms of 20).
    ///
    /// - Returns: `nil` where that does not go well, or help is wanted: the whole command knows the sentence, and under
    ///   which name it was called.
    private static func named() -> (any ParsableCommand)? {
        let words = CommandLine.arguments.dropFirst()
        guard let name = words.first, !name.hasPrefix("-"),
            !words.contains(where: ["-h", "-help", "--help", "help"].contains),
            // Each is set up when it is asked for its name: those with a budget come first.
            let command = ([BlameCommand.self, HookCommand.self] + configuration.subcommands)
                .first(where: { $0.configuration.commandName == name })
        else { return nil }
        return try? command.parseAsRoot(Array(words.dropFirst()))
    }
}
