import ArgumentParser
import Flows
import Store

struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Writes the part of the store that a colleague needs into a store of its own.",
        discussion: """
            The turns that match go with their sessions, prompts, answers, edits, findings, decisions and linked alerts; \
            secrets are taken out once more. 'colophon merge' takes the file in, and every command reads it with --store.
            """)

    @Option(help: ArgumentHelp("Only turns that match.", valueName: "filter"))
    var filter = ""

    @Flag(
        name: .long,
        help:
            "Leave out all texts (prompts, answers, code, titles): who, when, which model, which files and what became of it."
    )
    var noBodies = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to make.", valueName: "file"))
    var output: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let filter = try FilterText.parse(filter)
        let merging = Merging(store: try options.openForReading())
        let tally = try merging.bundle(filter, keepingTexts: !noBodies, to: output)
        Console.write("made \(output): \(MergeCommand.list(tally))\n")
    }
}
