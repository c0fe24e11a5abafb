import ArgumentParser
import Flows
import Foundation
import Git
import Metrics
import Store
import Text

struct StatsBranchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branches",
        abstract: "How far the branches that are not merged have gone from the main line, and which would conflict.",
        discussion: """
            'drift' is Jensen and Shannon's divergence, base 2, of rows of three tokens in the files that either side changed \
            since they parted: 0 the same, 1 nothing in common. 'noise' is that of two random halves of these files as they \
            were: what two samples of the same code have. 'unlike' is the share of rows of five tokens that only one side \
            has. The merge is tried in a place of its own; nothing is written to the repository.
            """)

    @Option(help: "table, csv, json or markdown.")
    var format: OutputFormat = .table

    @OptionGroup var options: StoreOptions

    private static let columns = [
        OutputColumn("branch", minimumWidth: 14, isFlexible: true),
        OutputColumn("ahead", alignment: .trailing, rank: 1),
        OutputColumn("behind", alignment: .trailing, rank: 1), OutputColumn("files", alignment: .trailing, rank: 3),
        OutputColumn("both", alignment: .trailing, rank: 2), OutputColumn("drift", alignment: .trailing),
        OutputColumn("noise", alignment: .trailing), OutputColumn("unlike", alignment: .trailing, rank: 2),
        OutputColumn("conflicts", alignment: .trailing),
    ]

    func run() throws {
        guard let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath) else {
            throw CommandError("Branches are looked at in a repository: go into one.")
        }
        let now = Timestamp.now.milliseconds
        let place = try StatsPlace.open(options, repository: nil, all: false, now: now)
        let names = Set(try BranchReading(store: place.store, checkout: checkout).run(now: now, for: .seconds(60)))
        let scope = PipelineScope(repository: place.repository, from: 0, to: now + 1)
        let facts = try place.store.branches(in: scope).filter { names.contains($0.branch) }
        var bytes: [UInt8] = []
        let columns = format == .table ? Console.columns.map { Self.columns.fitting($0) } : nil
        var writer = format.writer(width: Console.columns)
        writer.begin(columns.map { $0.map { Self.columns[$0] } } ?? Self.columns, to: &bytes)
        for fact in facts {
            let row = row(fact)
            writer.row(columns.map { $0.map { row[$0] } } ?? row, to: &bytes)
        }
        writer.end(to: &bytes)
        if facts.isEmpty, format == .table { bytes = Array("No branch is open that moved in the last 90 days.\n".utf8) }
        Console.write(bytes)
    }

    private func row(_ fact: BranchFact) -> [OutputValue] {
        let isShown = format == .table || format == .markdown
        func share(_ value: Double?) -> OutputValue {
            guard let value else { return isShown ? .text("no code") : .null }
            return isShown ? .text(FigureWords.number(value)) : .number(value)
        }
        return [
            .text(fact.branch), .integer(Int64(fact.ahead)), .integer(Int64(fact.behind)), .integer(Int64(fact.files)),
            .integer(Int64(fact.both)), share(fact.divergence), share(fact.noise), share(fact.dissimilarity),
            fact.conflicts.map { .integer(Int64($0)) } ?? (isShown ? .text("no answer") : .null),
        ]
    }
}
