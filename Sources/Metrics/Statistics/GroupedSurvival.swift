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
        package struct End: Equatable, Sendable {
            /// The first is day 1.
            package var day: Int
            package var count: Int

            package init(day: Int, count: Int) {
                self.day = day
                self.count = count
            }
        }

        package var count: Int
        /// The whole days for which it was watched.
        package var watched: Int
        /// How many went on which day, in the order of days.
        package var ends: [End]

        package init(count: Int, watched: Int, ends: [End]) {
            self.count = count
            self.watched = watched
            self.ends = ends
        }

        package init(count: Int, watched: Int, ends: [Int: Int] = [:]) {
            self.init(
                count: count, watched: watched,
                ends: ends.sorted { $0.key < $1.key }.map { End(day: $0.key, count: $0.value) })
        }
    }

    package let day: Int
    package let count: Int
    /// How many were watched for less and had not gone.
    package let censored: Int
    /// In how many groups they came.
    package let groupCount: Int
    private let table: Table
    private let heaps: [Table]

    package init(_ groups: some Sequence<Group>, at day: Int) {
        self.init(groups, at: day, { ($0.count, $0.watched) }) { group, gone in
            for end in group.ends { gone(end.day, end.count) }
        }
    }

    /// The same of anything that came in groups, without making groups of it.
    ///
    /// - Parameters:
    ///   - sizes: how many of one, and the whole days for which they were watched.
    ///   - ends: tells of each end of one its day and how many, in the order of days.
    init<Thing>(
        _ things: some Sequence<Thing>, at day: Int,
        _ sizes: (Thing) -> (count: Int, watched: Int),
        ends: (Thing, (Int, Int) -> Void) -> Void
    ) {
        self.day = day
        var (count, censored, place) = (0, 0, 0)
        var heaps: [Table] = []
        for thing in things {
            let (size, watched) = sizes(thing)
            guard size > 0 else { continue }
            count += size
            if place < Self.mostHeaps { heaps.append(Table(days: day)) }
            let heap = place % Self.mostHeaps
            let last = min(watched, day)
            var left = size
            if last > 0 {
                ends(thing) { day, number in
                    guard day > 0, day <= last else { return }
                    let gone = min(number, left)
                    heaps[heap].ended[day] += gone
                    left -= gone
                }
                heaps[heap].close(size, after: last, left)
            }
            if watched < day { censored += left }
            place += 1
        }
        (self.count, self.censored, groupCount) = (count, censored, place)
        self.heaps = heaps
        table = heaps.reduce(into: Table(days: day)) { $0.add($1) }
    }

    /// Of each day how many went, and how many are no longer watched after it.
    private struct Table: Equatable {
        private var all = 0
        var ended: [Int]
        private var left: [Int]

        init(days: Int) {
            ended = [Int](repeating: 0, count: days + 1)
            left = ended
        }

        /// One more group, whose ends were added: so many of it are no longer watched after a day.
        mutating func close(_ count: Int, after day: Int, _ rest: Int) {
            all += count
            left[day] += rest
        }

        mutating func add(_ other: Table) {
            all += other.all
            for day in ended.indices {
                ended[day] += other.ended[day]
                left[day] += other.left[day]
            }
        }

        /// Of it without a part of it; `nil` where nothing was watched until the last day and some were left.
        func share(without part: Table? = nil) -> Double? {
            var share = 1.0
            var risk = all - (part?.all ?? 0)
            for day in ended.indices.dropFirst() {
                if share == 0 { return 0 }
                guard risk > 0 else { return nil }
                let gone = ended[day] - (part?.ended[day] ?? 0)
                share *= 1 - Double(gone) / Double(risk)
                risk -= gone + left[day] - (part?.left[day] ?? 0)
            }
            return share
        }
    }

    package var share: Double? { groupCount == 0 ? nil : table.share() }

    private static let mostHeaps = 60

    /// Both ends, and the standard error on the scale of the share; `nil` where the groups are too few to tell how they
    /// differ.
    package func interval(level: Double = 0.95) -> ConfidenceInterval? {
        guard let share else { return nil }
        let number = heaps.count
        guard number >= Comparison.fewest else { return nil }
        var angles: [Double] = []
        for heap in heaps {
            // Where only one heap was watched for so long, nobody knows how others would have differed.
            guard let left = table.share(without: heap) else { return nil }
            angles.append(asin(left.squareRoot()))
        }
        let mean = angles.reduce(0, +) / Double(number)
        let variance = angles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * Double(number - 1) / Double(number)
        guard variance > 1e-12 else {
            // All alike: as much as so many groups can tell.
            return Proportion(share >= 0.5 ? groupCount : 0, of: groupCount).interval(level: level)
        }
        let reach = Probability.studentQuantile((1 + level) / 2, number - 1) * variance.squareRoot()
        let angle = asin(share.squareRoot())
        func end(_ angle: Double) -> Double { pow(sin(min(max(angle, 0), Double.pi / 2)), 2) }
        return ConfidenceInterval(end(angle - reach), end(angle + reach))
    }
}
