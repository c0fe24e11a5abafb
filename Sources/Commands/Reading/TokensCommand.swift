import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct TokensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Tells of each token how likely it was, where it was copied from and what became of it.",
        discussion: """
            A link names an answer, an edit, a turn or a prompt: generation:4f2a91, edit:91c0. The tokens are the model's \
            own where its engine recorded them, with their log probabilities; of an agent's history they are those of the \
            language, and the log probability is not recorded. 'new' is what stands in nothing that the model saw.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Argument(help: "Whose tokens, for example generation:4f2a91.")
    var link: String

    @Option(help: "table or json (one text a line).")
    var format: Format = .table

    @OptionGroup var options: StoreOptions

    /// Of a turn no more answers are told of.
    private static let mostAnswers = 100

    func run() throws {
        let store = try options.openForReading()
        let (kind, id) = try Link(link).resolve(in: store)
        let answers = try store.answers(of: kind, id, limit: Self.mostAnswers)
        guard !answers.isEmpty else {
            throw CommandError("A \(kind.rawValue) has no tokens: name an answer, an edit, a turn or a prompt.")
        }
        let here = Checkout.discover(from: FileManager.default.currentDirectoryPath)?.root
        var accounting = TokenAccounting(store: store, here: here)
        var isEmpty = true
        for answer in answers {
            do {
                try OriginIndexing(store: store).run(for: answer)
            } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
                Console.note(error.description)
            }
            for account in try accounting.accounts(of: answer, edit: kind == .edit ? id : nil) {
                if format == .table, !isEmpty { Console.write("\n") }
                isEmpty = false
                Console.write(format == .json ? Self.json(account) : Self.table(account))
            }
        }
        if isEmpty { Console.note("'\(link)' said and wrote nothing that is recorded.") }
    }

    // MARK: - A table

    private static let columns = [
        OutputColumn("line", alignment: .trailing, minimumWidth: 4),
        OutputColumn("token", minimumWidth: 12, isFlexible: true),
        OutputColumn("bytes", alignment: .trailing, minimumWidth: 5, rank: 3),
        OutputColumn("logprob", title: "log prob.", minimumWidth: 12, rank: 2),
        OutputColumn("origin", minimumWidth: 20, isFlexible: true),
        OutputColumn("fate", minimumWidth: 16, isFlexible: true, rank: 1),
    ]

    private static func table(_ account: TokenAccount) -> [UInt8] {
        let copied = account.tokens.count {
            if case .copied = $0.origin { true } else { false }
        }
        let cut = account.areModels ? "" : ", as the language cuts them"
        var heading =
            account.edit.map { "edit:\($0)  \(Visible.text(account.path ?? ""))" } ?? "generation:\(account.generation)"
        heading += "  \(account.tokens.count.grouped) tokens\(cut), \(copied.grouped) copied\n"
        if let moved = account.movedTo { heading += "It stands in \(Visible.text(moved)) today.\n" }
        if let note = account.fateNote { heading += "\(Visible.text(note))\n" }
        var writer = OutputFormat.table.writer(width: Console.columns)
        var bytes = Array(heading.utf8)
        let places = Console.columns.map { columns.fitting($0) } ?? Array(columns.indices)
        writer.begin(places.map { columns[$0] }, to: &bytes)
        for token in account.tokens {
            let values: [OutputValue] = [
                .integer(Int64(token.line)), .text(token.text), .integer(Int64(token.range.count)),
                token.logprob.map { .number(Double($0)) } ?? .text("not recorded"), .text(words(token.origin)),
                .of(token.fate.map { words($0, account.path) }),
            ]
            writer.row(places.map { values[$0] }, to: &bytes)
        }
        writer.end(to: &bytes)
        return bytes
    }

    private static func words(_ origin: TokenAccount.Origin) -> String {
        switch origin {
        case .new: "new"
        case .notRecorded: "not recorded"
        case .copied(let place): "\(place.title):\(place.line)"
        }
    }

    private static func words(_ fate: TokenAccount.Fate, _ path: String?) -> String {
        switch fate {
        case .stands(let line, let column): return "stands at \(line):\(column)"
        case .changed(let edit, let by, let at):
            let parts = TimeZoneClock.local.parts(of: Timestamp(milliseconds: at))
            return "changed by \(by) \(parts.date) \(parts.time) edit:\(edit.short)"
        case .deleted(let commit, let by, let at):
            let parts = TimeZoneClock.local.parts(of: Timestamp(milliseconds: at))
            return "deleted by \(Visible.text(by)) \(parts.date) \(parts.time) commit:\(commit.short)"
        case .uncommitted: return "deleted since the last commit"
        case .gone: return "gone, by whom is not recorded"
        }
    }

    // MARK: - JSON

    private static func json(_ account: TokenAccount) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("generation", account.generation)
            object.set("edit", account.edit)
            object.set("path", account.path)
            object.set("tokens_are", account.areModels ? "model" : "language")
            object.set("moved_to", account.movedTo)
            object.set("fate_note", account.fateNote)
            object.array("tokens") { tokens in
                for token in account.tokens {
                    tokens.object { object in
                        object.set("text", token.text)
                        object.set("offset", token.range.lowerBound)
                        object.set("bytes", token.range.count)
                        object.set("line", token.line)
                        object.set("logprob", token.logprob.map { Double($0) })
                        if !token.alternatives.isEmpty {
                            object.array("alternatives") { others in
                                for other in token.alternatives {
                                    others.object { object in
                                        object.set("text", other.text)
                                        object.set("logprob", Double(other.logprob))
                                        object.set("id", other.id.map { Int64($0) })
                                    }
                                }
                            }
                        }
                        switch token.origin {
                        case .new: object.set("origin", "new")
                        case .notRecorded: object.set("origin", "not recorded")
                        case .copied(let place):
                            object.object("origin") { object in
                                object.set("link", place.link)
                                object.set("title", place.title)
                                object.set("path", place.path)
                                object.set("line", place.line)
                            }
                        }
                        switch token.fate {
                        case .stands(let line, let column):
                            object.object("fate") { object in
                                object.set("state", "stands")
                                object.set("line", line)
                                object.set("column", column)
                            }
                        case .changed(let edit, let by, let at):
                            object.object("fate") { object in
                                object.set("state", "changed")
                                object.set("edit", edit)
                                object.set("by", by)
                                object.set("at", Timestamp(milliseconds: at).iso)
                            }
                        case .deleted(let commit, let by, let at):
                            object.object("fate") { object in
                                object.set("state", "deleted")
                                object.set("commit", commit)
                                object.set("by", by)
                                object.set("at", Timestamp(milliseconds: at).iso)
                            }
                        case .uncommitted: object.object("fate") { $0.set("state", "deleted, not committed") }
                        case .gone: object.object("fate") { $0.set("state", "gone") }
                        case nil: break
                        }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
