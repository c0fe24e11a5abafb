/// A token of an answer, with the text that the engine sent with it.
///
/// An engine holds text back while a character is not whole, or while it may be the beginning of a stop string; the token
/// that sets it free comes with the text of all. So a token without bytes shares those of the next one that has some:
/// *n* tokens, one stretch of text. After the last bytes it is one that has no text, such as the end of the answer.
package struct AnswerPiece: Equatable, Sendable {
    /// UTF-8 bytes of the answer's text.
    package var length: Int
    /// The token's number in its model's vocabulary.
    package var id: UInt32?
    /// Natural logarithm of its probability before temperature and cuts, where it was measured.
    package var logprob: Float?
    /// What might have stood here instead, as the engine listed it; the token itself may be among them.
    package var alternatives: [Alternative]
    /// Not so where text came of whose tokens the engine said nothing.
    package var isToken: Bool

    package struct Alternative: Equatable, Sendable {
        package var text: String
        package var logprob: Float
        package var id: UInt32?

        package init(text: String, logprob: Float, id: UInt32? = nil) {
            self.text = text
            self.logprob = logprob
            self.id = id
        }
    }

    package init(
        length: Int, id: UInt32? = nil, logprob: Float? = nil, alternatives: [Alternative] = [], isToken: Bool = true
    ) {
        self.length = length
        self.id = id
        self.logprob = logprob
        self.alternatives = alternatives
        self.isToken = isToken
    }
}
