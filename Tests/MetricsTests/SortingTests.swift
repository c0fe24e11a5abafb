import Testing

@testable import Metrics

/// Thousands of values are put in order another way than few: the same comes of it.
struct SortingTests {
    @Test func `many values are in the order in which few would be`() {
        var dice = SystemRandomNumberGenerator()
        for scale in [1e-3, 1.0, 1e9, 1e300] {
            var values = (0..<3000).map { _ in Double.random(in: 0...1, using: &dice) * scale }
            values += [0, .infinity, .nan, values[0], values[1].nextDown, 1e-300]
            #expect(values.ordered() == values.filter { !$0.isNaN }.sorted())
            // With signs the digits do not grow as the numbers do.
            values.append(-scale)
            #expect(values.ordered() == values.filter { !$0.isNaN }.sorted())
        }
        #expect([2, .nan, 1].ordered() == [1, 2] && [Double]().ordered().isEmpty)
    }

    @Test func `what is not over lies among the rest as if all were put in order together`() {
        var spans: [Survival.Span] = []
        for number in 0..<2500 {
            // Times that meet, so that some end at the age of one that is not over.
            spans.append(.init(Double((number * 7919) % 400), isOver: number % 9 != 0))
        }
        let durations = Durations(spans)
        let slow = Survival(spans)
        #expect(durations.curve.steps == slow.steps && durations.curve.count == 2500)
        #expect(durations.median == slow.median && durations.censored == slow.censored)
        let (fast, all) = (durations.medianInterval(), slow.medianInterval())
        #expect(fast == all && fast != nil)
    }
}
