import Metrics
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the intervals promise, counted on made data whose truth is known. Seeds are fixed.
@Suite struct SimulationTests {
    /// How often in so many runs.
    private func share(of runs: Int, _ holds: () -> Bool) -> Double {
        Double((0..<runs).reduce(0) { count, _ in count + (holds() ? 1 : 0) }) / Double(runs)
    }

    /// Nominal 95 %: 93 to 97 % hold the truth. Of fewer than a dozen values the bootstrap of a median has so few steps that
    /// it holds the truth in 97.1 %.
    @Test(arguments: [(8, 11), (15, 15), (25, 40), (60, 31)])
    func ratiosOfMediansHoldTheTruth(before: Int, after: Int) {
        var chance = Chance(seed: UInt64(before * 100 + after))
        let covered = share(of: 2000) {
            let comparison = Comparison.medians(before: chance.times(before), after: chance.times(after, median: 0.7))
            return comparison.interval?.contains(0.7) ?? false
        }
        #expect(0.93...(before < 12 ? 0.975 : 0.97) ~= covered, "\(covered)")
    }

    @Test func ratiosOfMediansHoldTheTruthWhereSomeAreStillOpen() {
        var chance = Chance(seed: 5)
        func spans(_ count: Int, _ median: Double) -> [Survival.Span] {
            zip(chance.times(count, median: median), chance.times(count, median: 3)).map { time, seen in
                .init(min(time, seen), isOver: time <= seen)
            }
        }
        let covered = share(of: 1500) {
            Comparison.medians(before: spans(40, 1), after: spans(60, 0.7)).interval?.contains(0.7) ?? false
        }
        #expect(0.93...0.975 ~= covered, "\(covered)")
    }

    @Test(arguments: [6, 7, 8, 9, 11, 20, 51])
    func mediansOfSamplesHoldTheTruth(count: Int) {
        var chance = Chance(seed: UInt64(count))
        let covered = share(of: 4000) { Sample(chance.times(count)).medianInterval()?.contains(1) ?? false }
        #expect(0.93...0.97 ~= covered, "\(covered)")
    }

    @Test func sharesHoldTheTruth() {
        var chance = Chance(seed: 7)
        // Over truths drawn evenly: for a single one the counts are so few that any interval jumps about.
        let covered = share(of: 2000) {
            let truth = 0.05 + 0.9 * chance.unit()
            return Proportion(chance.binomial(30, truth), of: 30).interval()?.contains(truth) ?? false
        }
        #expect(0.93...0.97 ~= covered, "\(covered)")
        let differences = share(of: 2000) {
            let (p, q) = (0.05 + 0.9 * chance.unit(), 0.05 + 0.9 * chance.unit())
            let before = Proportion(chance.binomial(25, p), of: 25)
            let after = Proportion(chance.binomial(35, q), of: 35)
            return Proportion.difference(before: before, after: after)?.contains(q - p) ?? false
        }
        #expect(0.93...0.97 ~= differences, "\(differences)")
    }

    @Test func countsHoldTheTruth() {
        var chance = Chance(seed: 11)
        let covered = share(of: 2000) {
            let mean = 20 + 40 * chance.unit()
            return Rate(Double(chance.poisson(mean)), in: 1).interval()?.contains(mean) ?? false
        }
        // Exact: never less than it says, and at these sizes not much more.
        #expect(0.945...0.97 ~= covered, "\(covered)")
        let ratios = share(of: 2000) {
            let mean = 20 + 40 * chance.unit()
            let before = Rate(Double(chance.poisson(mean)), in: 1)
            let after = Rate(Double(chance.poisson(2 * mean * 1.5)), in: 2)
            return Rate.ratio(before: before, after: after)?.contains(1.5) ?? false
        }
        #expect(0.93...0.97 ~= ratios, "\(ratios)")
    }

    @Test func survivalHoldsTheTruth() {
        var chance = Chance(seed: 13)
        func curve(_ count: Int) -> Survival {
            Survival(
                (0..<count).map { _ in
                    let (life, seen) = (-log(chance.unit()), 3 * chance.unit())
                    return .init(min(life, seen), isOver: life <= seen)
                })
        }
        let covered = share(of: 2000) { curve(60).interval(at: 0.5)?.contains(exp(-0.5)) ?? false }
        #expect(0.93...0.97 ~= covered, "\(covered)")
        let medians = share(of: 2000) { curve(60).medianInterval()?.contains(log(2.0)) ?? false }
        #expect(0.93...0.97 ~= medians, "\(medians)")
        let differences = share(of: 800) {
            Comparison.survivals(before: curve(50), after: curve(70), at: 0.5).interval?.contains(0) ?? false
        }
        #expect(0.93...0.97 ~= differences, "\(differences)")
    }

    /// Lines of one commit go together: an interval that took them for single ones would hold the truth in half of the cases.
    @Test func survivalOfGroupsHoldsTheTruth() {
        var chance = Chance(seed: 29)
        func hazard() -> Double { 0.01 * exp(0.9 * chance.normal()) }
        let truth = (0..<20_000).reduce(0.0) { sum, _ in sum + exp(-30 * hazard()) } / 20_000
        func groups(_ count: Int) -> [GroupedSurvival.Group] {
            (0..<count).map { _ in
                let (rate, watched) = (hazard(), 10 + Int(80 * chance.unit()))
                let count = 5 + Int(50 * chance.unit())
                var ends: [Int: Int] = [:]
                for _ in 0..<count {
                    let day = Int((-log(chance.unit()) / rate).rounded(.up))
                    if day <= watched { ends[day, default: 0] += 1 }
                }
                return GroupedSurvival.Group(count: count, watched: watched, ends: ends)
            }
        }
        let covered = share(of: 800) {
            GroupedSurvival(groups(30), at: 30).interval()?.contains(truth) ?? false
        }
        #expect(0.925...0.97 ~= covered, "\(covered)")
        let quiet = share(of: 400) {
            var board = [
                Comparison.survivals(
                    before: GroupedSurvival(groups(20), at: 30), after: GroupedSurvival(groups(28), at: 30))
            ]
            board.judge()
            return board[0].verdict == .notClear
        }
        #expect(quiet >= 0.935, "\(quiet)")
    }

    /// Edits of a session are alike.
    @Test func sharesOfGroupsHoldTheTruth() {
        var chance = Chance(seed: 31)
        func sessions(_ count: Int) -> Proportion {
            Proportion(
                groups: (0..<count).map { _ in
                    let (edits, own) = (2 + Int(20 * chance.unit()), 1 / (1 + exp(-1 - chance.normal())))
                    return (chance.binomial(edits, own), edits)
                })
        }
        let truth = (0..<40_000).reduce(0.0) { sum, _ in sum + 1 / (1 + exp(-1 - chance.normal())) } / 40_000
        let covered = share(of: 1500) { sessions(30).interval()?.contains(truth) ?? false }
        #expect(0.925...0.97 ~= covered, "\(covered)")
    }

    /// A whole scoreboard of data in which nothing changed.
    @Test func nothingIsSaidToChangeWhereNothingDid() {
        var chance = Chance(seed: 17)
        var loud = 0
        for run in 0..<1000 {
            let (n, m) = (8 + run % 25, 8 + run % 31)
            var board = [
                Comparison.medians(before: chance.times(n), after: chance.times(m)),
                Comparison.medians(before: chance.times(m), after: chance.times(n)),
                Comparison.shares(
                    before: .init(chance.binomial(n, 0.8), of: n), after: .init(chance.binomial(m, 0.8), of: m)),
                Comparison.rates(
                    before: .init(Double(chance.poisson(30)), in: 1), after: .init(Double(chance.poisson(45)), in: 1.5)),
            ]
            board.judge()
            if board.contains(where: { $0.verdict == .more || $0.verdict == .less }) { loud += 1 }
        }
        #expect(loud <= 65, "\(loud) of 1,000")
    }

    /// Counts that come in heaps are no change either, once it is known how unevenly they come.
    @Test func heapsAreNoChange() {
        var chance = Chance(seed: 19)
        func weeks(_ count: Int) -> [Int] { (0..<count).map { _ in 4 * chance.poisson(3) } }
        let quiet = share(of: 1000) {
            let (before, after) = (weeks(12), weeks(12))
            var board = [
                Comparison.rates(
                    before: .init(Double(before.reduce(0, +)), in: 12),
                    after: .init(Double(after.reduce(0, +)), in: 12),
                    unevenness: Rate.unevenness([before, after]))
            ]
            board.judge()
            return board[0].verdict == .notClear
        }
        #expect(quiet >= 0.935, "\(quiet)")
    }

    @Test func theSmallestEffectIsToldInFourOfFiveCases() throws {
        var chance = Chance(seed: 23)
        let size = try #require(
            Comparison.medians(before: chance.times(401), after: chance.times(401)).smallestEffect)
        let told = share(of: 200) {
            var board = [Comparison.medians(before: chance.times(401), after: chance.times(401, median: size))]
            board.judge()
            return board[0].verdict == .more
        }
        #expect(0.65...0.95 ~= told, "\(told) of \(size)")
    }
}
