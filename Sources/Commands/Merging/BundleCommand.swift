import ArgumentParser
import Flows
import Store

struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Writes the part of the store that a colleague needs into a store of its own.",
        discussion: """
            The turns that match go with their sessions, prompts, answers, edits, findings, decisions and linked alerts; \
            secrets are taken out once more. With --rev they are the turns whose edits wrote lines that the commits add. \
            'colophon merge' takes the file in, and every command reads it with --store.
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

    @OptionGroup var revisions: RevisionOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
        let filter = try FilterText.parse(filter)
        let store = try options.openForReading()
        let turns = try turns(in: store, matching: filter)
        let tally = try Merging(store: store).bundle(filter, among: turns, keepingTexts: !noBodies, to: output)
        Console.write("made \(output): \(MergeCommand.list(tally))\n")
    }

    /// The turns behind the commits that are named; `nil` where none are.
    private func turns(in store: Store, matching filter: Filter) throws -> [Int64]? {
        guard let rev = revisions.rev else {
            guard revisions.repo == nil else {
                throw CommandError("--repo says where --rev is looked up: add --rev A..B.")
            }
            return nil
        }
        var turns: Set<Int64> = []
        let summary = try RevisionAttribution(store: store, checkout: try revisions.checkout()).run(rev) { commit in
            for file in commit.files { turns.formUnion(file.claims.compactMap(\.origin.turn)) }
        }
        let sentence = RevisionOptions.sentence(summary)
        guard try !turns.isEmpty && !store.plan(.turnsAmong(turns.sorted(), filter)).isEmpty else {
            throw CommandError(
                "\(sentence)\(turns.isEmpty ? "" : ", but no turn matches the filter"); no file was made.")
        }
        Console.write(sentence + "\n")
        return turns.sorted()
    }
}
