package import Provenance
import Store

/// Lines of a file in one commit, and who wrote them.
package struct AttributedLines: Equatable, Sendable {
    package struct Conversation: Hashable, Comparable, Sendable {
        package var agent: String
        /// The agent's own id of it.
        package var id: String

        package static func < (one: Conversation, other: Conversation) -> Bool {
            (one.agent, one.id) < (other.agent, other.id)
        }
    }

    package var path: String
    /// From 1, both ends within.
    package var lines: ClosedRange<Int>
    package var contributor: Attribution.Contributor
    package var conversation: Conversation?
    /// git-ai's name of a conversation that is known by it alone.
    package var sessionHash: String?
    package var model: String?
    package var author: String?
    /// Of the lines' text, with its algorithm.
    package var contentHash: String?
    /// Who said so; `nil` where it follows from an edit.
    package var teller: String?

    package init(path: String, lines: ClosedRange<Int>, contributor: Attribution.Contributor) {
        self.path = path
        self.lines = lines
        self.contributor = contributor
    }

    /// What reading our own notes back makes of lines of which less is known than a note must say is undone.
    init(_ row: ToldLines) {
        self.init(path: row.path, lines: row.lines, contributor: row.contributor)
        conversation = row.session.map { Conversation(agent: $0.agent, id: $0.makerID) }
        model = row.model
        let isNamed = row.sessionHash != GitAINote.nameless(model: row.model)
        sessionHash = conversation == nil && isNamed ? row.sessionHash : nil
        author = row.author == GitAINote.unknown ? nil : row.author
        contentHash = row.contentHash
        teller = row.teller
    }

    /// Whether both say the same, whoever says it.
    func agrees(with other: AttributedLines) -> Bool {
        path == other.path && lines == other.lines && contributor == other.contributor
            && conversation == other.conversation && sessionHash == other.sessionHash && model == other.model
            && (author == other.author || teller == nil || other.teller == nil)
    }
}
