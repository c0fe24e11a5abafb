/// One piece of what went to the model, with its own origin.
///
/// Segments belong to a session (and a sub-agent's thread of it), numbered from 1 in the order the model saw them. A fork
/// counts on from what it copied: numbers that it does not hold itself are its parent's.
package struct Segment: Equatable, Sendable {
    package enum Origin: String, CaseIterable, Sendable {
        /// Instructions, reminders, wrappers: put there by the agent.
        case system
        /// A person's own words.
        case user
        /// A file, or part of one, read into the context.
        case file
        /// What a tool answered.
        case tool
        /// What the agent wrote of the conversation before a compaction.
        case summary
    }

    package var uid: UID
    package var session: UID
    package var thread: String
    package var number: Int
    package var origin: Origin
    package var tool: String?
    /// Where a tool's answer was fetched from: `curl docs.stripe.com`; see `FetchSource`.
    package var source: String?
    package var path: String?
    /// First line and line count, where a file was read.
    package var firstLine: Int?
    package var lineCount: Int?
    package var text: Body
    package var at: Int64

    package init(
        uid: UID, session: UID, thread: String, number: Int, origin: Origin, text: Body, at: Int64
    ) {
        self.uid = uid
        self.session = session
        self.thread = thread
        self.number = number
        self.origin = origin
        self.text = text
        self.at = at
    }
}
