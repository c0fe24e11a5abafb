import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct GateApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Lets a decision pass, with your name and reason.")

    @OptionGroup var word: ReviewOptions

    func validate() throws { try word.check() }

    func run() throws { try word.say(.approved) }
}

struct GateRejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Keeps a decision from passing, with your name and reason.")

    @OptionGroup var word: ReviewOptions

    func validate() throws { try word.check() }

    func run() throws { try word.say(.rejected) }
}

/// Which decision, who says so and why.
struct ReviewOptions: ParsableArguments {
    @Argument(help: "A decision, as decision:4f2a91 or the beginning of its id; 'colophon gate list' has them.")
    var id: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String

    @Option(help: ArgumentHelp("Who says so (default: user.name of git's configuration).", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("It holds until that day, as 2026-12-31.", valueName: "date"))
    var until: String?

    @OptionGroup var options: StoreOptions

    func check() throws {
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason wants words: who reads it later has no others.")
        }
        if let until, Self.moment(until) == nil {
            throw ValidationError("'\(until)' is no day: write it as 2026-12-31.")
        }
    }

    func say(_ verdict: Review.Verdict) throws {
        let now = Timestamp.now.milliseconds
        let end = until.flatMap(Self.moment(_:))
        if let end, end <= now { throw CommandError("'\(until ?? "")' is over already: name a day to come.") }
        let store = try options.open(.write)
        let (kind, row) = try Link(id.contains(":") ? id : "decision:" + id).resolve(in: store)
        guard kind == .decision, let decision = try store.decision(row) else {
            throw CommandError("'\(Visible.text(id))' is no decision: 'colophon gate list' has those that wait.")
        }
        let folder = FileManager.default.currentDirectoryPath
        let given = name ?? Checkout.discover(from: folder)?.userName ?? Checkout.userName ?? ""
        guard !given.allSatisfy(\.isWhitespace) else {
            throw CommandError("Nobody is named: set user.name in git's configuration, or say --name.")
        }
        var review = Review(
            decision: UID(text: decision.uid), verdict: verdict, reviewer: given, reason: reason, at: now)
        review.until = end
        try store.keep(review)
        let days = end.map { " until \(Timestamp(milliseconds: $0).iso.prefix(10))" } ?? ""
        Console.write(
            Visible.text("decision:\(decision.uid.prefix(10)) \(verdict.rawValue) by \(given)\(days): \(reason)") + "\n"
        )
    }

    private static func moment(_ text: String) -> Int64? {
        Timestamp(iso: text.contains("T") ? text : text + "T00:00Z")?.milliseconds
    }
}
