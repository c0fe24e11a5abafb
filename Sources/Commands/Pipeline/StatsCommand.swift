import ArgumentParser
import Flows
import Foundation
import Git
import Metrics
import Store
import Text

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Throughput, quality and cost of the pipeline, before and after, with intervals.",
        discussion: """
              colophon stats                          split at the first generated commit
              colophon stats --split 2026-09-01       from then on, beside as long before
              colophon stats --month 2026-10          beside the month before
              colophon stats --by kind                one period, by groups
              colophon stats explain merge-time       what a figure means and how it is counted
              colophon stats branches                 open branches: how far from the main line, conflicts ahead
              colophon stats adaptation               whether generated code comes nearer to the codebase

            A change is told only where its interval leaves out "no change", with all figures shown taken together; below 4 \
            and 4 nothing is told. Changes without generated code are the control. Git is read first where you stand in a \
            repository; what hosts know comes by 'colophon import'.
            """,
        subcommands: [
            StatsShowCommand.self, StatsCostCommand.self, StatsBranchesCommand.self, StatsAdaptationCommand.self,
            StatsExplainCommand.self,
        ],
        defaultSubcommand: StatsShowCommand.self)
}

struct StatsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "The scoreboard.")

    @Argument(
        help: ArgumentHelp(
            "Only these figures, by name (default: all of which something is known).", valueName: "metric"))
    var names: [String] = []

    @Option(help: "Groups of one period instead of two periods: kind, ai-share, repository, model, agent or branch.")
    var by: Grouping?

    @Option(help: "table, csv, json, markdown, openmetrics, or html: a page with charts.")
    var format: StatsFormat = .table

    @Option(
        help: ArgumentHelp(
            "The repository, as its host calls it (default: the one you stand in).", valueName: "owner/name"))
    var repository: String?

    @Flag(name: .shortAndLong, help: "All repositories.")
    var all = false

    @Flag(help: "Shows figures of which nothing is known too.")
    var empty = false

    @Flag(help: "Writes it anew whenever something comes, until interrupted.")
    var watch = false

    @OptionGroup var period: PeriodOptions
    @OptionGroup var options: StoreOptions

    enum Grouping: String, CaseIterable, ExpressibleByArgument {
        case kind, model, agent, branch, repository
        case share = "ai-share"
    }

    enum StatsFormat: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json, markdown, openmetrics, html

        var output: OutputFormat { OutputFormat(rawValue: rawValue) ?? .table }
    }

    func validate() throws {
        for name in names where PipelineMetric(named: name) == nil {
            throw ValidationError(
                "There is no figure '\(name)': 'colophon stats explain' lists them.")
        }
        if watch, format != .table { throw ValidationError("--watch shows a table: leave --format away.") }
        if all, repository != nil { throw ValidationError("--all and --repository leave each other out.") }
    }

    func run() throws {
        guard watch else {
            let (store, bytes) = try answer()
            Console.write(bytes)
            // The next answer is sooner there for it. Who only reads the store leaves it as it is.
            try? store.packFacts(now: Timestamp.now.milliseconds, for: .seconds(2))
            return
        }
        var last: [UInt8] = []
        while true {
            let next = try answer().bytes
            // The screen is cleared only for something else to show.
            if next != last { Console.write((Console.isTerminal ? Array("\u{1B}[H\u{1B}[2J".utf8) : []) + next) }
            last = next
            Thread.sleep(forTimeInterval: 2)
        }
    }

    private func answer() throws -> (store: Store, bytes: [UInt8]) {
        let now = Timestamp.now.milliseconds
        let here = try StatsPlace.open(options, repository: repository, all: all, now: now)
        let zone = try period.zone()
        let stats = PipelineStats(
            store: here.store, repository: here.repository, now: now, offset: zone.offset(at: now))
        return (here.store, try bytes(stats, here, zone))
    }

    private func bytes(_ stats: PipelineStats, _ here: StatsPlace, _ zone: NamedZone) throws -> [UInt8] {
        let (now, metrics) = (stats.now, names.compactMap(PipelineMetric.init(named:)))
        guard try here.store.hasPipeline(of: here.repository) else { throw CommandError(here.emptiness) }
        let periods = try period.periods(stats)
        let wanted = metrics.isEmpty ? Set(PipelineMetric.allCases) : Set(metrics)
        if let by {
            let after = try stats.facts(from: periods.after.lowerBound, to: periods.after.upperBound, for: wanted)
            let scope = after.scope
            let branches = by == .branch ? try here.store.usage(by: .branch, in: scope, limit: 100) : []
            return StatsGroups(
                facts: after, metrics: metrics, zone: zone, format: format.output,
                names: by == .repository ? here.names(of: Set(after.changes.map(\.repository))) : [:],
                branches: branches
            ).bytes(by: by)
        }
        let (before, after) = try stats.sides(periods.before, periods.after, for: wanted)
        var board = Scoreboard(
            before: before, after: after, metrics: metrics.isEmpty ? PipelineMetric.allCases : metrics,
            keepsEmpty: empty || !metrics.isEmpty, given: period.isByGeneration ? [.generatedChanges] : [])
        board.notes = here.notes
        if wanted.contains(.rework30), !after.lives.isEmpty {
            let parts = after.reworkers.filter { $0.lines > 0 }.map { "\($0.name) \($0.lines.grouped)" }
            if !parts.isEmpty { board.notes.append("Lines reworked in 30 days, by \(parts.joined(separator: ", ")).") }
        }
        let end = try stats.end()
        if end < now, periods.after.upperBound >= end {
            let scope = PipelineScope(repository: here.repository, from: end, to: now)
            let store = here.store
            let later = try [
                (store.incidents(in: scope).count, "incident"), (store.releases(in: scope).count, "release"),
                (store.deployments(in: scope).count, "deployment"),
            ].filter { $0.0 > 0 }.map { IngestReport.count($0.0, $0.1) }
            let left = later.isEmpty ? "" : ", and left out what came since: \(later.joined(separator: ", "))"
            board.notes.append(
                "Nothing is known here of commits and changes after \(zone.day(end - 86_400_000))\(left): 'git fetch', or import again."
            )
        }
        let page = StatsPage(
            board: board, zone: zone, words: periods.words, repository: here.repository, name: here.name)
        switch format {
        case .openmetrics: return page.openMetrics
        case .html:
            // Where nothing is known before, the charts begin as long before all the same.
            let start = periods.after.lowerBound
            let first = try before ?? stats.facts(from: 2 * start - periods.after.upperBound, to: start, for: wanted)
            let account = try stats.account(of: board, first, after)
            return Array(
                PipelineReport(
                    board: board, account: account, title: "Pipeline of \(here.name ?? "all repositories")",
                    span: page.span, day: zone.day
                ).html.utf8)
        default: return page.bytes(format.output, width: Console.columns)
        }
    }
}
