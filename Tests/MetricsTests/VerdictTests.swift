import Metrics
import Testing

@Suite struct VerdictTests {
    private func judged(_ comparison: Comparison) -> Comparison {
        var board = [comparison]
        board.judge()
        return board[0]
    }

    @Test func belowFourAndFourNothingIsTold() {
        #expect(judged(.medians(before: [1, 2, 3], after: [100, 200, 300, 400])).verdict == .tooFew)
        #expect(judged(.shares(before: .init(0, of: 3), after: .init(9, of: 9))).verdict == .tooFew)
        #expect(judged(.rates(before: .init(5, in: 60), after: .init(2, in: 60))).verdict == .tooFew)
        #expect(judged(.medians(before: [1, 2, 3, 4], after: [100, 200, 300, 400])).verdict == .more)
    }

    @Test func aSideWithoutARecordIsNamed() {
        #expect(judged(.medians(before: [Double](), after: [1, 2])).verdict == .noneBefore)
        #expect(judged(.medians(before: [1, 2], after: [Double]())).verdict == .none)
        #expect(judged(.shares(before: .init(0, of: 0), after: .init(0, of: 0))).verdict == .none)
        #expect(judged(.rates(before: .init(0, in: 0), after: .init(9, in: 1))).verdict == .noneBefore)
    }

    @Test func aClearChangeHasADirection() {
        let slow = (1...30).map { Double($0) * 10 }
        let fast = (1...30).map { Double($0) * 3 }
        let comparison = judged(.medians(before: slow, after: fast))
        #expect(comparison.verdict == .less && comparison.delta.map { $0 < -0.5 } == true)
        #expect(comparison.change.map { abs($0 - 0.3) < 1e-9 } == true)
    }

    @Test func equalValuesAreNoChange() {
        let same = [Double](repeating: 5, count: 12)
        let comparison = judged(.medians(before: same, after: same))
        #expect(comparison.verdict == .notClear && comparison.change == 1)
    }

    @Test func timesOfZeroAreCompared() {
        let comparison = judged(.medians(before: [0, 0, 0, 0, 0], after: [0, 0, 0, 5, 0, 0]))
        #expect(comparison.verdict == .notClear && comparison.change == 1)
    }

    @Test func whatHalfIsNotOverCannotBeTold() {
        let open = (1...8).map { Survival.Span(Double($0), isOver: false) }
        let over = (1...8).map { Survival.Span(Double($0), isOver: true) }
        #expect(judged(.medians(before: over, after: open)).verdict == .tooFew)
    }

    @Test func howMuchMoreIsNeededIsToldOrNever() throws {
        let few = Comparison.medians(before: (1...12).map(Double.init), after: (1...12).map(Double.init))
        #expect(few.growthNeeded(toTell: 0.8) == nil)
        let many = Comparison.medians(before: (100...900).map(Double.init), after: (1...12).map(Double.init))
        #expect(try #require(many.growthNeeded(toTell: 0.8)) > 1)
    }
}
