/// What an engine said in answer to one request: its text, and of its tokens what it told and nothing else.
package struct EngineAnswer: Equatable, Sendable {
    /// How it came to its end.
    package enum End: Equatable, Sendable {
        /// With the mark by which its protocol ends an answer.
        case complete
        /// The bytes ended before that mark came.
        case truncated
        /// The person who asked wanted no more of it.
        case cancelled
        /// The engine itself said that it failed, in these words.
        case failed(String)
        /// Something came that is no answer in this protocol: one sentence says what.
        case unreadable(String)
    }

    package var text = ""
    /// What the model wrote for itself before it answered.
    package var thinking = ""
    /// The text cut as the engine sent it; empty where it told of no tokens. Lengths add up to the text.
    package var pieces: [AnswerPiece] = []
    /// Tokens that the engine told of beside those of the text: of what it thought.
    package var thinkingTokens = 0
    /// How many tokens of output the engine counted.
    package var reportedTokens: Int?
    /// Tokens of the prompt, without those that it had from before.
    package var promptTokens: Int?
    package var cachedPromptTokens: Int?
    package var reasoningTokens: Int?
    package var finishReason: String?
    package var model: String?
    /// The engine's own id of the answer.
    package var makerID: String?
    /// What names the first thing that a `/v1/responses` answer holds: what it thought, sealed, or a call.
    package var firstItem: String?
    /// The machine that answered in this one's place.
    package var remoteHost: String?
    /// As the engine says it used it.
    package var seed: UInt64?
    /// All that the engine says it set for this answer, as JSON.
    package var settings: String?
    /// The engine left out a part of the prompt.
    package var isPromptCut = false
    /// How many answers came at once, as some who ask want it: this is one of them.
    package var choices = 1
    /// Calls of tools, in the order in which they began.
    package var calls: [AnswerCall] = []
    package var timings = EngineTimings()
    package var end = End.truncated

    package init() {}

    /// Tokens that the engine told of one by one.
    package var observedTokens: Int { pieces.reduce(thinkingTokens) { $0 + ($1.isToken ? 1 : 0) } }

    /// The model was only loaded or let go, which Ollama answers like a question without words.
    package var isNone: Bool { text.isEmpty && finishReason.map { ["load", "unload"].contains($0) } == true }

    package var fidelity: Fidelity {
        let tokens = pieces.filter(\.isToken)
        guard !tokens.isEmpty else { return .text }
        let areAllKnown = pieces.allSatisfy { $0.isToken && $0.id != nil }
        return areAllKnown && (reportedTokens ?? tokens.count) == observedTokens ? .ids : .pieces
    }
}

/// How long the engine says it took, in milliseconds.
package struct EngineTimings: Equatable, Sendable {
    package var load: Double?
    package var prompt: Double?
    package var generation: Double?

    package init() {}
}

/// How exactly the tokens of an answer are known.
package enum Fidelity: String, CaseIterable, Sendable {
    /// Every token by its number in the model's vocabulary.
    case ids
    /// Pieces of text as the engine sent them, some of them perhaps of several tokens.
    case pieces
    /// Nothing but the text.
    case text
}
