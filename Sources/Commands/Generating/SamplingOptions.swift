import ArgumentParser
import Engines

/// How an engine is to choose its tokens.
struct SamplingOptions: ParsableArguments {
    @Option(help: "The seed (default: one is drawn and recorded, so that the answer can be asked for again).")
    var seed: UInt32?

    @Option(help: "0 takes the likeliest token each time (default: the engine's own).")
    var temperature: Double?

    @Option(help: ArgumentHelp("The most tokens of an answer.", valueName: "count"))
    var maxTokens: Int?

    @Option(help: ArgumentHelp("How many alternatives of each token are asked for.", valueName: "count"))
    var alternatives = 5

    func validate() throws {
        if let temperature, !(0...5 ~= temperature) { throw ValidationError("--temperature is a number from 0 to 5.") }
        if let maxTokens, maxTokens < 1 { throw ValidationError("--max-tokens is a number from 1 up.") }
        guard 0...20 ~= alternatives else { throw ValidationError("--alternatives is a number from 0 to 20.") }
    }

    /// Without its prompt.
    func question(for found: EngineProbe.Found, model: EngineModel?) -> EngineQuestion {
        var question = EngineQuestion("")
        question.model = model?.name
        question.temperature = temperature
        question.maxTokens = maxTokens
        question.alternatives = alternatives
        let takesSeed = found.engine.kind != .plain && found.engine.kind != .anthropic
        question.seed = takesSeed ? seed ?? .random(in: 0...UInt32(Int32.max)) : nil
        return question
    }
}
