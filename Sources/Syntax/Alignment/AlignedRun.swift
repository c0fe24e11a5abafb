/// Tokens that follow each other in two texts.
package struct AlignedRun: Equatable, Sendable {
    /// The place in the text that is asked about.
    package var query: Int
    /// The place in the text that it is compared with.
    package var text: Int
    package var count: Int

    package init(query: Int, text: Int, count: Int) {
        self.query = query
        self.text = text
        self.count = count
    }

    package var queryRange: Range<Int> { query..<query + count }
}

/// Runs that stand in the same order in both texts, not far from each other: a piece of code, with what was changed in it.
package struct AlignedChain: Equatable, Sendable {
    /// In order, none over another.
    package var runs: [AlignedRun]

    package init(runs: [AlignedRun]) { self.runs = runs }

    package var queryRange: Range<Int> {
        (runs.first?.query ?? 0)..<(runs.last.map { $0.query + $0.count } ?? 0)
    }

    package var count: Int { runs.reduce(0) { $0 + $1.count } }
}
