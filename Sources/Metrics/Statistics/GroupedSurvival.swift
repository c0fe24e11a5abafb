#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much is left after some days of what came in groups, as lines come with commits: Kaplan and Meier's curve over all of
/// it, its interval by how much the groups differ, for lines of one commit live and go together.
///
/// The curve is that of ``Survival`` in whole days. Its standard error is the jackknife's over groups (of more than 60, over
/// 60 heaps of them) on the scale of arcsin √S, which is steady at both ends; the quantile is Student's.
package struct GroupedSurvival: Equatable, Sendable {
    package struct Group: Equatable, Sendable {
        package var count: Int
        /// The whole days for which it was watched.
        package var watched: Int
        /// How many went on each day, the first being day 1.
        package var ends: [Int: Int]

        package init(count: Int, watched: Int, ends: [Int: Int] = [:]) {
            self.count = count
            self.watched = watched
            self.ends = ends
        }
    }

    package let groups: [Group]
    package let day: Int

    package init(_ groups: [Group], at day: Int) {
        self.groups = groups.filter { $0.count > 0 }
        self.day = day
    }

    package var count: Int { groups.reduce(0) { $0 + $1.count } }

    /// How many were watched for less and had not gone.
    package var censored: Int {
        groups.reduce(0) { sum, group in
            guard group.watched < day else { return sum }
            return sum + group.count - group.ends.reduce(0) { $0 + ($1.key <= group.watched ? $1.value : 0) }
        }
    }

    /// Of each day how many were under way, and how many went.
    private struct Table {
        var risk: [Int]
        var ended: [Int]

        init(days: Int) {
            risk = [Int](repeating: 0, count: days + 1)
            ended = risk
        }

        mutating func add(_ group: Group, sign: Int) {
            var left = group.count
            let last = min(group.watched, risk.count - 1)
            guard last > 0 else { return }
            for day in 1...last {
                let gone = min(group.ends[day] ?? 0, left)
                risk[day] += sign * left
                ended[day] += sign * gone
                left -= gone
            }
        }

        /// `nil` where nothing was watched until the last day and some were left.
        var share: Double? {
            var share = 1.0
            for day in risk.indices.dropFirst() {
                if share == 0 { return 0 }
                guard risk[day] > 0 else { return nil }
                share *= 1 - Double(ended[day]) / Double(risk[day])
            }
            return share
        }
    }

    private var table: Table {
        var table = Table(days: day)
        for group in groups { table.add(group, sign: 1) }
        return table
    }

    package var share: Double? { groups.isEmpty ? nil : table.share }

    private static let mostHeaps = 60

    /// Both ends, and the standard error on the scale of the share; `nil` where the groups are too few to tell how they
    /// differ.
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        let whole = table
        guard let share = whole.share else { return nil }
        let heaps = min(Self.mostHeaps, groups.count)
        guard heaps >= Comparison.fewest else { return nil }
        var angles: [Double] = []
        for heap in 0..<heaps {
            var rest = whole
            for place in stride(from: heap, to: groups.count, by: heaps) { rest.add(groups[place], sign: -1) }
            // Where only one heap was watched for so long, nobody knows how others would have differed.
            guard let left = rest.share else { return nil }
            angles.append(asin(left.squareRoot()))
        }
        let mean = angles.reduce(0, +) / Double(heaps)
        let variance = angles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * Double(heaps - 1) / Double(heaps)
        guard variance > 1e-12 else {
            // All alike: as much as so many groups can tell.
            return Proportion(share >= 0.5 ? groups.count : 0, of: groups.count).interval(level: level)
        }
        let reach = Probability.studentQuantile((1 + level) / 2, heaps - 1) * variance.squareRoot()
        let angle = asin(share.squareRoot())
        func end(_ angle: Double) -> Double { pow(sin(min(max(angle, 0), Double.pi / 2)), 2) }
        return ConfidenceInterval(end(angle - reach), end(angle + reach))
    }
}
