import Git
import Provenance
import Store
import Testing

@testable import Flows

/// A line that is asked for alone gets the answer that it gets among all the others, though less is read for it.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct LinesAloneTests {
    private let copy: WorkingCopy

    /// Two sessions, a person who renames, and edits that were not committed, the last of which puts back a line as it was.
    init() throws {
        copy = try WorkingCopy()
        try copy.edit("a.py", to: Lines.refund, session: "s1")
        try copy.commit("Refund")
        let both = Lines.refund + "\n" + Lines.ship
        try copy.edit("a.py", from: Lines.refund, to: both, session: "s2")
        try copy.commit("Ship")
        let renamed = both.replacing("charge", with: "payment")
        try copy.write("a.py", renamed)
        try copy.commit("Rename")
        let checked = renamed.replacing("is None:", with: "is None or order.isClosed:")
        try copy.edit("a.py", from: renamed, to: checked, session: "s1")
        try copy.commit("Check")
        let without = checked.replacing("    order.tracking = label.number\n", with: "")
        try copy.edit("a.py", from: checked, to: without, session: "s1")
        try copy.edit("a.py", from: without, to: checked, session: "s1")
        try ShingleIndexing(store: copy.store).run()
    }

    private func told(_ answer: FileAnswer) -> [String] {
        answer.lines.map { "\($0.number) \($0.certainty.rawValue) \($0.content?.edit.uid ?? "")" }
    }

    @Test(arguments: [nil, "HEAD", "HEAD~1", "HEAD~2"])
    func `A line alone is told as among all`(revision: String?) throws {
        let named = try NamedFile("a.py", from: copy.path)
        let file = try named.read(revision: revision)
        var resolver = LineResolver(store: copy.store, objects: named.objects)
        let whole = try resolver.resolve(file)
        #expect(whole.lines.count > 8)
        // A blank line goes with those around it, of which a line alone knows nothing.
        for line in whole.lines where line.tokens > 0 {
            for needsHistory in [true, false] where needsHistory || line.content != nil {
                var other = LineResolver(store: copy.store, objects: named.objects, asksLinesAlone: true)
                let alone = try other.resolve(
                    file, lines: line.number...line.number, needsHistory: needsHistory, needsOthers: false)
                #expect(told(alone) == ["\(line.number) \(line.certainty.rawValue) \(line.content?.edit.uid ?? "")"])
            }
        }
    }

    @Test func `What an uncommitted edit put back stands as the edit wrote it whose commit has it`() throws {
        let named = try NamedFile("a.py", from: copy.path)
        let file = try named.read()
        let number =
            try #require(
                file.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.contains("tracking")
                }) + 1
        var resolver = LineResolver(store: copy.store, objects: named.objects)
        let line = try resolver.resolve(file, lines: number...number, needsHistory: false, needsOthers: false).lines
            .first
        #expect(line?.content?.edit.uid == "e2")
        #expect(line?.certainty == .exact)
    }
}
