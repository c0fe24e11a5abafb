extension PriceTable {
    /// The day of the newest word on prices that went into these.
    package static let shippedDay = "2026-10-27"

    /// Public list prices in US dollars for a million tokens. Caches are written for five minutes; no batches, no tiers by
    /// the length of a prompt beyond the first: a model whose first tier is shorter than common prompts is left out.
    ///
    /// Claude 4 to 5 agree with an excerpt of the maker's page, GPT 5.3 to 5.6 with GitHub's table of model prices. Changes
    /// have the days that others' tables give them. All others, and what is newer, are told at second hand: nobody could
    /// hold them against their makers' pages. Whether the lower price of gpt-5.6-sol lasts beyond 2026-11-21 is not known.
    package static let shipped: [ModelPrice] =
        claude(["claude-opus-5-5"], 4, 20, read: 0.05)
        + claude(["claude-opus-5", "claude-opus-4-8", "claude-opus-4-7", "claude-opus-4-6", "claude-opus-4-5"], 5, 25)
        + claude(["claude-opus-4-1", "claude-opus-4", "claude-opus-4-0", "claude-3-opus"], 15, 75)
        + claude(["claude-sonnet-5-5", "claude-sonnet-5"], 2, 10)
        // From 2026-10-07.
        + claude(["claude-sonnet-5-5"], 2, 10, read: 0.05, from: 20_733)
        + claude(
            [
                "claude-sonnet-4-6", "claude-sonnet-4-5", "claude-sonnet-4", "claude-sonnet-4-0", "claude-3-7-sonnet",
                "claude-3-5-sonnet",
            ], 3, 15)
        + claude(["claude-haiku-4-5"], 1, 5) + claude(["claude-3-5-haiku"], 0.8, 4)
        + claude(["claude-3-haiku"], 0.25, 1.25)
        + claude(["claude-fable-5"], 10, 50) + claude(["claude-fable-5-1"], 10, 50, read: 0.025)
        + openAI(["gpt-5", "gpt-5-codex", "gpt-5-chat", "gpt-5.1", "gpt-5.1-codex", "gpt-5.1-codex-max"], 1.25, 10)
        + openAI(["gpt-5.2", "gpt-5.2-codex", "gpt-5.3-codex"], 1.75, 14)
        + openAI(["gpt-5-mini", "gpt-5.1-codex-mini", "gpt-5-codex-mini"], 0.25, 2) + openAI(["gpt-5-nano"], 0.05, 0.4)
        + openAI(["gpt-5.4"], 2.5, 15) + openAI(["gpt-5.4-mini"], 0.75, 4.5) + openAI(["gpt-5.4-nano"], 0.2, 1.25)
        + openAI(["gpt-5.5"], 5, 30) + openAI(["gpt-5.6-sol"], 5, 30, write: 1.25)
        // From 2026-08-21, and from 2026-07-30: what these cost before is not known.
        + openAI(["gpt-5.6-sol"], 4, 20, write: 1.25, from: 20_686)
        + openAI(["gpt-5.6-terra"], 2, 12, write: 1.25, from: 20_664)
        + openAI(["gpt-5.6-luna"], 0.2, 1.2, write: 1.25, from: 20_664)
        + openAI(["gpt-6-astra"], 10, 50, write: 1.25) + openAI(["gpt-6-sol"], 2, 10, write: 1.25)
        + openAI(["gpt-6-luna"], 0.1, 0.5, write: 1.25) + openAI(["gpt-6.1-sol"], 2, 10, cached: 0.1, write: 1.25)
        + openAI(["gpt-6.1-terra"], 1, 5, cached: 0.05, write: 1.25)
        + openAI(["gpt-4.1"], 2, 8, cached: 0.5) + openAI(["gpt-4.1-mini"], 0.4, 1.6, cached: 0.1)
        + openAI(["gpt-4.1-nano"], 0.1, 0.4, cached: 0.025) + openAI(["gpt-4o"], 2.5, 10, cached: 1.25)
        + openAI(["gpt-4o-mini"], 0.15, 0.6, cached: 0.075) + openAI(["o3"], 2, 8, cached: 0.5)
        + openAI(["o3-mini", "o4-mini"], 1.1, 4.4, cached: 0.275) + openAI(["codex-mini"], 1.5, 6, cached: 0.375)
        + openAI(["gemini-2.5-pro"], 1.25, 10) + openAI(["gemini-2.5-flash"], 0.3, 2.5, cached: 0.03)
        + openAI(["gemini-2.5-flash-lite"], 0.1, 0.4, cached: 0.01)

    /// Writing to the cache costs a quarter more than fresh input; reading from it a tenth, where nothing else is said.
    private static func claude(
        _ models: [String], _ input: Double, _ output: Double, read: Double = 0.1, from: Int64 = 0
    ) -> [ModelPrice] {
        models.map {
            ModelPrice(
                $0, from: from, input: input, output: output, cacheRead: input * read, cacheWrite: input * 1.25)
        }
    }

    /// Reading from the cache costs a tenth where nothing else is said; writing to it costs nothing more before GPT-5.6.
    private static func openAI(
        _ models: [String], _ input: Double, _ output: Double, cached: Double? = nil, write: Double = 1,
        from: Int64 = 0
    ) -> [ModelPrice] {
        models.map {
            ModelPrice(
                $0, from: from, input: input, output: output, cacheRead: cached ?? input / 10,
                cacheWrite: input * write)
        }
    }
}
