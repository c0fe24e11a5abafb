/// How an engine was asked for one answer, and how that went: for answers that Colophon asked for or saw pass by.
package struct EngineRun: Equatable, Sendable {
    package enum Ended: String, CaseIterable, Sendable {
        case complete, truncated, cancelled, failed
    }

    /// How exactly the tokens are known, best first.
    package enum Fidelity: String, CaseIterable, Sendable {
        case ids, pieces, text
    }

    /// `ollama`, `llama.cpp`, `vLLM`.
    package var engine: String
    /// Host and port, without anything secret.
    package var host: String?
    /// The endpoint: `/api/chat`.
    package var path: String?
    /// Names the exact weights.
    package var modelDigest: String?
    /// What was asked for beside the prompt, as a JSON object.
    package var parameters = "{}"
    package var seed: Int64?
    package var fidelity: Fidelity
    /// Tokens of output as the engine counts them, and as it told of them one by one.
    package var reportedTokens: Int?
    package var observedTokens: Int
    package var ended: Ended
    /// Why it is not complete, as a sentence.
    package var shortfall: String?
    /// In milliseconds, as it was seen from here.
    package var firstTokenAfter: Int64?
    /// In milliseconds, as the engine says.
    package var promptTime: Int64?
    package var generationTime: Int64?

    package init(engine: String, fidelity: Fidelity, observedTokens: Int, ended: Ended) {
        self.engine = engine
        self.fidelity = fidelity
        self.observedTokens = observedTokens
        self.ended = ended
    }
}
