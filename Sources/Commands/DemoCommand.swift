import ArgumentParser
import Flows
import Store
import Text

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes a store of made-up records, to look around in.")

    @Option(help: "How many generations.")
    var generations = 2000

    @Option(help: "The same seed gives the same records.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var output = "colophon-demo"

    func run() throws {
        let now = Timestamp.now.milliseconds / 3_600_000 * 3_600_000
        let plan = DemoPlan(generations: generations, seed: seed, now: now)
        try Store.make(at: output + "/store.sqlite") { store in
            try DemoWriter(plan).fill(store) { print($0) }
        }
    }
}
