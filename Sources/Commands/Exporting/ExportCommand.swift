import ArgumentParser
import Flows
import Git
import Store

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes what the store holds in a format that other programs read.",
        discussion: """
            otlp: OTLP/JSON, one line a resource, GenAI spans as the OpenTelemetry conventions name them; edits and what \
            else they have no name for stand under colophon.*. 'colophon ingest' reads the file back to the same records: \
            all but findings, decisions, alerts, links, token runs, and segments that no answer saw.

            agent-trace: Agent Trace records (0.1.0), one a line: who wrote which lines of which commit, by our own edits \
            and by what other programs said. git-ai: the same as notes (authorship 3.0.0), a file a commit, into the folder \
            that -o names. Both look at the commits of --rev, else at the branch that is checked out. Outside a repository \
            they write what other programs said. 'colophon ingest' reads both back.
            """)

    @Option(help: "One of \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportFormat

    @Option(help: ArgumentHelp("Of otlp: only turns that match.", valueName: "filter"))
    var filter = ""

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to make, or the folder for notes; '-' is standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var revisions: RevisionOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
        let filter = try FilterText.parse(filter)
        guard filter == .everything || format == .otlp else {
            throw CommandError("--filter is of otlp: name commits with --rev A..B.")
        }
        guard format != .otlp || revisions.rev == nil && revisions.repo == nil else {
            throw CommandError("--rev and --repo are of agent-trace and git-ai: use --filter.")
        }
        let store = try options.openForReading()
        switch format {
        case .otlp: try write(OTLPExporter(store: store, filter: filter))
        case .agentTrace:
            try write(
                AgentTraceExporter(
                    store: store, checkout: try revisions.checkoutIfAny(), revision: revisions.rev,
                    toolVersion: Colophon.configuration.version))
        case .gitAI:
            guard output != "-" else {
                throw CommandError("git-ai notes are a file a commit: name a folder for them with -o DIR.")
            }
            let notes = GitAINotes(store: store, checkout: try revisions.checkoutIfAny(), revision: revisions.rev)
            let written = try notes.write(into: output)
            let lines = IngestReport.count(written.omittedLines, "line")
            let omitted = written.omittedLines == 0 ? "" : "left out: \(lines) of whom nothing is known\n"
            Console.write(
                """
                made \(output): \(IngestReport.count(written.notes, "note"))
                \(omitted)to attach them: for note in "\(output)"/*.note; do git notes --ref=ai add -F "$note" "$(basename "$note" .note)"; done

                """)
        }
    }

    private func write(_ exporter: some Exporter) throws {
        var exporter = exporter
        if output == "-" {
            _ = try exporter.export { Console.write($0) }
        } else {
            let exported = try ExportFile(path: output).make { try exporter.export(to: $0) }
            Console.write("made \(output): \(exported)\n")
        }
    }
}
