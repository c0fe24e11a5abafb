import Provenance

/// Who writes in a demo. Models are called after nobody's: what is made up here says nothing of a real one.
struct DemoAgent: Sendable {
    let name: String
    let versions: [String]
    /// The most used first; sub-agents take the last.
    let models: [String]
    let means: Edit.Means
    /// Whether its history says in which lines an edit stands.
    let numbersLines: Bool
    let cachesInput: Bool
    /// An engine of one's own tells how sure it was of each token.
    let recordsTokens: Bool

    static func draw(_ dice: inout Dice) -> DemoAgent {
        let place = dice.unit()
        return place < 0.62 ? claude : place < 0.87 ? codex : engine
    }

    static let claude = DemoAgent(
        name: "claude-code", versions: ["2.1.4", "2.1.2", "2.0.76"],
        models: ["opus-demo", "sonnet-demo", "haiku-demo"],
        means: .tool, numbersLines: true, cachesInput: true, recordsTokens: false)

    static let codex = DemoAgent(
        name: "codex", versions: ["0.78.0", "0.77.0"], models: ["codex-demo", "codex-mini-demo"], means: .patch,
        numbersLines: false, cachesInput: true, recordsTokens: false)

    static let engine = DemoAgent(
        name: "own-engine", versions: ["1.3"], models: ["coder-32b-demo"], means: .record, numbersLines: true,
        cachesInput: false, recordsTokens: true)
}
