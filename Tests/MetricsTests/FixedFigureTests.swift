import Metrics
import Testing

/// Each formula against figures that another program gave: scipy 1.17, statsmodels 0.14 and lifelines 0.30.
@Suite struct FixedFigureTests {
    private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    private func near(_ value: ConfidenceInterval?, _ low: Double, _ high: Double, _ tolerance: Double = 1e-9) -> Bool {
        near(value?.lower, low, tolerance) && near(value?.upper, high, tolerance)
    }

    @Test func distributionsAreThoseOfScipy() {
        #expect(near(Probability.beta(0.2, 3, 5), 0.14803200000000005, 1e-13))
        #expect(near(Probability.beta(0.7, 0.5, 0.5), 0.6309898804344546, 1e-12))
        #expect(near(Probability.beta(0.45, 50, 60), 0.4642352914306031, 1e-12))
        #expect(near(Probability.beta(0.5, 5000, 5001), 0.5039893230696917, 1e-9))
        #expect(near(Probability.gamma(1, 2), 0.8646647167633873, 1e-13))
        #expect(near(Probability.gamma(5, 3), 0.18473675547622787, 1e-12))
        #expect(near(Probability.gamma(100, 110), 0.8417213299399129, 1e-11))
        #expect(near(Probability.gamma(0.5, 0.1), 0.34527915398142317, 1e-12))
        #expect(near(Probability.normalQuantile(0.975), 1.959963984540054, 1e-12))
        #expect(near(Probability.normalQuantile(1e-6), -4.753424308822899, 1e-10))
    }

    @Test(arguments: [
        (0, 5, 0.0, 0.43448246478317487), (2, 20, 0.027866481213768196, 0.3010336452284873),
        (4, 23, 0.06978653563062565, 0.3713764764022614), (6, 23, 0.1254861604498634, 0.4647000483742537),
        (27, 27, 0.875444970258133, 1.0),
    ])
    func sharesHaveWilsonsInterval(hits: Int, total: Int, low: Double, high: Double) {
        #expect(near(Proportion(hits, of: total).interval(), low, high))
    }

    @Test func differencesOfSharesHaveNewcombesInterval() {
        // The first is example (a) of Newcombe's own paper.
        #expect(
            near(
                Proportion.difference(before: .init(48, of: 80), after: .init(56, of: 70)), 0.05243147240236498,
                0.33387265403690614))
        #expect(
            near(
                Proportion.difference(before: .init(4, of: 23), after: .init(2, of: 27)), -0.3044266905916234,
                0.09074294346755465))
    }

    @Test func theChanceOfNoDifferenceAgreesWithTheInterval() throws {
        let (before, after) = (Proportion(48, of: 80), Proportion(56, of: 70))
        let chance = try #require(Proportion.chanceOfNone(before: before, after: after))
        let interval = try #require(Proportion.difference(before: before, after: after, level: 1 - chance))
        #expect(abs(interval.lower) < 1e-9)
        #expect(Proportion.chanceOfNone(before: .init(3, of: 9), after: .init(1, of: 3)) == 1)
    }

    @Test(arguments: [
        (0, 0.0, 3.6888794541139354), (2, 0.24220927854396496, 7.22468766772396),
        (5, 1.6234863901184207, 11.66833207932267), (30, 20.240874021420915, 42.82686539480766),
    ])
    func countsHaveGarwoodsInterval(count: Int, low: Double, high: Double) {
        #expect(near(Rate(Double(count), in: 1).interval(), low, high))
        #expect(near(Rate(Double(count), in: 4).interval(), low / 4, high / 4))
    }

    /// Mid-P of the binomial, by scipy's own distribution and root.
    @Test func ratiosOfRatesCountHalfOfWhatWasSeen() {
        let (few, many) = ((Rate(5, in: 60), Rate(2, in: 90)), (Rate(40, in: 60), Rate(75, in: 90)))
        #expect(near(Rate.ratio(before: few.0, after: few.1), 0.03583031393666997, 1.3522463925732033))
        #expect(near(Rate.ratio(before: many.0, after: many.1), 0.8546685969874446, 1.8489020187668757))
        #expect(near(Rate.chanceOfNone(before: many.0, after: many.1), 0.2546568832782336))
        #expect(Rate.ratio(before: .init(0, in: 1), after: .init(9, in: 1))?.upper == .infinity)
    }

    /// Hettmansperger and Sheather's formula, by scipy's binomial.
    @Test func mediansHaveIntervalsOfOrderStatistics() {
        func ranks(_ n: Int) -> ConfidenceInterval? { Sample((1...n).map(Double.init)).medianInterval() }
        #expect(ranks(5) == nil)
        #expect(near(ranks(6), 1.3571428571428577, 5.642857142857142))
        #expect(near(ranks(9), 2.227906976744187, 7.772093023255813))
        #expect(near(ranks(10), 2.6576576576576585, 8.342342342342342))
        #expect(near(ranks(20), 6.2352342158859475, 14.76476578411405))
        #expect(near(ranks(31), 10.67524735721449, 21.32475264278551))
        #expect(Sample([]).median == nil)
        #expect(Sample([4, 1, 3, 2]).median == 2.5)
    }

    /// All nⁿ samples that can be drawn with replacement were made and their medians counted.
    @Test func theBootstrapOfAMedianIsThatOfAllResamples() {
        let all: [([Double], [Double: Double])] = [
            ([1, 2, 3, 5, 8], [1: 0.05792, 2: 0.25952, 3: 0.36512, 5: 0.25952, 8: 0.05792]),
            (
                [1, 2, 4, 8],
                [
                    1: 0.05078125, 1.5: 0.1171875, 2: 0.14453125, 2.5: 0.0703125, 3: 0.2109375, 4: 0.14453125,
                    4.5: 0.0234375, 5: 0.0703125, 6: 0.1171875, 8: 0.05078125,
                ]
            ),
            (
                [1, 2, 3, 5, 8, 13],
                [
                    1: 0.0087019890260631, 1.5: 0.02614883401920439, 2: 0.08114711934156378, 2.5: 0.11102537722908093,
                    3: 0.12487139917695474, 3.5: 0.05701303155006859, 4: 0.15474965706447188,
                    4.5: 0.0030006858710562414,
                    5: 0.13773148148148148, 5.5: 0.05701303155006859, 6.5: 0.11102537722908093,
                    7: 0.0004286694101508916,
                    7.5: 0.0030006858710562414, 8: 0.07343106995884774, 9: 0.01586076817558299,
                    10.5: 0.02614883401920439,
                    13: 0.0087019890260631,
                ]
            ),
        ]
        for (values, expected) in all {
            let belief = Belief(medianOf: Sample(values))
            #expect(belief.values == expected.keys.sorted())
            for (value, share) in expected {
                #expect(near(belief.share(atOrBelow: value) - belief.share(below: value), share, 1e-10))
            }
        }
    }

    @Test func aLongSampleHasABootstrapToo() {
        let belief = Belief(medianOf: Sample((0..<4000).map(Double.init)))
        // The rank of a median has a standard error of √n / 2: 1.96 · 31.6 to either side.
        #expect(near(belief.quantile(0.025), 1999.5 - 62, 0.01) && near(belief.quantile(0.975), 1999.5 + 62, 0.01))
        #expect(near(belief.cumulated.last, 1, 1e-9))
    }

    @Test func cliffsDeltaIsMannAndWhitneysU() {
        let before = Sample([3.1, 4.7, 8.2, 1.5, 9.9, 12.4, 7.3, 2.2, 30.5])
        let after = Sample([2.9, 1.1, 5.0, 0.7, 3.3, 6.1, 2.2, 4.4])
        #expect(near(CliffsDelta.of(before: before, after: after), -0.5138888888888888))
        #expect(CliffsDelta.of(before: Sample([1]), after: Sample([2])) == 1)
        #expect(CliffsDelta.of(before: Sample([]), after: after) == nil)
    }

    @Test func holmAdjustsAsStatsmodelsDoes() {
        let adjusted = Holm.adjusted([0.01, 0.04, nil, 0.03, 0.005, 0.5])
        for (one, expected) in zip(adjusted, [0.04, 0.09, nil, 0.09, 0.025, 0.5]) {
            #expect(expected.map { near(one, $0) } ?? (one == nil))
        }
    }

    /// Gehan's trial of 6-MP (1965), by lifelines.
    @Test func survivalIsThatOfLifelines() {
        func spans(_ ended: [Double], _ censored: [Double] = []) -> [Survival.Span] {
            ended.map { .init($0, isOver: true) } + censored.map { .init($0, isOver: false) }
        }
        let treated = Survival(
            spans([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]))
        #expect(treated.count == 21 && treated.censored == 12)
        for (time, share) in [(5.0, 1.0), (6, 0.857143), (9, 0.806723), (10, 0.752941), (16, 0.627451), (35, 0.448179)]
        {
            #expect(near(treated.share(at: time), share, 1e-6))
        }
        #expect(near(treated.interval(at: 6), 0.619718, 0.951552, 1e-5))
        #expect(near(treated.interval(at: 10), 0.503200, 0.889362, 1e-5))
        #expect(near(treated.interval(at: 23), 0.188052, 0.680143, 1e-5))
        #expect(treated.median == 23 && treated.medianInterval() == .init(13, .infinity))
        #expect(treated.share(at: 36) == nil)
        let placebo = Survival(
            spans([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]))
        #expect(placebo.median == 8 && placebo.medianInterval() == .init(4, 11))
        #expect(placebo.share(at: 100) == 0)
        #expect(Survival(spans([1, 2, 3, 4])).median == 2.5)
        #expect(Survival([]).median == nil && Survival([]).share(at: 1) == nil)
    }
}
