import ArgumentParser
import Audit
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct RiskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risk",
        abstract: "Tells how risky generated code is, and what each point of it rests on.",
        discussion: """
            The class is that of the worst rule that holds; the score, 0 to 100, orders within a class. What is not known \
            counts against it. A link names an answer, an edit, a turn, a prompt or a finding: generation:4f2a91; a line \
            is src/a.py:42; a change is a range A..B, commit:9f31c2a, or a pull or merge request that 'colophon import' \
            brought, as owner/name#12: of a change the code that answers wrote of it counts, and nothing else. Exit code \
            2: what it is made of could not all be checked.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json

        init?(argument: String) { self.init(rawValue: argument == "table" ? "text" : argument) }
    }

    @Argument(help: "For example generation:4f2a91, edit:91c0, turn:77aa, src/a.py:42, main..HEAD or acme/shop#12.")
    var link: String

    @Option(help: "text or json (one account a line).")
    var format: Format = .text

    @Option(help: ArgumentHelp("The repository of a change (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var options: StoreOptions

    /// Of a turn no more answers are told of.
    private static let mostAnswers = 200

    func run() throws {
        let store = try options.openForReading()
        let now = Timestamp.now.milliseconds
        let own = try Undecided.ifItFails { try ruleOptions.files() }
        var auditing = try Undecided.ifItFails { try StoreAuditing(store: store, own: own, now: now) }
        if NamedChange.isMeant(by: link) { return try tellOfChange(in: store, own, now) }
        if let refusal = try auditing.workOff().refusal { Console.note(refusal.description) }
        let (answers, edit) = try subjects(in: store)
        let left = try auditing.catchUp(answers: answers)
        let reading = RiskReading(store: store, now: now, edition: auditing.edition)
        let accounts = RiskAccount.inOrder(
            try answers.compactMap { answer in
                try reading.catchUp(answer)
                return try reading.account(of: answer, edit: edit)
            })
        guard let worst = accounts.first else {
            throw CommandError("'\(Visible.text(link))' has no answer of a model in it, so there is no risk to tell.")
        }
        if format == .json {
            for account in accounts { Console.write(RiskPage.json(account)) }
        } else {
            Console.write(RiskPage.text(worst))
            if accounts.count > 1 {
                Console.write("\nThe worst of \(accounts.count) answers; the others:\n")
                Console.write(RiskPage.lines(accounts.dropFirst()))
            }
        }
        guard left == 0 else {
            Console.note(
                "Could not tell: \(IngestReport.count(left, "edit")) could not be checked by today's rules, for the store may "
                    + "not be written.")
            throw ExitCode(2)
        }
    }

    private func tellOfChange(in store: Store, _ own: [RuleFolder.File], _ now: Int64) throws {
        let checkout = try RevisionOptions.checkout(at: repo)
        guard let named = try NamedChange(link, in: checkout, store) else {
            throw CommandError(
                "'\(Visible.text(link))' is no change: name it as A..B, commit:9f31c2a or owner/name#12.")
        }
        let change = try named.asRequest(in: checkout, store)
        var reading = try ChangeReading(store: store, checkout: checkout, rules: own, now: now)
        let told = try reading.read(change.range, named: change.name)
        Console.write(format == .json ? RiskPage.json(told) : Array(RiskPage.text(told).utf8))
        if let doubt = told.doubts.first {
            Console.note("Could not tell: \(doubt)")
            throw ExitCode(2)
        }
    }

    /// The rows of answers, and that of the edit where only its code is meant.
    private func subjects(in store: Store) throws -> (answers: [Int64], edit: Int64?) {
        if let edit = try editOfLine(in: store) { return (try store.answers(of: .edit, edit, limit: 1), edit) }
        let (kind, id) = try Link(link).resolve(in: store)
        switch kind {
        case .edit: return (try store.answers(of: .edit, id, limit: 1), id)
        case .finding:
            guard let finding = try store.auditedFinding(id) else { return ([], nil) }
            if let edit = finding.editID { return (try store.answers(of: .edit, edit, limit: 1), edit) }
            guard let uid = finding.generation, case .one(_, let answer, _) = try store.find(.generation, uid) else {
                throw CommandError("'\(Visible.text(link))' lies in a file that no recorded answer wrote.")
            }
            return ([answer], nil)
        case .generation, .turn, .prompt: return (try store.answers(of: kind, id, limit: Self.mostAnswers), nil)
        case .session, .segment, .decision, .alert:
            throw CommandError(
                "A \(kind.rawValue) has no risk of its own: name an answer, an edit, a turn or a finding.")
        }
    }

    /// `nil` where a record is meant.
    private func editOfLine(in store: Store) throws -> Int64? {
        let kind = link.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
        guard link.contains(":"), RecordKind(rawValue: kind) == nil else { return nil }
        let range = try CodeRange(link)
        guard let lines = range.lines else { return nil }
        let named = try NamedFile(range.path, from: FileManager.default.currentDirectoryPath)
        _ = try ShingleIndexing.catchUp(store)
        var resolver = LineResolver(store: store, objects: named.objects)
        try resolver.expect(named.path)
        let answer = try resolver.resolve(try named.read(), lines: lines, needsHistory: false)
        guard let edit = answer.lines.compactMap(\.content?.edit).first else {
            throw CommandError(
                "No recorded edit wrote '\(Visible.text(link))': 'colophon blame' says what is known of it.")
        }
        return edit.id
    }
}
