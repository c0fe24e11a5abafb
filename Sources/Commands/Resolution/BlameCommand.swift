import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Text

struct BlameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        // With a name above it nobody looks whether a completion script is asked for: 1 ms of an answer's 20.
        commandName: "blame", _superCommandName: "colophon",
        abstract: "Says who wrote each line of a file: which edit of which prompt, and how certain that is.",
        discussion: """
            exact: the line stands as an edit wrote it. adapted: it was changed since, or nobody recorded what stood \
            before. commit: the commit that brought it holds edits of a session. session: branch and time alone. \
            no record: a person, or an agent that left no trace.

            The file may be changed since the last commit, or be in no repository at all; --rev looks at it as it stood \
            at a commit, tag, version or image.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, porcelain
    }

    @Argument(help: "FILE, FILE:LINE or FILE:FIRST-LAST.")
    var place: String

    @Option(help: ArgumentHelp("The file as it stood at a commit, tag, version or image.", valueName: "rev"))
    var rev: String?

    @Flag(help: "Answer for each token instead of each line.")
    var tokens = false

    @Option(help: "table, json, or porcelain: one line a line, parted by tabs, whose columns stay as they are.")
    var format: Format = .table

    @Option(help: ArgumentHelp("How long git's history may be looked at; 0 for content alone.", valueName: "seconds"))
    var history = 2.0

    @OptionGroup var options: StoreOptions

    func validate() throws {
        guard 0...3600 ~= history else { throw ValidationError("--history takes seconds from 0 to 3600.") }
    }

    func run() throws {
        let range = try CodeRange(place)
        let named = try NamedFile(range.path, from: FileManager.default.currentDirectoryPath)
        let store = try options.openForReading()
        _ = try ShingleIndexing.catchUp(store)
        var resolver = LineResolver(store: store, objects: named.objects)
        defer {
            KeptToTheEnd.keep((resolver, named))
            try? store.close()
        }
        try resolver.expect(named.path, lines: rev == nil && history > 0 ? range.lines : nil)
        let file = try named.read(revision: rev)
        let answer = try resolver.resolve(
            file, lines: range.lines, budgetMilliseconds: Int((history * 1000).rounded()), needsTokens: tokens)
        if let lines = range.lines, answer.lines.isEmpty {
            throw CommandError(
                "'\(range.path)' has no line \(lines.lowerBound): it ends at \(file.text.utf8.count { $0 == 0x0A }).")
        }
        let page = BlamePage(answer, asked: try store.asked(in: Set(answer.turns)))
        switch format {
        case .json: Console.write(page.json(withTokens: tokens))
        case .porcelain: Console.write(page.porcelain(byToken: tokens))
        case .table:
            Console.write(
                tokens
                    ? page.tokenTable(width: Console.columns)
                    : page.table(width: Console.columns, isDetailed: range.lines.map { $0.count <= 3 } ?? false))
        }
        if answer.waiting > 0 {
            Console.note(
                "\(IngestReport.count(answer.waiting, "edit")) still wait for the index from code to edits: "
                    + "'colophon ingest' works them off.")
        }
    }
}
