import ArgumentParser
import Flows
import Store

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Takes records out of the store for good, with their texts.",
        discussion: """
            A session, turn, prompt, answer or edit goes with all that belongs to it, and its texts leave the file, the \
            index of words and the journals. No later ingest, merge or foreign writer brings it back.
            Other records that hold exactly the same text are named, and keep it unless --everywhere is given. A text that \
            others only quote is found by searching: colophon forget --filter '"the words"'.
            The histories that agents keep themselves are not touched.
            """)

    @Argument(help: ArgumentHelp("What to forget, for example turn:4f2a91.", valueName: "link"))
    var links: [String] = []

    @Option(help: ArgumentHelp("Forget the turns that match.", valueName: "filter"))
    var filter: String?

    @Flag(help: "Forget every other record that holds one of the same texts as well.")
    var everywhere = false

    @Flag(help: "Yes to what would be asked.")
    var yes = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if links.isEmpty == (filter == nil) {
            throw ValidationError("Name what to forget: either links such as turn:4f2a91, or --filter.")
        }
        if let filter, filter.allSatisfy(\.isWhitespace) {
            throw ValidationError("An empty --filter would forget everything: remove the store's file instead.")
        }
    }

    func run() throws {
        let filter = try filter.map { try FilterText.parse($0) }
        let store = try options.open(.write)
        let target: ForgetTarget =
            if let filter {
                .turns(filter)
            } else {
                .records(try links.map { try Link($0).resolve(in: store) })
            }
        let forgetting = Forgetting(store: store, target: target, spreading: everywhere)
        try ForgetDialogue(forgetting: forgetting, isAgreed: yes, otherwise: "There is nothing to forget.").run()
    }
}
