import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text
import Trace

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Reads a stack trace, log or alarm and tells which prompt wrote the line that failed.",
        discussion: """
            Takes whatever tells of a failure: traces of most languages, output of tests and compilers, logs of CI and \
            clusters, Sentry events, webhooks of Alertmanager, Grafana and PagerDuty, OTLP logs. A stream is answered \
            failure by failure, as they come: kubectl logs -f deploy/shop | colophon trace

            Lines are read at --rev, else at what the failure says was running, else at what was deployed then \
            ('colophon deployment add'), else at what is checked out. Where the repository that you \
            stand in has no frame, all that the store knows are looked at. Exit code 2: no frame lies in them.
            """)

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Option(help: ArgumentHelp("The revision that ran: a commit, tag, version or image.", valueName: "rev"))
    var rev: String?

    @Option(help: ArgumentHelp("The repository (default: the one you stand in, then all known).", valueName: "path"))
    var repo: String?

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "A folder where it ran, and what it is in the repository: /srv/app=src.", valueName: "from=to"))
    var mappings: [String] = []

    @Option(
        help: ArgumentHelp(
            "A folder of source maps for bundled code; those beside a bundle are found.", valueName: "dir"))
    var sourcemap: String?

    @Flag(help: "Write Markdown for an incident report.")
    var story = false

    @Flag(help: "Write JSON, one failure a line.")
    var json = false

    @Flag(
        name: .shortAndLong,
        help: "Keep what is found and open the dashboard at the first of it, also where the input is a pipe.")
    var interactive = false

    @Flag(inversion: .prefixedNo, help: "Keep the failures as alerts in the store.")
    var keep = true

    @OptionGroup var options: StoreOptions

    func validate() throws {
        guard interactive else { return }
        if story || json { throw ValidationError("-i opens the dashboard: --story and --json print instead.") }
        if !keep { throw ValidationError("-i opens what is kept: leave --no-keep away.") }
    }

    func run() throws {
        if interactive { return try open() }
        try print()
    }

    /// What is found goes into the store, and the dashboard opens at the first of it.
    private func open() throws {
        guard Console.isTerminal else {
            Console.note("This is no terminal: what is found is printed.")
            return try print()
        }
        var first: RecordPlace?
        do {
            let store = try options.openForReading()
            defer { try? store.close() }
            let (tracing, keeping) = (try tracing(in: store), AlertKeeping(store: store))
            var diagnostics = 0
            try FailureInput(file).each(endsWhenQuiet: true) { failure in
                guard failure.kind != .diagnostic else { return diagnostics += 1 }
                let uid = try keeping.keep(tracing.answer(failure), now: Timestamp.now.milliseconds)
                guard first == nil, case .one(_, let id, _) = try store.find(.alert, uid) else { return }
                first = try store.place(of: .alert, id)
            }
            guard first != nil else {
                if diagnostics > 0 {
                    throw CommandError("Lines of compilers and linters are no alerts: 'colophon trace' prints them.")
                }
                throw nothingFound
            }
        }
        // The keys come from the terminal, whatever was read.
        Console.readKeysFromTerminal()
        var dashboard = try DashboardCommand.parse([])
        dashboard.options = options
        try dashboard.run(at: first)
    }

    private func print() throws {
        let store = try options.openForReading()
        let tracing = try tracing(in: store)
        defer {
            KeptToTheEnd.keep(tracing)
            try? tracing.end()
            try? store.close()
        }
        let keeping = keep ? AlertKeeping(store: store) : nil
        let page = TracePage(form: json ? .json : story ? .markdown : .text, width: Console.columns)
        var found = 0
        var own = 0
        let input = try FailureInput(file)
        try input.each { failure in
            let answer = try tracing.answer(failure)
            if found > 0, !json { Console.write("\n") }
            found += 1
            if answer.hasOwn { own += 1 }
            let now = Timestamp.now.milliseconds
            Console.write(page.bytes(answer, alert: try kept(answer, by: keeping, now: now), now: now))
        }
        guard found > 0 else { throw nothingFound }
        if own == 0 { throw ExitCode(2) }
    }

    private var nothingFound: CommandError {
        CommandError(
            "No failure was found in \(file == "-" ? "the input" : "'\(file)'"): it holds no trace, report or alarm that is known."
        )
    }

    private func tracing(in store: Store) throws -> Tracing {
        try ShingleIndexing.catchUp(store)
        var settings = Tracing.Options()
        settings.revision = rev
        settings.sourceMaps = sourcemap
        settings.mappings = try mappings.map(Self.mapping)
        let (near, far) = try checkouts(in: store)
        return try Tracing(store: store, checkouts: near, elsewhere: far, options: settings)
    }

    /// The alert's uid; none where the store cannot be written.
    private func kept(_ answer: TraceAnswer, by keeping: AlertKeeping?, now: Int64) throws -> String? {
        guard let keeping, answer.failure.kind != .diagnostic else { return nil }
        do {
            return try keeping.keep(answer, now: now)
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            Console.note(error.description)
            return nil
        }
    }

    /// The repository that is named, else the one in which the user stands before all that the store knows.
    private func checkouts(in store: Store) throws -> (near: [Checkout], far: [Checkout]) {
        if let repo {
            guard let checkout = Checkout.discover(from: repo) else {
                throw CommandError("There is no git repository at '\(repo)': name another with --repo.")
            }
            return ([checkout], [])
        }
        let here = Checkout.discover(from: FileManager.default.currentDirectoryPath)
        var roots = Set(here.map { [$0.root] } ?? [])
        let others = try store.repositories().compactMap(\.directory).compactMap { Checkout.discover(from: $0) }
            .filter { roots.insert($0.root).inserted }
        return here.map { ([$0], others) } ?? (others, [])
    }

    private static func mapping(_ text: String) throws -> PathMapping {
        guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
            throw CommandError("'\(text)' maps nothing: write --map /folder/where/it/ran=folder/in/the/repository.")
        }
        return PathMapping(from: String(text[..<sign]), to: String(text[text.index(after: sign)...]))
    }
}
