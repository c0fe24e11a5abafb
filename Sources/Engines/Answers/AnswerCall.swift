/// A call of a tool within an answer, as the engine told it.
package struct AnswerCall: Equatable, Sendable {
    /// The engine's own name of it: `toolu_01…`, `call_…`; some give none, or one that many calls have.
    package var id: String?
    package var name: String
    /// As they were written: mostly a JSON object, a text for tools that take one; a part where the answer was cut off.
    package var arguments: String

    package init(id: String?, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}
