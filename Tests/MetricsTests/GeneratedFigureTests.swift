import Store
import Testing

@testable import Metrics

/// What became of generated code, each formula against scipy or a sum by hand.
@Suite struct GeneratedFigureTests {
    private static let day: Int64 = 86_400_000

    private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
        value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    private func facts(until: Int64 = 100 * day) -> PipelineFacts {
        PipelineFacts(scope: .init(repository: "a/b", from: 0, to: until), now: until)
    }

    private func life(_ hash: String, _ lines: Int, watched: Int, _ ends: [LifeFact.End] = []) -> LifeFact {
        var fact = LifeFact(hash: hash, origin: .record, landedAt: 0, lines: lines, until: Int64(watched) * Self.day)
        fact.ends = ends
        return fact
    }

    @Test func studentsQuantilesAreThoseOfScipy() {
        for (freedom, t) in [
            (1, 12.706204736432095), (3, 3.182446305284263), (7, 2.3646242510102993), (39, 2.022690911734728),
        ] {
            #expect(near(Probability.studentQuantile(0.975, freedom), t, 1e-8))
        }
    }

    /// The product and the jackknife over commits, by numpy.
    @Test func survivalOfGroupsIsKaplanAndMeiersWithAJackknife() throws {
        let groups: [GroupedSurvival.Group] = [
            .init(count: 40, watched: 60, ends: [3: 5, 20: 2]), .init(count: 25, watched: 60, ends: [10: 10]),
            .init(count: 10, watched: 45), .init(count: 60, watched: 40, ends: [1: 3, 29: 6]),
            .init(count: 30, watched: 33, ends: [12: 1]), .init(count: 15, watched: 20, ends: [2: 5]),
            .init(count: 50, watched: 8, ends: [7: 9]),
        ]
        let survival = GroupedSurvival(groups, at: 30)
        #expect(near(survival.share, 0.7992015968063872))
        #expect(survival.count == 230 && survival.censored == 51)
        let interval = try #require(survival.interval())
        #expect(near(interval.lower, 0.6611558354820412, 1e-7) && near(interval.upper, 0.9081114408557508, 1e-7))
        // The same curve as that of single lines.
        let spans = groups.flatMap { group in
            group.ends.map { Survival.Span(Double($0.day), isOver: true, count: $0.count) }
                + [
                    .init(
                        Double(group.watched), isOver: false,
                        count: group.count - group.ends.map(\.count).reduce(0, +))
                ]
        }
        #expect(near(survival.share, Survival(spans).share(at: 30) ?? 0, 1e-12))
        #expect(GroupedSurvival(groups, at: 61).share == nil)
        #expect(GroupedSurvival(Array(groups.prefix(3)), at: 30).interval() == nil)
    }

    @Test func aShareOfGroupsIsAsWideAsTheyDiffer() throws {
        let share = Proportion(groups: [(3, 10), (9, 10), (0, 4), (12, 30), (20, 22)])
        #expect(near(share.unevenness, 7.086199162679426))
        let interval = try #require(share.interval())
        #expect(near(interval.lower, 0.30372756653681854) && near(interval.upper, 0.8125274611066237))
        // All alike: four sessions tell what four things would.
        #expect(Proportion(groups: [(5, 5), (9, 9), (1, 1), (3, 3)]).interval() == Proportion(4, of: 4).interval())
        // Three sessions tell nothing, however many edits they have.
        let few = Proportion(groups: [(90, 100), (10, 100), (50, 100)])
        #expect(Comparison.shares(before: few, after: few).verdict == .tooFew)
    }

    @Test func reworkIsOfLinesThatWereWatchedForSoLong() {
        var facts = facts()
        facts.lives = [
            life("a", 40, watched: 50, [.init(day: 14, lines: 4, means: "session"), .init(day: 31, lines: 6)]),
            life("b", 10, watched: 30, [.init(day: 15, lines: 1, means: "other", isFix: true)]),
            life("c", 7, watched: 20, [.init(day: 2, lines: 7)]),
        ]
        facts.lives[0].ends.append(.init(day: 30, lines: 2, means: "generated"))
        let month = facts.figure(.rework30)
        #expect(near(month.value, 7.0 / 50) && month.missing == 7)
        let half = facts.figure(.rework14)
        #expect(near(half.value, 11.0 / 57) && half.missing == 0)
        #expect(facts.reworkers.map(\.lines) == [4, 2, 1, 1])
        // What nobody knows the origin of is left out, and said so; what is of others is the control.
        facts.lives[1].origin = .mixed
        facts.lives[2].origin = .other
        #expect(facts.figure(.rework30).missing == 10)
        #expect(facts.figure(.rework14, of: .control).value == 1)
        #expect(Scoreboard(before: nil, after: facts).rows.contains { $0.name == "rework-14/control" })
    }

    @Test func linesCountAsTheCommitsThatBringThem() throws {
        var (before, after) = (facts(until: 14 * Self.day), facts(until: 14 * Self.day))
        before.lives = [life("a", 100, watched: 10)]
        after.lives = [life("b", 300, watched: 10), life("c", 500, watched: 10)]
        // (300² + 500²) / 800: two commits tell no more than two things.
        let figure = after.figure(.mergedLines)
        #expect(figure.value == 400 && figure.count == 800)
        let interval = try #require(figure.interval)
        let two = try #require(Rate(800 / 425, in: 2.0 / 425).interval())
        #expect(near(interval.lower, two.lower) && near(interval.upper, two.upper))
        #expect(Figure.compare(before.figure(.mergedLines), figure).verdict == .tooFew)
    }

    @Test func acceptanceIsOneValueASession() {
        var facts = facts()
        func text(_ session: String, _ tokens: Int, _ common: Int, _ distance: Int, _ longer: Int) -> TextFact {
            var fact = TextFact(session: session, at: 1)
            (fact.edits, fact.accepted, fact.tokens, fact.common) = (
                2, common * 5 >= tokens * 4 ? 2 : 1, tokens, common
            )
            (fact.distance, fact.longer) = (distance, longer)
            return fact
        }
        facts.texts = [text("s", 100, 90, 12, 110), text("t", 50, 20, 30, 50), text("u", 10, 10, 0, 10)]
        #expect(near(facts.figure(.acceptance).value, 0.9))
        #expect(near(facts.figure(.editToMerge).value, 12.0 / 110))
        #expect(near(facts.figure(.acceptedEdits).value, 5.0 / 6))
        facts.arrivals = [
            .init(session: "s", arrived: 3, left: 1, pending: 0), .init(session: "t", arrived: 0, left: 2, pending: 5),
        ]
        #expect(near(facts.figure(.mergedEdits).value, 0.5) && facts.figure(.mergedEdits).missing == 5)
    }

    /// Each term added up in Python.
    @Test func bitsAreThoseOfTheWeightedRows() {
        var model = TokenModel()
        model.train(on: [1, 2, 3, 1, 2, 4, 1, 2, 3, 5])
        #expect(near(model.bits(of: [1, 2, 3, 9, 1, 2, 9]), 20.071526072877834, 1e-12))
        // What is known is expected more.
        #expect(model.bits(of: [1, 2, 3]) < model.bits(of: [3, 2, 1]))
        #expect(TokenModel().bits(of: [1, 2]) > 0)
    }

    @Test func slopesAreThoseOfScipy() throws {
        let (t, v) = (
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9.5, 11, 12], [3.1, 2.9, 3.3, 2.7, 2.5, 2.6, 2.1, 2.4, 1.9, 2.2, 1.7, 1.9]
        )
        let trend = try #require(Trend(zip(t, v).map { ($0, $1) }))
        #expect(near(trend.slope, -0.10714285714285719))
        #expect(near(trend.interval.lower, -0.16) && near(trend.interval.upper, -0.08))
        let (u, w) = ([0, 0, 1, 1, 2, 3, 3, 4, 5, 6.0], [1, 2, 2, 2, 3, 3, 4, 4, 4, 5.0])
        let tied = try #require(Trend(zip(u, w).map { ($0, $1) }))
        #expect(near(tied.slope, 0.55) && near(tied.interval.lower, 0.5) && near(tied.interval.upper, 1))
        #expect(Trend((0..<7).map { (Double($0), 1) }) == nil)
    }

    @Test func noSlopeGoesAcrossASwitchOfModel() throws {
        func style(_ session: String?, _ model: String, _ day: Int64, _ bits: Double) -> StyleFact {
            StyleFact(session: session, agent: "a", model: model, at: day * Self.day, tokens: 10, bits: bits)
        }
        // One model comes nearer; another, later one stands where it stood.
        let styles =
            (0..<30).map { style(nil, "", $0, 40) }
            + (1..<13).map { style("s\($0)", "old", Int64($0), 60 - Double($0)) }
            + (13..<25).map { style("s\($0)", "new", Int64($0), $0.isMultiple(of: 2) ? 60 : 59) }
        let lines = Adaptation(texts: [], styles: styles).lines
        #expect(lines.map(\.model) == ["new", "old"])
        #expect(lines.map(\.verdict) == ["not clear", "nearer"])
        // 4 bits a token are the house's; a tenth of a bit less each day.
        #expect(near(lines[1].trend?.slope, -3) && near(lines[1].points.first?.value, 1.9))
    }

    @Test func divergenceIsJensenAndShannons() {
        let (one, other): ([UInt64: Int], [UInt64: Int]) = ([1: 3, 2: 2, 3: 1], [1: 1, 3: 2, 4: 2])
        #expect(near(TokenDivergence.jensenShannon(one, other), 0.45027983736559446))
        #expect(TokenDivergence.jensenShannon(one, one) == 0)
        #expect(TokenDivergence.jensenShannon([1: 1], [2: 7]) == 1)
        #expect(TokenDivergence.jensenShannon(one, [:]) == nil)
        #expect(TokenDivergence.rows(of: [[1, 2, 3, 1, 2, 3], [1, 2]]).values.sorted() == [1, 1, 2])
        #expect(near(TokenDivergence.dissimilarity([1, 2, 3], [2, 3, 4, 5]), 0.6))
        // Of rows that stand a hundred times each, halves are much alike; of single ones not at all.
        let often = Dictionary(uniqueKeysWithValues: (0..<40).map { (UInt64($0), 100) })
        let once = Dictionary(uniqueKeysWithValues: (0..<400).map { (UInt64($0), 1) })
        #expect(TokenDivergence.noise(of: often) ?? 1 < 0.02)
        #expect(near(TokenDivergence.noise(of: once), 1))
    }
}
