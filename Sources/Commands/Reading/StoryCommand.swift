import ArgumentParser
import Flows
import Foundation
import Git
import Provenance
import Store
import Text

struct StoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story",
        abstract: "Tells where a record comes from and what it became, as Markdown for an incident report.",
        discussion: """
            Back from an alert, a line or an edit to the prompt behind it, or on from a prompt to everything that it \
            became. A link is what 'colophon graph' takes.
            """)

    @Argument(help: "What to tell of, for example alert:77de or prompt:4f2a.")
    var link: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.openForReading()
        try OriginIndexing.catchUp(store)
        let node = try NodeLink.resolve(link, in: store)
        let here = Checkout.discover(from: FileManager.default.currentDirectoryPath)?.root
        let teller = RecordStory(store: store, now: Timestamp.now.milliseconds)
        guard let text = try teller.markdown(tracing: node, here: here) else {
            throw CommandError("'\(link)' is gone from the store.")
        }
        Console.write(text)
    }
}
