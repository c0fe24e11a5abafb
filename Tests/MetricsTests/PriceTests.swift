import Store
import Testing

@testable import Metrics

struct PriceTests {
    private func usage(_ model: String, day: Int64 = 20_000) -> UsageFact {
        var fact = UsageFact(day: day, agent: "a", model: model)
        (fact.generations, fact.counted) = (3, 2)
        (fact.inputTokens, fact.cacheReadTokens, fact.cacheWriteTokens) = (1_000_000, 2_000_000, 400_000)
        fact.outputTokens = 100_000
        return fact
    }

    @Test func `a model's tokens cost what its list says, caches apart`() {
        // 5 + 2 × 0.5 + 0.4 × 6.25 + 0.1 × 25
        #expect(PriceTable().cost(of: usage("claude-opus-4-5-20251101")) == 11)
        #expect(PriceTable().cost(of: usage("anthropic/claude-opus-4.5")) == 11)
        #expect(PriceTable().cost(of: usage("gpt-5-codex")).map { abs($0 - 3) < 1e-9 } == true)
    }

    @Test func `an unknown model is not priced, and never free`() {
        for model in ["qwen-coder", "", "gpt-5-pro", "claude-opus-40"] {
            #expect(PriceTable().cost(of: usage(model)) == nil, "\(model)")
        }
        var summary = CostSummary()
        summary.add(usage("qwen-coder"), by: PriceTable())
        #expect(summary.dollars == nil && summary.unpriced == 2 && summary.uncounted == 1)
        #expect(summary.unknownModels == ["qwen-coder"])
        summary.add(usage("claude-haiku-4-5"), by: PriceTable())
        #expect(summary.dollars.map { abs($0 - 2.2) < 1e-9 } == true)
    }

    @Test func `a price holds from its day on`() {
        let table = PriceTable([
            ModelPrice("m", from: 100, input: 1, output: 1), ModelPrice("m", from: 200, input: 2, output: 2),
        ])
        #expect(table.price(of: "m", on: 99) == nil)
        #expect(table.price(of: "m", on: 199)?.input == 1 && table.price(of: "m", on: 200)?.input == 2)
        #expect(table.replacing([ModelPrice("M-latest", input: 9, output: 9)]).price(of: "m", on: 1)?.input == 9)
    }

    @Test func `a shipped price that changed holds from its day, and none is made up for the time before`() {
        let table = PriceTable()
        #expect(table.price(of: "claude-sonnet-5-5", on: 20_732)?.cacheRead == 0.2)
        #expect(table.price(of: "claude-sonnet-5-5", on: 20_733)?.cacheRead == 0.1)
        #expect(
            table.price(of: "gpt-5.6-sol", on: 20_685)?.input == 5
                && table.price(of: "gpt-5.6-sol", on: 20_686)?.input == 4)
        #expect(
            table.price(of: "gpt-5.6-luna", on: 20_663) == nil && table.price(of: "gpt-5.6-luna", on: 20_664) != nil)
    }

    @Test(arguments: [
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5"), ("gpt-4o-2024-05-13", "gpt-4o"),
        ("claude-opus-4-1@20250805", "claude-opus-4-1"), ("claude-sonnet-4-5[1m]", "claude-sonnet-4-5"),
        ("gemini-2.5-pro-preview", "gemini-2.5-pro"),
    ])
    func `names are read without who serves them and when they were made`(model: String, plain: String) {
        #expect(PriceTable.plain(model) == plain)
    }
}
