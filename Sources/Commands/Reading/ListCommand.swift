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
    var subject: Subject?

    @Option(help: ArgumentHelp("Only what matches.", valueName: "filter"))
    var filter = ""

    @Option(help: "How many rows at most; 0 for all.")
    var limit = 50

    @Option(
        help: ArgumentHelp(
            "Order by another column than time; with a '-' before it the other way round.", valueName: "column"))
    var sort: String?

    @Option(
        help: ArgumentHelp("What a saved view lists; --filter narrows it, --sort orders it anew.", valueName: "name"))
    var view: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if (subject == nil) == (view == nil) {
            throw ValidationError("Name what to list, for example turns; or a view, by --view.")
        }
        if limit < 0 { throw ValidationError("--limit takes a number from 0 on, not \(limit).") }
        if subject == .attributions, !filter.isEmpty {
            throw ValidationError("Attributions take no --filter: name another list, or leave it out.")
        }
    }

    private static let mostLooked = 500

    func run() throws {
        _ = try FilterText.parse(filter)
        let store = try options.openForReading()
        if subject == .attributions { return try writeAttributions(of: store) }
        let list = try list(in: store)
        let filter = try FilterText.parse(list.filter)
        let order = list.order
        var listing = Listing(output: output, limit: limit)
        switch list.subject {
        case .code, .turns:
            let withCode = list.subject == .code
            try listing.write(ListColumns.turns) { key, count in
                try store.turns(matching: filter, withCode: withCode, by: order, from: key, limit: count).map {
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
        case .openFindings, .findings:
            let onlyOpen = list.subject == .openFindings
            let now = Timestamp.now.milliseconds
            try OwnRules.use { try StoreAuditing.catchUp(store, own: $0, now: now) }
            // What is shown is looked up in the files of today first.
            let first = try store.findings(
                matching: filter, onlyOpen: onlyOpen, by: order, limit: limit == 0 ? Self.mostLooked : limit)
            var today = StoreFindings(store: store, now: now)
            try today.refresh(first.prefix(Self.mostLooked).map(\.id))
            try reopenExpired(in: store, at: now)
            let waiting = try store.editsWithoutAudit()
            if waiting > 0 { Console.note("\(waiting.grouped) edits still wait for their audit.") }
            try listing.write(ListColumns.findings) { key, count in
                try store.findings(matching: filter, onlyOpen: onlyOpen, by: order, from: key, limit: count)
                    .map { (order.key(of: $0), ListColumns.values(of: $0)) }
            }
        case .alerts:
            try listing.write(ListColumns.alerts) { key, count in
                try store.alerts(matching: filter, by: order, from: key, limit: count)
                    .map { (order.key(of: $0), ListColumns.values(of: $0)) }
            }
        }
    }

    private func reopenExpired(in store: Store, at now: Int64) throws {
        do {
            try store.reopenExpired(at: now)
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return
        }
    }

    private func writeAttributions(of store: Store) throws {
        guard sort.map({ ["time", "-time"].contains($0) }) ?? true else {
            throw CommandError("attributions cannot be sorted by '\(sort ?? "")': there are time.")
        }
        var listing = Listing(output: output, limit: limit)
        try listing.write(ListColumns.attributions) { key, count in
            try store.attributions(from: key, limit: count).map { ($0.key, ListColumns.values(of: $0)) }
        }
    }

    /// What is asked for, a view as one who saved it wants it.
    private func list(in store: Store) throws -> SavedView {
        var list: SavedView
        if let view {
            guard let saved = try store.view(named: view) else { throw CommandError.noView(view) }
            list = saved
            if !filter.isEmpty { list.filter = list.filter.isEmpty ? filter : "(\(list.filter)) (\(filter))" }
        } else {
            list = SavedView(name: "", subject: subject?.saved ?? .turns, filter: filter)
        }
        if let sort {
            list.order = try RowOrder(argument: sort, of: list.subject.table, called: list.subject.rawValue)
        }
        return list
    }
}

extension ListCommand.Subject {
    fileprivate var saved: SavedView.Subject {
        switch self {
        case .turns, .attributions: .turns
        case .generations: .generations
        case .edits: .edits
        case .sessions: .sessions
        case .findings: .findings
        case .alerts: .alerts
        }
    }
}
