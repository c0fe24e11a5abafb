package import Store

/// How generated code comes nearer to a codebase, or not: three series, never one number, each of one model of one agent, for
/// no slope goes across a switch of model.
package struct Adaptation: Sendable {
    package enum Series: String, CaseIterable, Sendable {
        /// Bits a token above what others' code of the 90 days before has.
        case style = "style distance"
        case acceptance
        case edit = "edit to merge"

        /// Whether less is nearer.
        package var isBetterBelow: Bool { self != .acceptance }
    }

    package struct Line: Sendable {
        package var agent: String
        package var model: String
        package var series: Series
        /// One value a session: its first moment, and what it came to.
        package var points: [(at: Int64, value: Double)]
        /// By 30 days; `nil` where it cannot be told.
        package var trend: Trend?

        package var first: Double? { third { $0.prefix($1) } }
        package var last: Double? { third { $0.suffix($1) } }

        /// The median of a third of them.
        private func third(_ part: ([(at: Int64, value: Double)], Int) -> ArraySlice<(at: Int64, value: Double)>)
            -> Double?
        {
            Sample(part(points, max(1, points.count / 3)).map(\.value)).median
        }

        /// In words.
        package var verdict: String {
            guard let trend else { return Verdict.tooFew.rawValue }
            if trend.interval.contains(0) { return Verdict.notClear.rawValue }
            return (trend.slope < 0) == series.isBetterBelow ? "nearer" : "farther"
        }
    }

    package private(set) var lines: [Line] = []

    private static let month = 30 * 86_400_000.0
    private static let memory: Int64 = 90 * 86_400_000

    /// - Parameters:
    ///   - texts: how much of what was written stands in what was merged.
    ///   - styles: how expected what was written was, and what others wrote.
    package init(texts: [TextFact], styles: [StyleFact]) {
        let others = styles.filter { $0.session == nil }.sorted { $0.at < $1.at }
        var tokens = [0.0], bits = [0.0]
        for fact in others {
            tokens.append((tokens.last ?? 0) + Double(fact.tokens))
            bits.append((bits.last ?? 0) + fact.bits)
        }
        func place(_ moment: Int64) -> Int {
            var (low, high) = (0, others.count)
            while low < high {
                let middle = (low + high) / 2
                if others[middle].at < moment { low = middle + 1 } else { high = middle }
            }
            return low
        }
        /// Bits a token of what others brought in the 90 days before.
        func house(_ moment: Int64) -> Double? {
            let (from, to) = (place(moment - Self.memory), place(moment))
            let count = tokens[to] - tokens[from]
            return count > 0 ? (bits[to] - bits[from]) / count : nil
        }
        struct Key: Hashable {
            var agent: String
            var model: String
        }
        var points: [Key: [Series: [(at: Int64, value: Double)]]] = [:]
        for fact in styles where fact.session != nil && fact.tokens > 0 {
            guard let house = house(fact.at) else { continue }
            points[Key(agent: fact.agent, model: fact.model), default: [:]][.style, default: []]
                .append((fact.at, fact.bits / Double(fact.tokens) - house))
        }
        for fact in texts where fact.tokens > 0 && fact.longer > 0 {
            let key = Key(agent: fact.agent, model: fact.model)
            points[key, default: [:]][.acceptance, default: []]
                .append((fact.at, Double(fact.common) / Double(fact.tokens)))
            points[key, default: [:]][.edit, default: []]
                .append((fact.at, min(1, Double(fact.distance) / Double(fact.longer))))
        }
        for (key, series) in points.sorted(by: { ($0.key.agent, $0.key.model) < ($1.key.agent, $1.key.model) }) {
            for name in Series.allCases {
                guard let points = series[name]?.sorted(by: { ($0.at, $0.value) < ($1.at, $1.value) }) else { continue }
                let start = points.first?.at ?? 0
                let trend = Trend(points.map { (Double($0.at - start) / Self.month, $0.value) })
                lines.append(Line(agent: key.agent, model: key.model, series: name, points: points, trend: trend))
            }
        }
    }
}
