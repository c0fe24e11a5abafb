import Testing

@testable import Syntax

struct CutLinesTests {
    private func cut(_ old: String, _ new: String) -> [Bool] {
        let (old, new) = (CodeStream(old, language: "python"), CodeStream(new, language: "python"))
        return TokenDifference(from: old, to: new).cutLines(from: old, to: new)
    }

    @Test func `A line that lost its end, its middle or its beginning is cut`() {
        #expect(cut("a = b + c\nd = e", "a = b\nd = e") == [true, false])
        #expect(cut("a = b + c\nd = e", "a = c\nd = e") == [true, false])
        #expect(cut("x.a = b\nd = e", "a = b\nd = e") == [true, false])
    }

    @Test func `Lines that are gone as a whole, and what a formatter does, cut none`() {
        #expect(cut("a = b\nx = y\nd = e", "a = b\nd = e") == [false, false])
        #expect(cut("a = f(b,\n    c)\n", "a = f(b, c)\n").allSatisfy { !$0 })
    }
}
