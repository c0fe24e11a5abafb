import ArgumentParser
import Audit
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct GateCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Holds what a change adds against a policy.",
        discussion: """
            The policy is that of --policy, else .colophon/policy.toml as the base of the change has it, else policy.toml \
            in the configuration's folder, else a built-in one: findings of at least high severity and medium confidence \
            block, and answers of high risk wait for a review. The same change, policy and store give the same decision; \
            one that was approved passes until the change, or what is found in it, is another.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, github, markdown
    }

    @Option(
        help: ArgumentHelp(
            """
            The change: A..B, commit:9f31c2a, a request that 'import' brought, as owner/name#12, or what the work tree adds \
            to a commit, as origin/main (default: HEAD).
            """, valueName: "change"))
    var diff = "HEAD"

    @Option(help: ArgumentHelp("A policy in TOML.", valueName: "file"))
    var policy: String?

    @Option(help: "text, json, github (annotations of a workflow) or markdown (a comment on a pull request).")
    var format: Format = .text

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
        let report = try Undecided.ifItFails { try judge() }
        switch format {
        case .text: Console.write(GatePage.text(report))
        case .json: Console.write(GatePage.json(report))
        case .github: Console.write(report.workflowCommands)
        case .markdown: Console.write(report.markdown)
        }
        if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }

    private func judge() throws -> GateReport {
        let checkout = try RevisionOptions.checkout(at: repo)
        let store = try options.openForReading()
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
        return try gate.run(change, policy: source.policy)
    }
}
