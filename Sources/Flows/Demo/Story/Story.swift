import Provenance

/// What happened in the demo's own repository: who asked for what, what was written, and what was committed.
struct Story: Sendable {
    enum Event: Sendable {
        case commit(Commit)
        case turn(Turn)
    }

    /// Made by a person of everything in the work tree, with what the person changed by hand.
    struct Commit: Sendable {
        var at: Moment
        var author: Author
        var message: String
        var changes: [WorkTree.Change] = []
        var tag: String?
    }

    struct Author: Sendable {
        var name: String
        var mail: String

        static let ada = Author(name: "Ada Marsh", mail: "ada@shop.example")
        static let ben = Author(name: "Ben Okoye", mail: "ben@shop.example")
        static let mika = Author(name: "Mika Ito", mail: "mika@shop.example")
    }

    struct Turn: Sendable {
        var at: Moment
        var conversation: Conversation
        var asked: String
        /// The files that the agent read for it.
        var reads: [String] = []
        var answers: [Answer]
    }

    struct Answer: Sendable {
        var says: String
        var edits: [Edit] = []
        /// Given by a sub-agent: the task that it was handed.
        var task: String?
    }

    struct Edit: Sendable {
        var change: WorkTree.Change
        var status = Provenance.Edit.Status.applied
        var finding: Finding?
    }

    struct Finding: Sendable {
        var rule: String
        var severity: Severity
        var message: String
        /// Where in the file: the line that holds this text.
        var text: String
    }

    /// One session, with the pull request that came of it.
    struct Conversation: Sendable {
        var id: String
        var agent: DemoAgent
        var title: String
        var pull: Int?
    }

    /// Some time before the demo's now.
    struct Moment: Sendable {
        private var minutes: Int64

        init(days: Int64, minutes: Int64) {
            self.minutes = days * 1440 + minutes
        }

        func milliseconds(before now: Int64) -> Int64 { now - minutes * 60_000 }
    }
}
