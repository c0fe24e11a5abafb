import ArgumentParser
import Flows
import Foundation
import Git
import Ingest
import Store
import Text

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Reads changes, runs, releases, deployments, incidents and other numbers that hosts and alarm systems wrote.",
        discussion: """
            What a file is shows by looking:

              gh api graphql --paginate -F owner='{owner}' -F name='{repo}' -f query="$(colophon import --query)" \
            | colophon import -
              gh pr list --state all --limit 5000 --json number,title,state,isDraft,author,createdAt,mergedAt,\
            closedAt,updatedAt,mergeCommit,headRefName,headRefOid,baseRefName,additions,deletions,changedFiles,labels,\
            mergeable,reviews,url | colophon import -
              gh run list --limit 1000 --json databaseId,workflowName,status,conclusion,event,headBranch,headSha,\
            createdAt,startedAt,updatedAt,url | colophon import -
              glab api --paginate projects/:id/merge_requests | colophon import -

            The first asks GitHub for all that is read of a pull request; 'gh pr list' is refused commits of more than 49. \
            It takes the REST shapes of GitHub and GitLab, the histories of PagerDuty and Alertmanager, JSON Lines, and CSV \
            with a header too. The same told again doubles nothing. A row that cannot be read is named with its line, the \
            others are kept, and the exit code is 1.
            """)

    @Argument(help: ArgumentHelp("Files; - for standard input.", valueName: "file"))
    var files: [String] = []

    @Flag(help: "Prints what to ask GitHub's GraphQL for, and reads nothing.")
    var query = false

    @Option(
        help: ArgumentHelp(
            "Whose rows these are, where they do not say (default: the one you stand in).", valueName: "owner/name"))
    var repository: String?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if files.isEmpty, !query { throw ValidationError("Name the files to import, or - for standard input.") }
        if !files.isEmpty, query { throw ValidationError("--query reads nothing: leave the files away.") }
        if let repository, repository.isEmpty || repository.hasPrefix("/") {
            throw ValidationError("--repository takes a name as owner/name, not '\(repository)'.")
        }
    }

    func run() throws {
        if query { return Console.write(GitHubQuestion.changes + "\n") }
        let remote = Checkout.discover(from: FileManager.default.currentDirectoryPath)?.remoteNames.first
        let reader = PipelineReader(
            repository: repository ?? remote.map(PipelineName.of(identity:)),
            host: remote.flatMap { $0.split(separator: "/").first.map(String.init) })
        // All of it, before anything is written.
        let readings = try files.map { ($0, try PipelineInput.read($0, by: reader)) }
        let store = try options.open(.create)
        var bad = 0
        for (file, reading) in readings {
            let summary = try PipelineImport(store: store).take(reading, now: Timestamp.now.milliseconds)
            for row in reading.bad.prefix(Self.mostComplaints) {
                Console.note(Visible.text("\(PipelineInput.name(file)), line \(row.line): \(row.reason)"))
            }
            if reading.bad.count > Self.mostComplaints {
                Console.note(
                    "\(PipelineInput.name(file)): \(reading.bad.count - Self.mostComplaints) more rows like these.")
            }
            bad += reading.bad.count
            Console.write(Visible.text(Self.sentence(summary, reading, PipelineInput.name(file))) + "\n")
        }
        if bad > 0 { throw ExitCode.failure }
    }

    private static let mostComplaints = 20

    /// `prs.json (gh pr list): 94 changes, 71 of them new; 1 row left out`
    private static func sentence(
        _ summary: PipelineImport.Summary, _ reading: PipelineReading, _ name: String
    ) -> String {
        let nouns = Set(summary.new.keys).union(summary.known.keys).sorted()
        let parts = nouns.map { noun in
            let (new, known) = (summary.new[noun] ?? 0, summary.known[noun] ?? 0)
            let all = IngestReport.count(new + known, noun)
            return known == 0 ? "\(all), new" : new == 0 ? "\(all), known already" : "\(all), \(new) of them new"
        }
        let shapes = reading.shapes.isEmpty ? "" : " (\(reading.shapes.joined(separator: ", ")))"
        return "\(name)\(shapes): " + (parts.isEmpty ? "nothing" : parts.joined(separator: "; "))
            + (reading.bad.isEmpty ? "" : "; \(IngestReport.count(reading.bad.count, "row")) left out")
    }
}
