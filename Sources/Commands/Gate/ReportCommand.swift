import ArgumentParser
import Flows
import Store

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

    @OptionGroup var gate: GateOptions

    @Option(help: "text, json or markdown (a comment on a pull request).")
    var format: Format = .text

    @OptionGroup var options: StoreOptions

    func run() throws {
        let checkout = try gate.checkout()
        let store = try openIfThere()
        let report = try ChangeReport(gate.judge(by: store, in: checkout), store: store, checkout: checkout)
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
