import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Text

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Finds past questions and their answers by words, the best first.",
        discussion: """
            Looks through what people asked and what was answered, with or without code: how did we do this before? \
            Other forms of a word are found, too. The words that were found stand in «marks».
            """)

    enum Reach: String, CaseIterable, ExpressibleByArgument {
        case here, all
    }

    @Argument(help: "What you want to know, in words.")
    var words: [String]

    @Option(help: ArgumentHelp("Only turns that match.", valueName: "filter"))
    var filter = ""

    @Option(help: "How many hits at most.")
    var limit = 10

    @Option(help: "Only this repository, or all, this one first where it is as good.")
    var repo: Reach = .all

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on, not \(limit).") }
    }

    func run() throws {
        let question = AskedQuestion(words.joined(separator: " "))
        guard !question.isEmpty else {
            throw CommandError("There is no word to look for: ask with words, as in 'colophon ask refund twice'.")
        }
        _ = try FilterText.parse(filter)
        let store = try options.openForReading()
        let here = try Checkout.discover(from: FileManager.default.currentDirectoryPath).flatMap {
            try RepositoryPlace.here($0, in: store)
        }
        let hits = try store.ask(
            question, matching: FilterText.parse(narrowed(to: here.map { try store.label(of: $0) })),
            repository: here?.name, now: Timestamp.now.milliseconds, limit: limit)
        guard !hits.isEmpty else {
            throw CommandError("No question or answer that is recorded holds \(Self.alternatives(question.words)).")
        }
        var listing = Listing(output: output, limit: limit)
        var rest = hits[...]
        try listing.write(ListColumns.answers) { _, count in
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).map { ($0.turn.key, ListColumns.values(of: $0)) }
        }
    }

    private func narrowed(to here: String?) throws -> String {
        guard repo == .here else { return filter }
        guard let here else {
            throw CommandError("This folder is in no repository that the store knows: leave --repo here away.")
        }
        let place = "repo:\"\(here.filter { $0 != "\"" })\""
        return filter.isEmpty ? place : "\(place) (\(filter))"
    }

    /// `'refund'`, `'refund' or 'twice'`
    private static func alternatives(_ words: [String]) -> String {
        let quoted = words.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension ListColumns {
    static let answers = [
        OutputColumn("at", title: "when", minimumWidth: 16, rank: 2), OutputColumn("link", minimumWidth: 15),
        OutputColumn("agent", minimumWidth: 11, rank: 4),
        OutputColumn("model", minimumWidth: 10, isFlexible: true, rank: 5),
        OutputColumn("repository", minimumWidth: 8, isFlexible: true, rank: 6),
        OutputColumn("asked", minimumWidth: 16, isFlexible: true),
        OutputColumn("answer", minimumWidth: 24, isFlexible: true),
        OutputColumn("files", minimumWidth: 12, isFlexible: true, rank: 3),
        OutputColumn("score", alignment: .trailing, minimumWidth: 6, rank: 8),
    ]

    static func values(of hit: AskedHit) -> [OutputValue] {
        let turn = hit.turn
        return [
            .timestamp(Timestamp(milliseconds: turn.at)), .text("turn:" + turn.uid.short), .text(turn.agent),
            .of(turn.model), .of(turn.repository), .text(hit.asked.marked("«", "»")),
            .text(hit.answer.marked("«", "»")),
            hit.files.isEmpty ? .null : .text(hit.files.joined(separator: ", ")),
            .number((hit.score * 100).rounded() / 100),
        ]
    }
}
