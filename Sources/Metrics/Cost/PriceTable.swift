package import Store

/// List prices by model and day. A model that is not in it is "not priced", which is never 0.
package struct PriceTable: Sendable {
    private var prices: [String: [ModelPrice]] = [:]

    package init(_ prices: [ModelPrice] = PriceTable.shipped) {
        for price in prices { self.prices[Self.plain(price.model), default: []].append(price) }
        for model in self.prices.keys { self.prices[model]?.sort { $0.from < $1.from } }
    }

    /// The same with other prices, which go before those that it has of the same models.
    package func replacing(_ others: [ModelPrice]) -> PriceTable {
        var table = self
        for (model, prices) in PriceTable(others).prices { table.prices[model] = prices }
        return table
    }

    /// - Parameter day: days since 1970, UTC.
    package func price(of model: String, on day: Int64) -> ModelPrice? {
        prices[Self.plain(model)]?.last { $0.from <= day }
    }

    /// US dollars; `nil` where the model is not priced.
    package func cost(of usage: UsageFact) -> Double? {
        guard let price = price(of: usage.model, on: usage.day) else { return nil }
        return
            (Double(usage.inputTokens) * price.input + Double(usage.outputTokens) * price.output
            + Double(usage.cacheReadTokens) * price.cacheRead + Double(usage.cacheWriteTokens) * price.cacheWrite)
            / 1_000_000
    }

    /// `claude-opus-4-5` of `anthropic/claude-opus-4.5-20251101`: without who serves it, the day of its making, and `@`
    /// or `[1m]` behind it.
    static func plain(_ model: String) -> String {
        var name = model.lowercased()
        if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
        if name.hasPrefix("anthropic.") || name.hasPrefix("us.anthropic.") {
            name = String(name[(name.range(of: "anthropic.")?.upperBound ?? name.startIndex)...])
        }
        name = String(name.prefix { $0 != "@" && $0 != "[" && $0 != ":" })
        for ending in ["-latest", "-preview", "-v1"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        if name.hasPrefix("claude") { name = name.replacing(".", with: "-") }
        let parts = name.split(separator: "-")
        if let last = parts.last, last.count == 8, last.allSatisfy(\.isNumber) {
            name = parts.dropLast().joined(separator: "-")
        } else if parts.count > 3, parts.suffix(3).map(\.count) == [4, 2, 2],
            parts.suffix(3).allSatisfy({ $0.allSatisfy(\.isNumber) })
        {
            name = parts.dropLast(3).joined(separator: "-")
        }
        return name
    }
}

extension String {
    fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}
