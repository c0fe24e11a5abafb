/// Token usage of one generation as its engine reports it; cached input is kept apart from fresh input.
///
/// A count that was not recorded is `nil`, never zero.
package struct TokenCounts: Equatable, Sendable {
    package var input: Int?
    package var cacheRead: Int?
    package var cacheWrite: Int?
    /// All output, reasoning included.
    package var output: Int?
    package var reasoning: Int?

    package init(
        input: Int? = nil, cacheRead: Int? = nil, cacheWrite: Int? = nil, output: Int? = nil, reasoning: Int? = nil
    ) {
        self.input = input
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.output = output
        self.reasoning = reasoning
    }

    /// Engines repeat usage as it grows; the highest sighting of each count is the true one.
    package mutating func formMaximum(_ other: TokenCounts) {
        input = Self.higher(input, other.input)
        cacheRead = Self.higher(cacheRead, other.cacheRead)
        cacheWrite = Self.higher(cacheWrite, other.cacheWrite)
        output = Self.higher(output, other.output)
        reasoning = Self.higher(reasoning, other.reasoning)
    }

    private static func higher(_ one: Int?, _ other: Int?) -> Int? {
        guard let one else { return other }
        guard let other else { return one }
        return max(one, other)
    }
}
