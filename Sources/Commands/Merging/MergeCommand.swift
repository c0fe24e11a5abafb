import ArgumentParser
import Flows
import Store

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Takes the records of other stores into this one.",
        discussion: """
            Records that are there already are completed, never doubled: in any order, and again, it comes to the same. \
            Secrets are taken out on the way. What was forgotten here is not taken. A file that is no store of Colophon's own \
            schema is refused before anything in it is read.
            """)

    @Argument(help: ArgumentHelp("The other stores' files.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.open(.create)
        let merging = Merging(store: store)
        for file in files {
            let meter = ProgressMeter(isShown: Console.errorIsTerminal)
            let added = try merging.take(file) { meter.show(rows: $0) }
            meter.clear()
            Console.write("took in \(file): new are \(Self.list(added))\n")
        }
    }

    static func list(_ added: Tally) -> String {
        let rest = [
            (added.segments, "segment"), (added.findings, "finding"), (added.decisions, "decision"),
            (added.alerts, "alert"),
        ].filter { $0.0 > 0 }
        return
            ([
                (added.sessions, "session"), (added.turns, "turn"), (added.generations, "generation"),
                (added.edits, "edit"),
            ] + rest).map { IngestReport.count($0.0, $0.1) }.joined(separator: ", ")
    }
}
