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
        let node = try NodeLink.resolve(link, in: store)
        let now = Timestamp.now.milliseconds
        var text = ""
        if case .row(.alert, let id) = node {
            let here = Checkout.discover(from: FileManager.default.currentDirectoryPath)
            if let traced = try AlertTracing(store: store, here: here?.root).trace(alert: id, now: now) {
                text = TraceStory(traced.answer, now: now).markdown
            }
        }
        // Traced first: then what its lines came to is in the graph.
        guard let story = try RecordStory(store: store, now: now).markdown(of: node) else {
            throw CommandError("'\(link)' is gone from the store.")
        }
        if text.isEmpty {
            text = story
        } else if let chain = story.firstRange(of: "### How it came about") {
            text += story[chain.lowerBound...]
        }
        Console.write(text)
    }
}
