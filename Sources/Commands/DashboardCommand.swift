import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Synchronization
import Text

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Opens the terminal dashboard (the default).")

    @Option(help: ArgumentHelp("Begin with this filter.", valueName: "filter"))
    var filter = ""

    @OptionGroup var options: StoreOptions

    func run() throws {
        _ = try FilterText.parse(filter)
        let open = Colophon.dashboard.withLock { $0 }
        guard let open else {
            throw CommandError("This program was built without its dashboard: use 'colophon list turns'.")
        }
        switch open(try request()) {
        case .quit: break
        case .signal(let number): throw ExitCode(128 + number)
        case .noTerminal(let sentence):
            Console.note(sentence)
            var list = try ListCommand.parse(["turns"])
            list.filter = filter
            list.options = options
            try list.run()
        }
    }

    /// The user's own store; where it holds nothing and there is nothing to read, a demo in memory.
    private func request() throws -> DashboardRequest {
        let sources = try IngestSources(paths: [], environment: ProcessInfo.processInfo.environment)
        let path = try options.path()
        let store = try Store.open(at: path, mode: .create)
        if try store.turns(limit: 1).isEmpty, sources.files().isEmpty, options.store == nil {
            let demo = try DemoStore.inMemory(now: Timestamp.now.milliseconds)
            return DashboardRequest(store: demo, dataVersion: { 0 }, catchUp: nil, filter: filter, isSample: true)
        }
        let writing = try Store.open(at: path, mode: .write)
        let intake = Intake(store: writing)
        var request = DashboardRequest(
            store: store, storePath: path,
            dataVersion: {
                if try store.hasPending() { try intake.settle() }
                return try store.dataVersion()
            },
            catchUp: { _ in
                do {
                    let summary = try intake.run(sources.files())
                    return summary.added == Tally() ? nil : IngestReport(summary: summary).line
                } catch {
                    return "\(error)"
                }
            },
            filter: filter, repository: try repositoryHere(in: store), isSample: try store.isSynthetic)
        if request.isSample { request.catchUp = nil }
        return request
    }

    /// The name of the repository we stand in, where the store knows it.
    private func repositoryHere(in store: Store) throws -> String? {
        guard let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath) else { return nil }
        if let identity = checkout.remote.flatMap(RemoteName.normalise(_:)) {
            return try store.repositoryName(identity: identity)
        }
        return try store.repository(in: checkout.root)?.name
    }
}
