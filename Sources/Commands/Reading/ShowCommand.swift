import ArgumentParser
import Provenance
import Store
import Text

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one record in full: its prompt, answers and edits.",
        discussion: "A link is turn:ID, generation:ID, edit:ID or session:ID, or the ID alone; its beginning is enough."
    )

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
}
