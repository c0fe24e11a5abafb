/// What another program says of lines of a file in one revision: who wrote them, and in which conversation.
package struct Attribution: Equatable, Sendable {
    package enum Contributor: String, CaseIterable, Sendable {
        case ai, human, mixed, unknown
    }

    package var uid: UID
    /// The commit in whose tree the lines are counted; `nil` where none was named.
    package var revision: String?
    /// The work tree that the path is relative to, where it is known on this machine.
    package var directory: String?
    package var path: String
    /// From 1, both ends within.
    package var lines: ClosedRange<Int>
    package var contributor: Contributor
    package var session: UID?
    /// git-ai's name of a session (`s_` and 14 hexadecimal digits), which may be known here under its own id.
    package var sessionHash: String?
    /// As the teller writes it, often `provider/model`.
    package var model: String?
    /// The person, where the teller names one.
    package var author: String?
    /// Of the lines' text, with its algorithm: `murmur3:9f2e8a1b`.
    package var contentHash: String?
    /// The format that says so: `git-ai`, `agent-trace`.
    package var teller: String
    package var at: Int64?

    package init(uid: UID, path: String, lines: ClosedRange<Int>, contributor: Contributor, teller: String) {
        self.uid = uid
        self.path = path
        self.lines = lines
        self.contributor = contributor
        self.teller = teller
    }
}
