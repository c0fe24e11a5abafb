import Testing

@testable import Ingest

struct LineDiffTests {
    private func texts(_ before: String, _ after: String, context: Int = 3) -> [String] {
        LineDiff.hunks(before: before, after: after, context: context).map(\.text)
    }

    @Test func `Equal texts have no hunks`() {
        #expect(texts("a\nb\n", "a\nb\n") == [])
        #expect(texts("", "") == [])
        #expect(texts("a", "a\n") == [])
    }

    @Test func `A changed line stands between its neighbours with the numbers of a unified diff`() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
        #expect(
            texts(before, "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
                == ["@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8"])
    }

    @Test func `Far changes are hunks of their own, near ones share one`() {
        let before = (1...20).map { "\($0)\n" }.joined()
        let far = before.replacing("\n2\n", with: "\ntwo\n").replacing("\n19\n", with: "\nx\ny\n")
        #expect(LineDiff.hunks(before: before, after: far).map(\.oldStart) == [1, 16])
        #expect(LineDiff.hunks(before: before, after: far).map(\.newStart) == [1, 16])
        let near = before.replacing("\n2\n", with: "\ntwo\n").replacing("\n9\n", with: "\nx\n")
        #expect(LineDiff.hunks(before: before, after: near).count == 1)
    }

    @Test func `Without context an insertion is numbered by the line before it`() {
        #expect(texts("a\nb\n", "a\nnew\nb\n", context: 0) == ["@@ -1,0 +2,1 @@\n+new"])
        #expect(texts("a\nold\nb\n", "a\nb\n", context: 0) == ["@@ -2,1 +1,0 @@\n-old"])
        #expect(texts("", "a\nb\n") == ["@@ -0,0 +1,2 @@\n+a\n+b"])
        #expect(texts("a\nb\n", "") == ["@@ -1,2 +0,0 @@\n-a\n-b"])
    }

    @Test func `Lines are compared by their bytes`() {
        #expect(texts("\u{e9}\n", "e\u{301}\n").count == 1)
        #expect(texts("a\r\n", "a\n").count == 1)
    }

    @Test(arguments: 0..<300) func `Applying the hunks gives the new text, with no more changes than needed`(seed: Int)
    {
        var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
        let letters = 1 + seed % 5
        let before = (0..<dice.roll(25)).map { _ in "\(dice.roll(letters))" }
        let after = (0..<dice.roll(25)).map { _ in "\(dice.roll(letters))" }
        let hunks = LineDiff.hunks(
            before: before.map { $0 + "\n" }.joined(), after: after.map { $0 + "\n" }.joined(), context: seed % 3)
        #expect(Self.apply(hunks, to: before) == after)
        let changes = hunks.reduce(0) { $0 + $1.addedLines + $1.removedLines }
        #expect(changes == before.count + after.count - 2 * Self.longestCommon(before, after))
    }

    @Test func `A text that differs everywhere from a long one is still answered, and applies`() {
        var dice = Dice(state: 5)
        let before = (0..<20_000).map { _ in "\(dice.roll(40))" }
        let after = (0..<20_000).map { _ in "\(dice.roll(40))" }
        let hunks = LineDiff.hunks(
            before: before.map { $0 + "\n" }.joined(), after: after.map { $0 + "\n" }.joined())
        #expect(Self.apply(hunks, to: before) == after)
    }

    private static func apply(_ hunks: [Hunk], to lines: [String]) -> [String] {
        var result: [String] = []
        var place = 0
        for hunk in hunks {
            guard let oldStart = hunk.oldStart, let newStart = hunk.newStart else { return ["no numbers"] }
            let start = hunk.lines.contains { $0.kind != .added } ? oldStart - 1 : oldStart
            guard start >= place else { return ["out of order"] }
            result += lines[place..<start]
            let hasNew = hunk.lines.contains { $0.kind != .removed }
            guard newStart == result.count + (hasNew ? 1 : 0) else { return ["wrong number"] }
            place = start
            for line in hunk.lines {
                if line.kind != .added {
                    guard place < lines.count, lines[place] == line.text else { return ["wrong context"] }
                    place += 1
                }
                if line.kind != .removed { result.append(line.text) }
            }
        }
        return result + lines[place...]
    }

    private static func longestCommon(_ a: [String], _ b: [String]) -> Int {
        var row = Array(repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
