import ArgumentParser
import Flows
import Provenance
import Store
import Text

struct GateListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the decisions that wait for somebody's word, the newest first.")

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    private static let columns = [
        OutputColumn("id", minimumWidth: 10), OutputColumn("at", minimumWidth: 16, rank: 2),
        OutputColumn("verdict", minimumWidth: 6), OutputColumn("risk", minimumWidth: 8, rank: 1),
        OutputColumn("what", minimumWidth: 12, isFlexible: true, rank: 3),
        OutputColumn("reasons", minimumWidth: 20, isFlexible: true),
    ]

    func run() throws {
        let store = try options.openForReading()
        let waiting = try store.waitingDecisions(
            at: Timestamp.now.milliseconds, limit: max(1, min(limit, 10_000)))
        var writer = output.format.writer(width: Console.columns)
        var bytes: [UInt8] = []
        let isTable = output.format == .table
        let places =
            (isTable ? Console.columns.map { Self.columns.fitting($0) } : nil) ?? Array(Self.columns.indices)
        writer.begin(places.map { Self.columns[$0] }, to: &bytes)
        for decision in waiting {
            let risk = decision.risk.map { ListColumns.risks[min(max($0, 0), 4)] }
            let values: [OutputValue] = [
                .text(isTable ? String(decision.uid.prefix(10)) : decision.uid),
                .text(Timestamp(milliseconds: decision.at).iso), .text(decision.verdict.rawValue), .of(risk),
                .text(isTable ? String(decision.subject.prefix(40)) : decision.subject),
                .text(decision.reasons.joined(separator: isTable ? " " : "\n")),
            ]
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        Console.write(bytes)
        if waiting.isEmpty { Console.note("Nothing waits for a review.") }
    }
}
