import ArgumentParser
import Audit
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

/// Which change is held against which policy.
struct GateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The change: A..B, commit:9f31c2a, a request that 'import' brought, as owner/name#12, or what the work tree adds \
            to a commit, as origin/main.
            """, valueName: "change"))
    var diff = "HEAD"

    @Option(help: ArgumentHelp("A policy in TOML.", valueName: "file"))
    var policy: String?

    @Option(help: ArgumentHelp("The repository (default: the one you stand in).", valueName: "path"))
    var repo: String?

    @OptionGroup var ruleOptions: RuleOptions

    /// The repository that is meant.
    func checkout() throws -> Checkout { try RevisionOptions.checkout(at: repo) }

    /// Holds the change against the policy; which one that was is noted.
    func judge(by store: Store, in checkout: Checkout) throws -> GateReport {
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
