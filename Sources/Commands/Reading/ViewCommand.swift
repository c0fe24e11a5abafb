import ArgumentParser
import Flows
import Store
import Text

struct ViewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Keeps lists under names: 'colophon list --view NAME', or ':view NAME' in the dashboard.",
        discussion: "Views belong to one store: neither 'merge' nor 'bundle' takes them along.",
        subcommands: [List.self, Save.self, Delete.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Names the views of the store.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var options: StoreOptions

        private static let columns = [
            OutputColumn("name", minimumWidth: 8, isFlexible: true), OutputColumn("of", minimumWidth: 8),
            OutputColumn("filter", minimumWidth: 12, isFlexible: true), OutputColumn("sort", minimumWidth: 6, rank: 2),
            OutputColumn("saved_at", title: "saved", minimumWidth: 16, rank: 1),
        ]

        func run() throws {
            let views = try options.openForReading().views()
            var listing = Listing(output: output, limit: 0)
            try listing.write(Self.columns) { _, _ in
                views.map { view in
                    (
                        PageKey(at: view.at, id: 0),
                        [
                            .text(view.name), .text(view.subject.rawValue), .text(view.filter),
                            .text((view.order.isReversed ? "-" : "") + view.order.column.rawValue),
                            .timestamp(Timestamp(milliseconds: view.at)),
                        ]
                    )
                }
            }
        }
    }

    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keeps a list under a name, in place of one of the same name.")

        @Argument(help: "What it is to be called.")
        var name: String

        @Option(help: ArgumentHelp("Only what matches.", valueName: "filter"))
        var filter = ""

        @Option(help: "What it lists: \(SavedView.Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
        var of = SavedView.Subject.turns

        @Option(
            help: ArgumentHelp(
                "Order by another column than time; with a '-' before it the other way round.", valueName: "column"))
        var sort = "time"

        @OptionGroup var options: StoreOptions

        func run() throws {
            let filter = try FilterText.parse(filter).text
            let order = try RowOrder(argument: sort, of: of.table, called: of.rawValue)
            let store = try options.open(.write)
            try ViewSaving.save(
                SavedView(name: name, subject: of, filter: filter, order: order, at: Timestamp.now.milliseconds),
                in: store)
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Forgets a name; what it listed stays.")

        @Argument(help: "What it is called.")
        var name: String

        @OptionGroup var options: StoreOptions

        func run() throws {
            guard try options.open(.write).deleteView(named: name) else { throw CommandError.noView(name) }
        }
    }
}

extension CommandError {
    static func noView(_ name: String) -> CommandError {
        CommandError("There is no view '\(name)': 'colophon view list' names those there are.")
    }
}

extension SavedView.Subject: ExpressibleByArgument {}

extension RowOrder {
    /// A column as it is typed, with a '-' before it for the other way round.
    init(argument: String, of table: ListTable, called subject: String) throws {
        let name = argument.hasPrefix("-") ? String(argument.dropFirst()) : argument
        let columns = table.columns
        guard let column = columns.first(where: { $0.rawValue == name }) else {
            throw CommandError(
                "\(subject) cannot be sorted by '\(name)': there are \(columns.map(\.rawValue).joined(separator: ", "))."
            )
        }
        self.init(column, isReversed: argument.hasPrefix("-"))
    }
}
