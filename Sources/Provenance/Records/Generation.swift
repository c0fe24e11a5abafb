/// One answer of one model to one prompt.
package struct Generation: Equatable, Sendable {
    package var uid: UID
    package var session: UID
    package var prompt: UID?
    package var thread: String
    /// The engine's own id of the answer.
    package var makerID: String?
    package var model: String?
    package var startedAt: Int64
    package var endedAt: Int64
    /// The segments it saw, by number: from the last compaction through.
    package var context: ClosedRange<Int>?
    package var tokens: TokenCounts
    package var stopReason: String?
    /// What the model said in words; tool calls are edits and commands, not output text.
    package var output: Body
    /// The output cut into its tokens, where the maker recorded them.
    package var tokenRun: TokenRun?
    /// How its engine was asked, where that is known.
    package var engineRun: EngineRun?

    package init(uid: UID, session: UID, thread: String = "", startedAt: Int64) {
        self.uid = uid
        self.session = session
        self.thread = thread
        self.startedAt = startedAt
        self.endedAt = startedAt
        self.tokens = TokenCounts()
        self.output = ""
    }
}
