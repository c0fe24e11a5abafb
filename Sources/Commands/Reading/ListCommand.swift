import ArgumentParser
import Flows
import Store
import Text

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists turns, generations, edits, sessions, findings, alerts or attributions, newest first.",
        discussion: """
            The filter is the one of the dashboard: model:opus* age:<2d -path:Tests "free words".
            Fields: \(FilterField.allCases.map(\.rawValue).joined(separator: " ")).
            """)

    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case turns, generations, edits, sessions, findings, alerts, attributions
    }

    @Argument(help: "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
    var subject: Subject

    @Option(help: ArgumentHelp("Only what matches.", valueName: "filter"))
    var filter = ""

    @Option(help: "How many rows at most; 0 for all.")
    var limit = 50

    @Option(
        help: ArgumentHelp(
            "Order by another column than time; with a '-' before it the other way round.", valueName: "column"))
    var sort = "time"

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
        let order = try order()
        let store = try options.openForReading()
        var listing = Listing(output: output, limit: limit)
        switch subject {
        case .turns:
            try listing.write(ListColumns.turns) { key, count in
                try store.turns(matching: filter, by: order, from: key, limit: count).map {
                    (order.key(of: $0), ListColumns.values(of: $0))
                }
            }
        case .generations:
            try listing.write(ListColumns.generations) { key, count in
                try store.generations(matching: filter, by: order, from: key, limit: count)
                    .map { (order.key(of: $0), ListColumns.values(of: $0)) }
            }
        case .edits:
            try listing.write(ListColumns.edits) { key, count in
                try store.edits(matching: filter, by: order, from: key, limit: count).map {
                    (order.key(of: $0), ListColumns.values(of: $0))
                }
            }
        case .sessions:
            try listing.write(ListColumns.sessions) { key, count in
                try store.sessions(matching: filter, by: order, from: key, limit: count).map {
                    (order.key(of: $0), ListColumns.values(of: $0))
                }
            }
        case .findings:
            try listing.write(ListColumns.findings) { key, count in
                try store.findings(matching: filter, by: order, from: key, limit: count)
                    .map { (order.key(of: $0), ListColumns.values(of: $0)) }
            }
        case .alerts:
            try listing.write(ListColumns.alerts) { key, count in
                try store.alerts(matching: filter, by: order, from: key, limit: count)
                    .map { (order.key(of: $0), ListColumns.values(of: $0)) }
            }
        case .attributions:
            try listing.write(ListColumns.attributions) { key, count in
                try store.attributions(from: key, limit: count).map { ($0.key, ListColumns.values(of: $0)) }
            }
        }
    }

    private func order() throws -> RowOrder {
        let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
        let columns = subject.table?.columns ?? [.time]
        guard let column = columns.first(where: { $0.rawValue == name }) else {
            throw CommandError(
                "\(subject.rawValue) cannot be sorted by '\(name)': there are \(columns.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return RowOrder(column, isReversed: sort.hasPrefix("-"))
    }
}

extension ListCommand.Subject {
    fileprivate var table: ListTable? {
        switch self {
        case .turns: .turns
        case .generations: .generations
        case .edits: .edits
        case .sessions: .sessions
        case .findings: .findings
        case .alerts: .alerts
        case .attributions: nil
        }
    }
}
