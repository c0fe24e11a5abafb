import ArgumentParser
import Provenance
import Store
import Text

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens the dashboard at one record: a session, a turn, an answer, an edit, a finding or an alert.",
        discussion: """
            A link is session:ID, turn:ID, generation:ID, edit:ID, finding:ID or alert:ID, or the ID alone; its beginning \
            is enough. What has no screen of its own (segment:ID, frame:ALERT.0.0, revision:HASH, deployment:ID, \
            repository:IDENTITY) opens in the provenance graph. Without a terminal it prints what 'colophon show' or \
            'colophon graph' prints.
            """)

    @Argument(help: "What to open, for example session:4f2a91.")
    var link: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let place = try place()
        guard Console.isTerminal else { return try show(place) }
        var dashboard = try DashboardCommand.parse([])
        dashboard.options = options
        try dashboard.run(at: place) { try show(place) }
    }

    private func place() throws -> RecordPlace {
        let store = try options.openForReading()
        defer { try? store.close() }
        let node = try NodeLink.resolve(link, in: store)
        guard case .row(let kind, let id) = node, let record = RecordKind(rawValue: kind.rawValue),
            let place = try store.place(of: record, id)
        else { return .node(node) }
        return place
    }

    private func show(_ place: RecordPlace) throws {
        if case .node = place {
            var graph = try GraphCommand.parse([link])
            graph.options = options
            return try graph.run()
        }
        var show = try ShowCommand.parse([link])
        show.options = options
        try show.run()
    }
}
