import Foundation
import Testing

@testable import Store

@Suite struct LineRunsTests {
    @Test func linesKeepTheirOwnersWhereOthersComeAndGo() {
        var runs = LineRuns()
        // Three of 1 behind the fourth line of a file that is older.
        #expect(runs.replace(4, 0, with: [.init(owner: 1, count: 3)]).isEmpty)
        #expect(runs.runs == [.init(owner: 0, count: 4), .init(owner: 1, count: 3)])
        // The second of them becomes two of 2.
        #expect(runs.replace(5, 1, with: [.init(owner: 2, count: 2)]) == [.init(owner: 1, count: 1)])
        #expect(runs.runs.map(\.count) == [4, 1, 2, 1] && runs.runs.map(\.owner) == [0, 1, 2, 1])
        // What goes from the fourth to the sixth line is of three.
        #expect(runs.replace(3, 3, with: []).map(\.owner) == [0, 1, 2])
        #expect(LineRuns(runs.bytes) == runs)
        #expect(runs.replace(0, 100, with: []).reduce(0) { $0 + $1.count } == 5)
        #expect(runs.runs.isEmpty)
    }

    @Test func bytesThatAreNoneAreRefused() {
        #expect(LineRuns(Data([0x80])) == nil)
        #expect(LineRuns(Data([1])) == nil)
        #expect(LineRuns(Data(repeating: 0xFF, count: 40)) == nil)
        #expect(LineRuns(Data())?.runs == [])
    }
}
