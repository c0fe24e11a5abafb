package import Store

/// Tokens and money of a group of answers.
package struct CostSummary: Equatable, Sendable {
    package var generations: Int64 = 0
    package var inputTokens: Int64 = 0
    package var cachedTokens: Int64 = 0
    package var outputTokens: Int64 = 0
    /// Of those that are priced; `nil` where none is.
    package var dollars: Double?
    /// Answers of models that are not priced, and those that recorded no tokens.
    package var unpriced: Int64 = 0
    package var uncounted: Int64 = 0
    /// The models that are not priced.
    package var unknownModels: Set<String> = []

    package init() {}

    package mutating func add(_ usage: UsageFact, by prices: PriceTable) {
        generations += usage.generations
        inputTokens += usage.inputTokens
        cachedTokens += usage.cacheReadTokens + usage.cacheWriteTokens
        outputTokens += usage.outputTokens
        uncounted += usage.generations - usage.counted
        guard usage.counted > 0 else { return }
        if let cost = prices.cost(of: usage) {
            dollars = (dollars ?? 0) + cost
        } else {
            unpriced += usage.counted
            unknownModels.insert(usage.model)
        }
    }
}
