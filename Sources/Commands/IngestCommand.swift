import ArgumentParser
import Flows
import Foundation
import Ingest
import Redaction
import Store
import Text

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Reads the histories of coding agents into the store.",
        discussion: """
            Without a path it finds the histories of Claude Code ($CLAUDE_CONFIG_DIR or ~/.claude), Codex ($CODEX_HOME or \
            ~/.codex) and the other agents that --formats lists by itself. With paths it reads these files and folders, and knows each format by looking.
            Notes and checkpoints that live in git are read from the repository one stands in or names, and from those \
            that the store knows.
            Reading again reads only what is new.
            """)

    @Argument(help: "Files or folders to read.")
    var paths: [String] = []

    @Flag(help: "Follow the histories: what is appended is in the store within a second.")
    var watch = false

    @Flag(help: "Read every hour from now on, by a timer of your own (systemd, launchd or cron); shows it first.")
    var schedule = false

    @Flag(help: "Take that timer out again.")
    var unschedule = false

    @Flag(help: "List the formats that are read, and what each can and cannot tell.")
    var formats = false

    @Flag(name: .long, help: "Keep secrets as they stand; refused without --yes.")
    var noRedact = false

    @Flag(help: "Yes to what would be asked.")
    var yes = false

    @OptionGroup var options: StoreOptions

    func run() throws {
        if formats {
            Console.write(FormatTable.text)
            return
        }
        if schedule || unschedule {
            return try ScheduleChange(store: options.store, isAgreed: yes).run(ending: unschedule)
        }
        if noRedact, !yes {
            throw CommandError(
                "--no-redact would write passwords and keys to the disk as they stand: add --yes if that is meant.")
        }
        let sources = try IngestSources(
            paths: paths, environment: ProcessInfo.processInfo.environment,
            here: FileManager.default.currentDirectoryPath)
        let intake = Intake(store: try options.open(.create), redactor: noRedact ? nil : Redactor())
        let following = watch ? Watch(intake: intake, sources: sources) : nil
        let meter = ProgressMeter(isShown: Console.errorIsTerminal)
        let repositories = try sources.repositories(in: intake.store)
        let summary = try intake.run(sources.files(), repositories: repositories) { meter.show($0) }
        meter.clear()
        IngestReport(summary: summary).print()
        // What was read can be seen by now; whose lines are whose follows.
        try ShingleIndexing(store: intake.store).run()
        try OwnRules.use { try StoreAuditing.follow(intake.store, own: $0, now: Timestamp.now.milliseconds) }
        try OriginIndexing(store: intake.store).run()
        if let following {
            try following.run { IngestReport(summary: $0).printLine() }
        } else if summary.filesRead == 0, summary.referencesRead == 0, summary.filesSeen <= summary.strangers.count,
            !summary.strangers.isEmpty
        {
            throw ExitCode.failure
        }
    }
}
