import ArgumentParser
import Flows
import Foundation
import Git
import Store
import Text

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Tells of a change what was generated in it, by which prompts, what was found, and whether it may pass.",
        discussion: """
            As Markdown it is the comment on a pull request, never longer than a comment may be. Of lines without a record \
            it says what the commits say of themselves. The policy is found as 'colophon gate' finds it. Exit code 0, \
            whatever the gate says.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown
    }

    @Option(
        help: ArgumentHelp(
            "The change: A..B, a request (#12), or what the work tree adds to a commit, as origin/main (default: HEAD).",
            valueName: "rev"))
    var diff = "HEAD"

    @Option(help: "text, json or markdown (a comment on a pull request).")
    var format: Format = .text

    @Option(help: ArgumentHelp("A policy in TOML.", valueName: "file"))
    var policy: String?

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
        let checkout = try RevisionOptions.checkout(at: repo)
        let store = try openIfThere()
        let change =
            try NamedChange(diff, in: checkout, store)
            ?? NamedChange(range: diff).asRequest(in: checkout, store)
        var gate = try ChangeGate(
            store: store, checkout: checkout, rules: ruleOptions.files(), now: Timestamp.now.milliseconds)
        let home = ConfigHome(environment: ProcessInfo.processInfo.environment)
        let source = try PolicySource(
            named: policy, base: gate.ends(of: change.range).base, in: checkout,
            own: home.folder.map { $0 + "/policy.toml" })
        if let note = source.note { Console.note(note) }
        let report = try ChangeReport(gate.run(change, policy: source.policy), store: store, checkout: checkout)
        switch format {
        case .text: Console.write(ChangePage.text(report))
        case .json: Console.write(ChangePage.json(report))
        case .markdown: Console.write(report.markdown)
        }
    }

    /// What commits say of themselves can be told without a store, too.
    private func openIfThere() throws -> Store {
        do {
            return try options.openForReading()
        } catch let error as StoreError where error.code == .missing {
            return try Store.inMemory()
        }
    }
}
