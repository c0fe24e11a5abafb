/// What an engine is asked for.
package struct EngineQuestion: Equatable, Sendable {
    /// Instructions before everything else.
    package var system: String?
    package var prompt: String
    package var model: String?
    package var seed: UInt32?
    package var temperature: Double?
    package var maxTokens: Int?
    /// How many alternatives of each token are asked for, where the engine can tell them.
    package var alternatives = 5
    /// Not asked for where the engine has refused to tell them.
    package var wantsLogprobs = true

    package init(_ prompt: String) {
        self.prompt = prompt
    }
}
