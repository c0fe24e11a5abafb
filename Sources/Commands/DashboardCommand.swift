import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Synchronization
import Terminal
import Text

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Opens the terminal dashboard (the default).")

    @Option(help: ArgumentHelp("Begin with this filter.", valueName: "filter"))
    var filter = ""

    @Flag(help: "Begin at the overview, not where the dashboard was left on this store.")
    var fresh = false

    @OptionGroup var look: LookOptions

    @OptionGroup var options: StoreOptions

    /// Kilobytes of pages that each connection keeps: the whole program is to fit into 32 MB.
    private enum Cache {
        static let lists = 1500
        static let details = 1000
        static let writing = 1000
    }

    func run() throws { try run(at: nil) }

    /// - Parameters:
    ///   - place: what the dashboard begins with, over the list.
    ///   - instead: what is done where there is no terminal to show it on; the list where nothing is said.
    func run(at place: RecordPlace?, instead: (() throws -> Void)? = nil) throws {
        _ = try FilterText.parse(filter)
        let open = Colophon.dashboard.withLock { $0 }
        guard let open else {
            throw CommandError("This program was built without its dashboard: use 'colophon list turns'.")
        }
        let wanted = look
        let look = try wanted.look()
        var request = try request()
        request.look = look
        request.configuration = ConfigHome(environment: ProcessInfo.processInfo.environment).folder.map {
            (folder: $0, file: ConfigHome.fileName)
        }
        request.readLook = { try? wanted.look() }
        request.place = place
        let end = open(request)
        if case .noTerminal = end {} else { request.noteVisit?() }
        switch end {
        case .quit: break
        case .signal(let number): throw ExitCode(128 + number)
        case .noTerminal(let sentence):
            Console.note(sentence)
            if let instead { return try instead() }
            var list = try ListCommand.parse(["turns"])
            list.filter = filter
            list.options = options
            try list.run()
        }
    }

    /// The user's own store; where it holds nothing and there is nothing to read, a demo in memory.
    private func request() throws -> DashboardRequest {
        let sources = try IngestSources(
            paths: [], environment: ProcessInfo.processInfo.environment,
            here: FileManager.default.currentDirectoryPath)
        let path = try options.path()
        let store = try Store.open(at: path, mode: .create, cacheKilobytes: Cache.lists)
        if try store.turns(limit: 1).isEmpty, sources.files().isEmpty, options.store == nil {
            let demo = try DemoStore.inMemory(now: Timestamp.now.milliseconds)
            return DashboardRequest(store: demo, dataVersion: { 0 }, catchUp: nil, filter: filter, isDemo: true)
        }
        let writing = try Store.open(at: path, mode: .write, cacheKilobytes: Cache.writing)
        let intake = Intake(store: writing)
        let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath)
        let here = try checkout.flatMap { try RepositoryPlace.here($0, in: store) }
        var request = DashboardRequest(
            store: store, details: try Store.open(at: path, mode: .read, cacheKilobytes: Cache.details),
            storePath: path,
            dataVersion: {
                if try store.hasPending() { try intake.settle() }
                try writing.addUpUsage(for: .milliseconds(20))
                try writing.packFacts(now: Timestamp.now.milliseconds, for: .milliseconds(20))
                return try store.dataVersion()
            },
            catchUp: { _ in
                do {
                    let summary = try intake.run(sources.filesNewestFirst())
                    if let checkout { try intake.note(workTree: checkout.root) }
                    return summary.added == Tally() ? nil : IngestReport(summary: summary).line
                } catch {
                    return "\(error)"
                }
            },
            follow: {
                let watch = Watch(intake: intake, sources: sources)
                // What was written since the first reading ended, before anybody watched.
                _ = try? intake.run(sources.files())
                _ = try? ShingleIndexing(store: writing).run()
                try? OwnRules.use(
                    { try StoreAuditing.follow(writing, own: $0, now: Timestamp.now.milliseconds) }, saying: { _ in })
                _ = try? OriginIndexing(store: writing).run()
                if let checkout {
                    let reading = MainlineReading(store: writing, checkout: checkout)
                    _ = try? reading.run(now: Timestamp.now.milliseconds)
                    _ = try? reading.replayMerges(for: .seconds(2))
                }
                try? writing.addUpUsage()
                try? writing.packFacts(now: Timestamp.now.milliseconds)
                Heap.giveBackProgram()
                // What goes wrong now and then (a full disk, a store in use) may be well at the next change.
                while true { try? watch.run { _ in } }
            },
            noteVisit: { try? writing.noteVisit(at: Timestamp.now.milliseconds) },
            filter: filter, repository: try here.map { try store.label(of: $0) }, identity: here?.identity,
            root: checkout?.root, lastVisit: try store.lastVisit(), isDemo: try store.isSynthetic)
        request.openWriting = { try Store.open(at: path, mode: .write, cacheKilobytes: Cache.details) }
        request.sessionPath = SessionPath.of(store: path, environment: ProcessInfo.processInfo.environment)
        request.isFresh = fresh
        request.openStore = { try Store.open(at: path, mode: .read, cacheKilobytes: Cache.details) }
        if request.isDemo {
            request.catchUp = nil
            request.follow = nil
        }
        return request
    }
}
