import ArgumentParser
import Flows
import Store
import Text

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes a folder of made-up records, to look around in.",
        discussion: """
            In it are a store of any size, a small git repository that some of its agents worked in, and what production \
            said when a generated line failed. The sizes in the store are drawn from what was measured on real transcripts; \
            the same seed and moment give the same records. A store of a demo says so itself, and no history is ever read \
            into it.
            """)

    @Option(help: "How many generations.")
    var generations = 2000

    @Option(help: "The same seed gives the same records.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The moment up to which things have happened (default: the full hour).", valueName: "2026-03-14T09:00Z"))
    var now: String?

    @Option(help: ArgumentHelp("The folder to make; an earlier demo in it is replaced.", valueName: "folder"))
    var output = "colophon-demo"

    @Flag(help: "Make nothing: show what was measured on real transcripts beside a store, the demo's or --store.")
    var distributions = false

    @Option(help: ArgumentHelp("The store to show with --distributions.", valueName: "file"))
    var store: String?

    func validate() throws {
        if store != nil, !distributions { throw ValidationError("--store goes with --distributions alone.") }
        if let now, Timestamp(iso: now) == nil {
            throw ValidationError("'\(now)' is no moment: write it as 2026-03-14T09:00Z.")
        }
    }

    func run() throws {
        let hour: Int64 = 3_600_000
        let moment = now.flatMap { Timestamp(iso: $0) }?.milliseconds ?? Timestamp.now.milliseconds / hour * hour
        let folder = try DemoFolder(
            path: output, plan: DemoPlan(generations: generations, seed: seed, now: moment))
        if distributions {
            let store = try Store.open(at: store ?? folder.store, mode: .read)
            Console.write(try DistributionTable(store).text)
            return
        }
        let meter = ProgressMeter(isShown: Console.errorIsTerminal)
        let contents = try folder.make { meter.show(generations: $0, of: generations) }
        meter.clear()
        if let complaint = contents.complaint {
            Console.note("The demo has no repository: \(complaint)")
        }
        let store = try Store.open(at: contents.store, mode: .write)
        let counts = try store.counts()
        try store.close()
        Console.write(DemoReport(folder: output, contents: contents, counts: counts).text)
    }
}
