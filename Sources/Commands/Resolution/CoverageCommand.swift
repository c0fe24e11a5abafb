import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Says for how many lines of a revision it is known who wrote them, and why the rest is not.",
        discussion:
            "How far answers of blame and trace can be trusted in this repository, counted on all its lines of code.")

    @Argument(help: "A commit, branch, tag or version.")
    var rev = "HEAD"

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @Option(help: "How deep folders are told apart.")
    var depth = 2

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
        let folder = repo ?? FileManager.default.currentDirectoryPath
        guard let checkout = Checkout.discover(from: folder) else {
            throw CommandError(
                repo.map { "There is no git repository at '\($0)': name another with --repo." }
                    ?? "You do not stand in a git repository: go into one, or name it with --repo.")
        }
        let store = try options.openForReading()
        try ShingleIndexing.catchUp(store, for: .seconds(60))
        let commit = try GitCommand().commit(named: rev, in: checkout)
        let meter = ProgressMeter(isShown: Console.isTerminal)
        let report = try Coverage(store: store, checkout: checkout).report(of: commit.hash, depth: max(0, depth)) {
            meter.show(files: $0, of: $1)
        }
        meter.clear()
        Console.write(table(report))
        if output.format == .table { Console.write(reasons(report, named: commit.name)) }
    }

    private static let levels = Certainty.allCases.reversed()

    private static let columns =
        [OutputColumn("folder", minimumWidth: 12, isFlexible: true)]
        + levels.map { OutputColumn($0.rawValue, alignment: .trailing, minimumWidth: 9) }
        + [
            OutputColumn("lines", alignment: .trailing, minimumWidth: 7),
            OutputColumn("known", alignment: .trailing, minimumWidth: 7),
        ]

    private func table(_ report: Coverage.Report) -> [UInt8] {
        var writer = output.format.writer(width: Console.columns)
        var bytes: [UInt8] = []
        writer.begin(Self.columns, to: &bytes)
        for (folder, count) in report.folders where count.all > 0 { writer.row(row(folder, count), to: &bytes) }
        writer.row(row("all", report.total), to: &bytes)
        writer.end(to: &bytes)
        return bytes
    }

    private func row(_ name: String, _ count: Coverage.Count) -> [OutputValue] {
        let known = (count.lines[.exact] ?? 0) + (count.lines[.adapted] ?? 0)
        let share = count.all == 0 ? 0 : Double(known) * 100 / Double(count.all)
        return [.text(name)] + Self.levels.map { .integer(Int64(count.lines[$0] ?? 0)) }
            + [.integer(Int64(count.all)), .text("\((share * 10).rounded() / 10) %")]
    }

    private func reasons(_ report: Coverage.Report, named name: String) -> String {
        var text = "\n\(IngestReport.count(report.files, "file")) at \(name)"
        if report.left > 0 { text += ", \(report.left) more are no code or too large" }
        text += "\n"
        let unknown = report.total.lines[.noRecord] ?? 0
        guard unknown > 0 else { return text }
        text += "lines without a record: \(unknown)\n"
        for reason in Coverage.Reason.allCases {
            if let count = report.reasons[reason] { text += "  \(count)  \(reason.rawValue)\n" }
        }
        return text
    }
}
