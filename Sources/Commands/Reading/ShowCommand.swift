import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one record in full: its prompt, answers and edits; of an alert who wrote its lines.",
        discussion: """
            A link is turn:ID, generation:ID, edit:ID, session:ID, finding:ID or alert:ID, or the ID alone; its beginning is enough.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json, patch, code
    }

    @Argument(help: "What to show, for example turn:4f2a91.")
    var link: String

    @Option(help: "text, markdown, json; patch or code for the code alone.")
    var format: Format = .text

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.openForReading()
        if case (.alert, let id) = try Link(link).resolve(in: store) { return try show(alert: id, in: store) }
        if case (.finding, let id) = try Link(link).resolve(in: store), try show(finding: id, in: store) { return }
        let record = try RecordText.read(link, from: store)
        switch format {
        case .text: Console.write(Visible.text(record.text(width: Console.columns ?? 100), keeping: [.newline, .tab]))
        case .markdown: Console.write(record.markdown)
        case .json: Console.write(record.json)
        case .patch, .code:
            let code = format == .patch ? record.patch : record.code
            guard !code.isEmpty else {
                throw CommandError("'\(link)' holds no code: it wrote no file.")
            }
            // A program gets the bytes as they were generated; a terminal gets nothing that speaks to it.
            Console.write(Console.isTerminal ? Visible.text(code, keeping: [.newline, .tab]) : code)
        }
    }

    /// - Returns: whether the form is one that a finding has; its code is that of its turn.
    private func show(finding id: Int64, in store: Store) throws -> Bool {
        guard format == .text || format == .json else { return false }
        let checkout = Checkout.discover(from: FileManager.default.currentDirectoryPath)
        let here = try checkout.flatMap { checkout in
            try RepositoryPlace.here(checkout, in: store).map { (identity: $0.identity, root: checkout.root) }
        }
        let now = Timestamp.now.milliseconds
        guard let detail = try FindingDetail.read(id, from: store, now: now, here: here) else { return false }
        let page = FindingPage(detail)
        Console.write(format == .json ? page.json : Visible.text(page.text, keeping: [.newline, .tab]))
        return true
    }

    private func show(alert id: Int64, in store: Store) throws {
        let form: TracePage.Form? =
            switch format {
            case .text: .text
            case .markdown: .markdown
            case .json: .json
            case .patch, .code: nil
            }
        guard let form else { throw CommandError("'\(link)' is an alert, which holds no code.") }
        let now = Timestamp.now.milliseconds
        let here = Checkout.discover(from: FileManager.default.currentDirectoryPath)
        guard let traced = try AlertTracing(store: store, here: here?.root).trace(alert: id, now: now) else { return }
        Console.write(
            TracePage(form: form, width: Console.columns).bytes(traced.answer, alert: traced.alert?.alert.uid, now: now)
        )
    }
}
