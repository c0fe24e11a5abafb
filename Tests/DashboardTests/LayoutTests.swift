import Store
import Terminal
import Testing
import Text

@testable import Dashboard

@Suite struct LayoutTests {
    // MARK: Days

    /// - Parameter children: how many edits are shown under some of the rows.
    private func lines(_ days: [Int64], height: Int, children: [Int: Int] = [:]) -> OutlineLines {
        OutlineLines(
            outline: Outline(count: days.count) { children[$0] ?? 0 }, height: height, day: { days[$0] },
            showsDays: true)
    }

    @Test func `each day begins with its name, and so does the page`() {
        #expect(
            lines([9, 9, 8], height: 9).lines(from: .first) == [
                .day(of: 0), .place(RowPlace(row: 0)), .place(RowPlace(row: 1)), .day(of: 2), .place(RowPlace(row: 2)),
            ])
        #expect(
            lines([9, 9, 8], height: 9).lines(from: RowPlace(row: 1)) == [
                .day(of: 1), .place(RowPlace(row: 1)), .day(of: 2), .place(RowPlace(row: 2)),
            ])
    }

    @Test func `a day's name is never the last line`() {
        #expect(lines([9, 8], height: 3).lines(from: .first) == [.day(of: 0), .place(RowPlace(row: 0))])
    }

    @Test func `the page moves no farther than the selection needs`() {
        let days = lines([9, 9, 9, 8, 8], height: 4)
        #expect(days.top(near: RowPlace(row: 0), showing: RowPlace(row: 2)) == RowPlace(row: 0))
        #expect(days.top(near: RowPlace(row: 0), showing: RowPlace(row: 3)) == RowPlace(row: 2))
        #expect(days.top(near: RowPlace(row: 4), showing: RowPlace(row: 1)) == RowPlace(row: 1))
        #expect(days.lines(from: RowPlace(row: 2)).contains(.place(RowPlace(row: 3))))
    }

    @Test func `the edits of an opened turn lie under it, and moving goes through them`() {
        let lines = lines([9, 9, 8], height: 5, children: [0: 2, 2: 1])
        let places = [RowPlace(row: 0), RowPlace(row: 0, child: 0), RowPlace(row: 0, child: 1), RowPlace(row: 1)]
        #expect(lines.lines(from: .first) == [.day(of: 0)] + places.map { .place($0) })
        let outline = lines.outline
        #expect(outline.moved(.first, by: 3) == RowPlace(row: 1))
        #expect(outline.moved(RowPlace(row: 1), by: -1) == RowPlace(row: 0, child: 1))
        #expect(outline.last == RowPlace(row: 2, child: 0))
        #expect(outline.clamped(RowPlace(row: 0, child: 7)) == RowPlace(row: 0, child: 1))
        #expect(outline.clamped(RowPlace(row: 1, child: 0)) == RowPlace(row: 1))
    }

    @Test func `a turn with more edits than lines is scrolled through edit by edit`() {
        let lines = lines([9], height: 4, children: [0: 10])
        #expect(lines.top(near: .first, showing: RowPlace(row: 0, child: 5)) == RowPlace(row: 0, child: 3))
        #expect(lines.lines(from: RowPlace(row: 0, child: 3)).last == .place(RowPlace(row: 0, child: 5)))
    }

    // MARK: Words

    @Test func `words are broken at blanks, and a long word where the line is full`() {
        #expect(
            Wrapping.lines(ofText: "one two three fourteen", columns: 8) == ["one two ", "three ", "fourteen"])
        #expect(Wrapping.lines(ofText: "Donaudampfschiff", columns: 6) == ["Donaud", "ampfsc", "hiff"])
        #expect(Wrapping.lines(ofText: "退款必须是", columns: 5) == ["退款", "必须", "是"])
    }

    @Test func `no line is wider than its columns, and no letter is lost`() {
        let texts = [
            "Refunds must be idempotent; 退款必须是幂等的 cafe\u{301} 👩‍👩‍👧 🇯🇵 x", "    indented words of some length",
            "a  b   c    d     e      f", String(repeating: "长", count: 30), "Zażółć\tgęślą\tjaźń",
        ]
        for text in texts {
            for columns in 2...40 {
                for byWords in [true, false] {
                    let lines = Wrapping.wrapped(Wrapping.shown(Substring(text)), columns: columns, byWords: byWords)
                    #expect(lines.allSatisfy { $0.displayWidth <= columns })
                    let letters = { (text: String) in text.filter { $0 != " " && $0 != "\t" } }
                    #expect(letters(lines.joined()) == letters(text))
                }
            }
        }
    }

    @Test func `line ends of either kind end lines, tabs go to the next stop, a lone CR is shown`() {
        #expect(Wrapping.lines(ofText: "a\r\nb\n\nc\n", columns: 20) == ["a", "b", "", "c"])
        #expect(Wrapping.shown("a\tb") == "a   b")
        #expect(Wrapping.shown("退款\tb") == "退款    b")
        #expect(Wrapping.shown("a\rb") == "a␍b")
    }

    // MARK: Code

    private func code(_ edit: EditDetail) -> [String] {
        CodeLines.lines(of: edit, columns: 60).map { line in
            switch line {
            case .code(let code):
                "\(code.number.map(String.init) ?? "-") \(code.sign)\(code.text.map(\.text).joined())"
            case .words(let text, _): text
            default: "?"
            }
        }
    }

    private func edit(_ kind: String, firstLine: Int? = nil) -> EditRow {
        var edit = EditRow(id: 1, uid: "e", at: 0, path: "a", kind: kind, status: "applied")
        edit.firstLine = firstLine
        return edit
    }

    @Test func `a patch has the line numbers of the file as it is after the edit`() {
        let patch = "@@ -3,2 +12,2 @@\n same\n-gone\n+new\n@@\n+unnumbered\n\\ No newline at end of file"
        #expect(
            code(EditDetail(edit: edit("update"), patch: patch)) == [
                "-  @@ -3,2 +12,2 @@", "12  same", "- −gone", "13 +new", "-  @@", "- +unnumbered",
                "-  \\ No newline at end of file",
            ])
    }

    @Test func `without a patch, what stood before is taken out and what stands after is put in`() {
        let detail = EditDetail(edit: edit("update", firstLine: 7), before: "a\n", after: "b\nc")
        #expect(code(detail) == ["- −a", "7 +b", "8 +c"])
    }

    @Test func `a created file is its whole text, numbered from one`() {
        #expect(code(EditDetail(edit: edit("create"), after: "a\n\nb\n")) == ["1  a", "2  ", "3  b"])
        #expect(code(EditDetail(edit: edit("create"), after: "")) == ["an empty text"])
    }

    @Test func `code that was not recorded is not made up`() {
        #expect(code(EditDetail(edit: edit("touch"))) == ["written by a command; the text is not recorded"])
        #expect(code(EditDetail(edit: edit("delete"))) == ["deleted; what it held is not recorded"])
    }

    @Test func `an enormous edit says how many lines there are more`() {
        let lines = code(EditDetail(edit: edit("create"), after: String(repeating: "x\n", count: 20_003)))
        #expect(lines.count == 20_001 && lines.last == "… and 3 lines more")
    }

    @Test func `line numbers that no file has do not overflow, and are not shown`() {
        let detail = EditDetail(edit: edit("update", firstLine: .max), before: nil, after: "a\nb")
        #expect(code(detail) == ["- +a", "- +b"])
        let patch = "@@ -1 +99999999999999999999 @@\n+a"
        #expect(code(EditDetail(edit: edit("update"), patch: patch)).last == "- +a")
    }

    @Test func `the code alone leaves out what was taken away and how hunks are counted`() {
        let patch = "@@ -3,2 +12,2 @@\n same\n-gone\n+new\n@@ -40 +50 @@\n+more"
        let lines = CodeLines.lines(of: EditDetail(edit: edit("update"), patch: patch), columns: 60, view: .code)
        #expect(
            lines.map { line in
                if case .code(let code) = line { code.text.map(\.text).joined() } else { "?" }
            } == ["same", "new", "⋯", "more"])
    }

    @Test func `a finding is told under the line on which it begins, and one without a line at the end`() {
        var here = FindingRow(id: 1, uid: "f1", at: 0, rule: "sql-from-input", severity: "high", message: "built")
        here.firstLine = 2
        let nowhere = FindingRow(id: 2, uid: "f2", at: 0, rule: "no-tests", severity: "low", message: "none")
        let lines = CodeLines.lines(
            of: EditDetail(edit: edit("create"), after: "a\nb\nc"), columns: 60, findings: [here, nowhere])
        guard lines.count == 5, case .code(let marked) = lines[1], case .spans(let told) = lines[2],
            case .spans(let last) = lines[4]
        else {
            Issue.record("\(lines)")
            return
        }
        #expect(marked.mark?.text == "▲")
        #expect(told.map(\.text).joined().contains("▲ high  sql-from-input  built"))
        #expect(last.map(\.text).joined().contains("no-tests"))
    }

    /// Each line's pieces with the role that gives them their colour.
    private func roles(_ edit: EditDetail, language: String) -> [[String]] {
        var edit = edit
        edit.edit.language = language
        return CodeLines.lines(of: edit, columns: 60).map { line in
            guard case .code(let code) = line else { return [] }
            return code.text.map { "\($0.style.role.rawValue.split(separator: ".").last ?? ""):\($0.text)" }
        }
    }

    @Test func `code has the colours of its language`() {
        let python = EditDetail(edit: edit("create"), after: "def once(key):\n\treturn 42  # yes")
        #expect(
            roles(python, language: "python") == [
                ["keyword:def", "text: ", "function:once", "text:(key):"],
                ["text:    ", "keyword:return", "text: ", "number:42", "text:  ", "comment:# yes"],
            ])
        #expect(roles(python, language: "cobol") == [["text:def once(key):"], ["text:    return 42  # yes"]])
    }

    @Test func `what was taken out opens no string in what stands there now`() {
        let patch = "@@ -1,2 +1,2 @@\n-s = '''\n+s = 1\n return s"
        let lines = roles(EditDetail(edit: edit("update"), patch: patch), language: "python")
        #expect(lines.last == ["keyword:return", "text: s"])
        #expect(lines[1] == ["minus:s = ", "minus:'''"])
    }

    @Test func `a hunk that begins inside a docstring is read as one`() {
        let patch = "@@ -7,3 +7,3 @@\n words of the docstring\n-if old\n+if new, for all\n \"\"\"\n x = 1"
        let lines = roles(EditDetail(edit: edit("update"), patch: patch), language: "python")
        #expect(lines[3] == ["string:if new, for all"])
        #expect(lines.last == ["text:x = ", "number:1"])
    }

    // MARK: Times

    @Test func `a time is the hour today, the day this year, and the date before`() {
        let clock = WallClock(.utc)
        #expect(clock.short(Samples.now - 2 * Samples.minute, now: Samples.now) == "12:41")
        #expect(clock.short(Samples.now - Samples.day, now: Samples.now) == "21 Nov")
        #expect(clock.short(Samples.now - 400 * Samples.day, now: Samples.now) == "2025-10-18")
        #expect(clock.dayName(Samples.now - Samples.day, now: Samples.now) == "yesterday")
        #expect(clock.dayName(Samples.now - 13 * 60 * Samples.minute, now: Samples.now) == "yesterday")
        for moment in [Int64.min, .max, 0] { #expect(!clock.dayName(moment, now: .min).isEmpty) }
    }

    @Test func `the same moment is another day in another zone`() {
        let tokyo = WallClock(TimeZoneClock { _ in 9 * 3600 })
        let moment = Samples.now - 13 * 60 * Samples.minute
        #expect(WallClock(.utc).dayName(moment, now: Samples.now) == "yesterday")
        #expect(tokyo.dayName(moment, now: Samples.now) == "today")
        #expect(WallClock(.utc).time(moment) == "23:43" && tokyo.time(moment) == "08:43")
    }

    // MARK: Columns

    private static var widths: TurnColumns.Widths {
        var widths = TurnColumns.Widths(of: Samples.turns.map(ListRow.turn))
        widths.hasRisk = true
        return widths
    }

    @Test func `a model is called by what tells it from others`() {
        #expect(TurnColumns.short("claude-sonnet-4-5-20250929") == "sonnet-4-5")
        #expect(TurnColumns.short("gpt-5.2-codex") == "gpt-5.2-codex")
        #expect(TurnColumns.short("claude-") == "claude-")
        #expect(TurnColumns.short("-20250929") == "-20250929")
    }

    @Test func `columns are dropped by rank where there is no room, and what was asked stays`() {
        var frame = Frame(size: Size(columns: 40, rows: 1))
        let columns = TurnColumns.columns(Self.widths) { _ in "12:41" }
        for (width, titles) in [
            (40, "  when   asked"), (64, "  when   asked wrote"), (76, "  when   asked wrote risk"),
            (150, "  when   agent model asked wrote became risk"),
        ] {
            frame = Frame(size: Size(columns: width, rows: 1))
            Table(columns, width: width).drawTitles(row: 0, on: &frame)
            #expect(frame.text(row: 0).split(separator: " ") == titles.split(separator: " "))
        }
    }

    @Test func `numbers of what was written stay whole; the name gives way`() {
        var row = Samples.turn(1, at: 0, "x", path: "src/a_rather_long_name.py", files: 3, added: 42, removed: 3)
        let text = { TurnColumns.wrote(row, 24).map(\.text).joined() }
        #expect(text() == "a_rather_lon… +42 −3, +2")
        row.path = "a.py"
        #expect(text() == "a.py +42 −3, +2 files")
        row.path = nil
        #expect(text() == "not recorded +42 −3, +2")
        row.edits = 0
        #expect(text() == "no code")
    }
}
