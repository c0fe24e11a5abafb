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
            is enough. Without a terminal it prints what 'colophon show' prints.
            """)

    @Argument(help: "What to open, for example session:4f2a91.")
    var link: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let place = try place()
        guard Console.isTerminal else { return try show() }
        var dashboard = try DashboardCommand.parse([])
        dashboard.options = options
        try dashboard.run(at: place) { try show() }
    }

    private func place() throws -> RecordPlace {
        let store = try options.openForReading()
        defer { try? store.close() }
        let (kind, id) = try Link(link).resolve(in: store)
        guard let place = try store.place(of: kind, id) else {
            throw CommandError(
                "A \(kind.rawValue) that belongs to no turn cannot be opened: 'colophon list' shows what can.")
        }
        return place
    }

    private func show() throws {
        var show = try ShowCommand.parse([link])
        show.options = options
        try show.run()
    }
}
