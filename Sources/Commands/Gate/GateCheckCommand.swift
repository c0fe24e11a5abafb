import ArgumentParser
import Flows
import Store

struct GateCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Holds what a change adds against a policy.",
        discussion: """
            The policy is that of --policy, else .colophon/policy.toml as the base of the change has it, else policy.toml \
            in the configuration's folder, else a built-in one: findings of at least high severity and medium confidence \
            block, and answers of high risk wait for a review. The same change, policy and store give the same decision; \
            one that was approved passes until the change, or what is found in it, is another. Generated lines that no rule \
            looks at can be approved, too; files that could not be read, and lines of which it is not known who wrote them, \
            cannot.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, github, markdown
    }

    @OptionGroup var gate: GateOptions

    @Option(help: "text, json, github (annotations of a workflow) or markdown (a comment on a pull request).")
    var format: Format = .text

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
        let checkout = try gate.checkout()
        return try gate.judge(by: options.openForReading(), in: checkout)
    }
}
