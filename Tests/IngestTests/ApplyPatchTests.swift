import Testing

@testable import Ingest

struct ApplyPatchTests {
    @Test func `Added, updated, moved and deleted files are read`() throws {
        let patch = try #require(
            ApplyPatch.parse(
                """
                *** Begin Patch
                *** Add File: src/new.py
                +def one():
                +    return 1
                *** Update File: src/old.py
                *** Move to: src/moved.py
                @@ class A:
                @@ def f(self):
                 context
                -gone
                +come
                +more

                *** Delete File: src/dead.py
                *** End Patch
                """))
        #expect(patch.oddLines == 0)
        #expect(patch.files.map(\.kind) == [.add, .update, .delete])
        #expect(patch.files.map(\.path) == ["src/new.py", "src/old.py", "src/dead.py"])
        let (new, old, dead) = (patch.files[0], patch.files[1], patch.files[2])
        #expect(new.before == nil)
        #expect(new.after == "def one():\n    return 1\n")
        #expect(new.addedLines == 2)
        #expect(new.patchText == "@@ -0,0 +1,2 @@\n+def one():\n+    return 1")
        #expect(old.movedTo == "src/moved.py")
        #expect(old.hunks.map(\.anchors) == [["class A:", "def f(self):"]])
        #expect(old.hunks.first?.oldStart == nil)
        #expect(old.before == "context\ngone")
        #expect(old.after == "context\ncome\nmore")
        #expect((old.addedLines, old.removedLines) == (2, 1))
        #expect(old.patchText == "@@ class A:\n@@ def f(self):\n context\n-gone\n+come\n+more")
        #expect((dead.before, dead.after) == (nil, nil))
    }

    @Test func `Several hunks are joined by newlines, and empty lines inside of them count`() throws {
        let patch = try #require(
            ApplyPatch.parse(
                "*** Begin Patch\n*** Update File: a\n-x\n\n+y\n@@\n-p\n+q\n*** End of File\n*** End Patch\n"))
        let file = try #require(patch.files.first)
        #expect(file.before == "x\n\np")
        #expect(file.after == "\ny\nq")
        #expect(file.hunks.map(\.isEndOfFile) == [false, true])
    }

    @Test func `A mere move has neither before nor after`() throws {
        let patch = try #require(ApplyPatch.parse("*** Begin Patch\n*** Update File: a\n*** Move to: b\n*** End Patch"))
        #expect(patch.files == [FileChange(kind: .update, path: "a", movedTo: "b")])
        #expect(patch.files.first?.before == nil)
        #expect(patch.files.first?.after == nil)
    }

    @Test(arguments: [
        "*** Add File: a\n+1\n+2\n",
        "\n\n*** Begin Patch\n*** Add File: a\n+1\n+2\n*** End Patch\n\n",
        "*** Begin Patch\r\n*** Add File: a\r\n+1\r\n+2\r\n*** End Patch\r\n",
        "apply_patch <<'PATCH_END'\n*** Begin Patch\n*** Add File: a\n+1\n+2\nPATCH_END\n",
        "<<EOF\n*** Begin Patch\n*** Add File: a\n+1\n+2\n*** End Patch\nEOF",
        "*** Begin Patch\n*** Add File: a\n+1\n+2\n\n\nEOF\n",
        "*** Begin Patch \n*** Add File:  a \n+1\n+2\n\n*** End Patch  \n+after the end",
    ])
    func `What stands around a patch does not matter`(text: String) throws {
        let patch = try #require(ApplyPatch.parse(text))
        #expect(patch.files.map(\.path) == ["a"])
        #expect(patch.files.first?.after == "1\n2\n")
        #expect(patch.oddLines == 0)
    }

    @Test func `Lines without their sign are read and counted`() throws {
        let patch = try #require(
            ApplyPatch.parse(
                "*** Begin Patch\n*** Add File: a\n+1\nbare\n\n+3\n*** Update File: b\n@@ -3,1 +3,1 @@ def f\nbare\n-x\n+y\n*** End Patch"
            ))
        #expect(patch.files[0].after == "1\nbare\n\n3\n")
        #expect(patch.files[1].before == "bare\nx")
        #expect(patch.files[1].hunks.first?.anchors == ["def f"])
        #expect(patch.files[1].hunks.first?.newStart == nil)
        #expect(patch.oddLines == 4)
    }

    @Test(arguments: [
        "", "\n", "hello", "+a\n-b", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b", "*** End Patch", "*** Note",
    ])
    func `Other text is no patch`(text: String) {
        #expect(ApplyPatch.parse(text) == nil)
    }

    @Test func `A combining mark behind a sign belongs to the text`() throws {
        let patch = try #require(
            ApplyPatch.parse("*** Begin Patch\n*** Update File: a\n+\u{301}x\n- \u{308}\n*** End Patch"))
        #expect(patch.oddLines == 0)
        #expect(patch.files.first?.after.map { Array($0.unicodeScalars.map(\.value)) } == [0x301, 0x78])
    }

    @Test func `A structured patch keeps its numbers and loses its signs`() {
        let hunk = Hunk(
            oldStart: 4, newStart: 5,
            structuredLines: [" a", "-b", "+c", "+d", "\\ No newline at end of file", ""])
        #expect(hunk.text == "@@ -4,3 +5,4 @@\n a\n-b\n+c\n+d\n ")
        #expect((hunk.addedLines, hunk.removedLines) == (2, 1))
        #expect(hunk.before == "a\nb\n")
    }

    @Test func `A unified diff is read by its counts, so that its lines may look like headers`() {
        let diff = """
            --- a/x
            +++ b/x
            @@ -1,2 +1,2 @@ func f()
             a
            --- gone
            +++ come
            @@ -9 +9,2 @@
             z
            +@@ -1 +1 @@
            \\ No newline at end of file
            """
        let hunks = Hunk.unified(diff)
        #expect(hunks.map(\.oldStart) == [1, 9])
        #expect(hunks.map(\.anchors) == [["func f()"], []])
        #expect(hunks.first?.lines == [.init(.context, "a"), .init(.removed, "-- gone"), .init(.added, "++ come")])
        #expect(hunks.last?.after == "z\n@@ -1 +1 @@")
        #expect(Hunk.unified("@@ -99999999999999999999 +1 @@\n-a") == [])
        #expect(Hunk.unified("@@ -1,9 +1,9 @@\n a").map(\.after) == ["a"])
    }

    @Test(arguments: 0..<200) func `No text makes the reader stumble`(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let pieces = [
            "*** Begin Patch", "*** End Patch", "*** Add File: a", "*** Update File: b", "*** Delete File: c",
            "*** Move to: d", "*** End of File", "@@", "@@ x", "@@ -1,2 +3 @@", "+", "-x", " y", "", "\\", "\r", "EOF",
            "***", "*** ", "\u{301}", "<<", "<<'",
        ]
        let text = (0..<dice.roll(30)).map { _ in pieces[dice.roll(pieces.count)] }.joined(separator: "\n")
        let patch = ApplyPatch.parse(text)
        _ = patch?.files.map { ($0.before, $0.after, $0.patchText) }
        _ = Hunk.unified(text)
    }
}
