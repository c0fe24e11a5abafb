import ArgumentParser
import Flows
import Foundation
import Git
import Store

/// Which commits of which repository a command looks at.
struct RevisionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The commits A..B; a branch is all that it holds, any other name one commit.", valueName: "rev"))
    var rev: String?

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    /// - Throws: `CommandError` where there is no repository.
    func checkout() throws -> Checkout { try Self.checkout(at: repo) }

    static func checkout(at repo: String?) throws -> Checkout {
        let folder = repo ?? FileManager.default.currentDirectoryPath
        guard let checkout = Checkout.discover(from: folder) else {
            throw CommandError(
                repo.map { "There is no git repository at '\($0)': name another with --repo." }
                    ?? "You do not stand in a git repository: go into one, or name it with --repo.")
        }
        return checkout
    }

    /// `nil` where neither a revision nor a repository is named, and the user stands in none.
    func checkoutIfAny() throws -> Checkout? {
        guard rev == nil, repo == nil else { return try checkout() }
        return Checkout.discover(from: FileManager.default.currentDirectoryPath)
    }

    /// What was looked at, and how much of it has a record here.
    static func sentence(_ summary: RevisionAttribution.Summary) -> String {
        var text =
            "\(IngestReport.count(summary.commits, "commit")) with \(IngestReport.count(summary.lines, "added line")) "
            + "looked at: \(IngestReport.count(summary.claimed, "line")) had a record here"
        if summary.isCut { text += "; older commits were left out" }
        if summary.unread > 0 { text += "; \(IngestReport.count(summary.unread, "commit")) could not be read" }
        return text
    }
}
