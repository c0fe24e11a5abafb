import ArgumentParser
package import Flows
import Foundation
package import Store
import Synchronization

/// What the dashboard is opened with; the program itself joins the two rooms.
package struct DashboardRequest: Sendable {
    /// Opened for several connections; what was appended to the histories is read into it behind the first paint.
    package var store: Store
    /// Reads what was appended since last time; `nil` for a demo store.
    package var catchUp: (@Sendable () throws -> IntakeSummary)?
    /// Whether the store holds samples of ours instead of the user's own histories.
    package var isSample: Bool
    package var filter: String
    package var repository: String?
}

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Opens the terminal dashboard (the default).")

    @Option(help: ArgumentHelp("Begin with this filter.", valueName: "filter"))
    var filter = ""

    @OptionGroup var options: StoreOptions

    func run() throws {
        _ = try FilterText.parse(filter)
        let sources = try IngestSources(paths: [], environment: ProcessInfo.processInfo.environment)
        let store = try options.open(.create, connections: 3)
        let request = DashboardRequest(
            store: store,
            catchUp: { try Intake(store: store).run(sources.files()) }, isSample: false, filter: filter, repository: nil
        )
        guard let open = Colophon.dashboard.withLock({ $0 }) else {
            throw CommandError("This program was built without its dashboard: use 'colophon list turns'.")
        }
        try open(request)
    }
}
