/// What was asked, in the asker's own words. A person's prompt opens a turn of the same uid; a sub-agent's leads up to one.
package struct Prompt: Equatable, Sendable {
    package enum Asker: String, Sendable {
        case person, agent
    }

    package var uid: UID
    package var session: UID
    package var asker: Asker
    /// The sub-agent's id, empty for the conversation itself.
    package var thread: String
    /// The person's prompt this one works for, where the history says it.
    package var parent: UID?
    package var words: Body
    package var at: Int64
    package var branch: String?
    /// The segments that came with it, by number in its session and thread.
    package var segments: ClosedRange<Int>?

    package init(
        uid: UID, session: UID, asker: Asker = .person, thread: String = "", words: Body, at: Int64,
        segments: ClosedRange<Int>? = nil
    ) {
        self.uid = uid
        self.session = session
        self.asker = asker
        self.thread = thread
        self.words = words
        self.at = at
        self.segments = segments
    }
}
