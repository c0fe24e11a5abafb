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
            var command = try parseAsRoot()
            try command.run()
        } catch let error as any Sentence {
            Console.note(error.description)
            exit(withError: ExitCode.failure)
        } catch {
            exit(withError: error)
        }
    }
}
