import ArgumentParser
import Flows
import Store
import Text

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists turns, generations, edits, sessions or attributions, newest first.",
        discussion: """
            The filter is the one of the dashboard: model:opus* age:<2d -path:Tests "free words".
            Fields: \(FilterField.allCases.map(\.rawValue).joined(separator: " ")).
            """)

    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case turns, generations, edits, sessions, attributions
    }

    @Argument(help: "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
    var subject: Subject

    @Option(help: ArgumentHelp("Only what matches.", valueName: "filter"))
    var filter = ""

    @Option(help: "How many rows at most; 0 for all.")
    var limit = 50

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit takes a number from 0 on, not \(limit).") }
        if subject == .attributions, !filter.isEmpty {
            throw ValidationError("Attributions take no --filter: name another list, or leave it out.")
        }
    }

    func run() throws {
        let filter = try FilterText.parse(filter)
        let store = try options.openForReading()
        var listing = Listing(output: output, limit: limit)
        switch subject {
        case .turns:
            try listing.write(Columns.turns) { key, count in
                try store.turns(matching: filter, from: key, limit: count).map { ($0.key, Columns.values(of: $0)) }
            }
        case .generations:
            try listing.write(Columns.generations) { key, count in
                try store.generations(matching: filter, from: key, limit: count)
                    .map { ($0.key, Columns.values(of: $0)) }
            }
        case .edits:
            try listing.write(Columns.edits) { key, count in
                try store.edits(matching: filter, from: key, limit: count).map { ($0.key, Columns.values(of: $0)) }
            }
        case .sessions:
            try listing.write(Columns.sessions) { key, count in
                try store.sessions(matching: filter, from: key, limit: count).map { ($0.key, Columns.values(of: $0)) }
            }
        case .attributions:
            try listing.write(Columns.attributions) { key, count in
                try store.attributions(from: key, limit: count).map { ($0.key, Columns.values(of: $0)) }
            }
        }
    }
}
