import ArgumentParser
import Flows
import Foundation
import Git
import Metrics
import Store
import Text

struct StatsCostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Tokens and money, by list prices of the day.",
        discussion: """
            Subscriptions are told at list price too: what the same tokens would cost. A model without a price is "not \
            priced", never free. --prices takes a table of your own with model, input, output and, where they differ, \
            cache_read, cache_write and from (a day): US dollars for a million tokens.
            """)

    enum Grouping: String, CaseIterable, ExpressibleByArgument {
        case day, week, month, model, agent, session, branch, path
    }

    @Option(help: "day, week, month, model, agent, session, branch or path.")
    var by: Grouping = .month

    @Option(help: ArgumentHelp("From then on (default: 90 days ago).", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Until then (default: now).", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("Whose days are meant: local, UTC, +02:00, Europe/Berlin.", valueName: "zone"))
    var tz = "local"

    @Option(help: ArgumentHelp("Holds each month against so many dollars.", valueName: "dollars"))
    var budget: Double?

    @Option(help: ArgumentHelp("What a month costs beside tokens: machines, seats.", valueName: "dollars"))
    var fixed: Double = 0

    @Option(help: ArgumentHelp("A table of prices that goes before those shipped.", valueName: "file"))
    var prices: String?

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "owner/name"))
    var repository: String?

    @Flag(name: .shortAndLong, help: "All repositories.")
    var all = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        let zone = try NamedZone(tz)
        for text in [from, to].compactMap({ $0 }) { _ = try zone.moment(of: text) }
        if let budget, budget <= 0 { throw ValidationError("--budget takes a sum above 0, not \(budget).") }
        if fixed < 0 { throw ValidationError("--fixed takes a sum from 0 on, not \(fixed).") }
        if (budget != nil || fixed > 0), by != .month {
            throw ValidationError("--budget and --fixed are of a month: leave --by at month.")
        }
    }

    func run() throws {
        let zone = try NamedZone(tz)
        let now = Timestamp.now.milliseconds
        let table = try prices.map { PriceTable().replacing(try PriceFile.read($0)) } ?? PriceTable()
        let store = try options.openForReading()
        try store.addUpUsage(for: .seconds(20))
        let checkout =
            all || repository != nil ? nil : Checkout.discover(from: FileManager.default.currentDirectoryPath)
        let name = repository ?? checkout.flatMap { MainlineReading(store: store, checkout: $0).name() }
        let start = try from.map { try zone.moment(of: $0) } ?? now - 90 * 86_400_000
        let end = try to.map { try zone.moment(of: $0) } ?? now
        guard start < end else { throw CommandError("There is no time between --from and --to.") }
        let scope = PipelineScope(repository: name, from: start, to: end)
        let page = CostPage(by: by, zone: zone, prices: table, budget: budget, fixed: fixed, format: output.format)
        Console.write(try page.bytes(store, scope))
    }
}
