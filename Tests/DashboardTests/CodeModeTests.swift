import Store
import Terminal
import Testing

@testable import Dashboard
@testable import Flows

/// What the colours of code tell of, and the account of the token that one is at.
@Suite struct CodeModeTests {
    /// On the first line that the first edit adds, after so many times `m`.
    private static func desk(_ times: Int, _ columns: Int = 120, _ rows: Int = 40, isPlain: Bool = false) -> Desk {
        var desk = Desk(columns, rows, isPlain: isPlain)
        desk.press(.enter)
        if columns < 100 || isPlain { desk.type("}") }
        for _ in 0..<times { desk.type("m") }
        for _ in 0..<12 where !desk.text.contains("token 1 of") { desk.type("j") }
        return desk
    }

    private static func screen(_ desk: Desk) -> TurnScreen? { desk.state.screens.top as? TurnScreen }

    /// The style of the first cell of some words of the code.
    private static func style(of words: String, in desk: Desk) -> Style? {
        let frame = desk.frame
        for row in 1..<frame.size.rows {
            let line = frame.row(row).map { $0.width == 0 ? "" : $0.text }
            for column in line.indices where line[column...].joined().hasPrefix(words) {
                return frame[row, column - line.startIndex]?.style
            }
        }
        return nil
    }

    @Test func `m goes through what colours can tell, and Esc back to those of the language`() {
        var desk = Self.desk(0)
        for name in ["confidence", "origin", "fate", "findings"] {
            desk.type("m")
            #expect(Self.screen(desk)?.tokens.mode.name == name)
            #expect(desk.frame.text(row: 38).contains(name))
        }
        desk.type("m")
        #expect(Self.screen(desk)?.tokens.mode == .plain)
        desk.type("mm")
        desk.press(.escape)
        #expect(Self.screen(desk)?.tokens.mode == .plain && desk.state.screens.top is TurnScreen)
    }

    @Test func `nothing is asked of tokens while the colours are those of the language`() {
        var desk = Desk(120, 40)
        desk.press(.enter)
        desk.type("jjj}")
        desk.answers = false
        desk.type("m")
        #expect(desk.open.contains { if case .loadTokens(let request) = $0 { request.edit == 121 } else { false } })
    }

    @Test func `the token that one is at is told in one line`() {
        var desk = Self.desk(1)
        #expect(desk.lastLine.contains("token 1 of 10"))
        #expect(desk.text.contains("token with  confidence p .98 (log -0.02)  origin new  fate stands at 88:5"))
        desk.type("l")
        let line = desk.frame.text(row: 37)
        #expect(line.contains("token lock") && line.contains("p .74") && line.contains("origin src/pay/charge.py:14"))
        #expect(line.contains("fate stands at 88:5"))
        desk.type("ll")
        #expect(desk.lastLine.contains("token 4 of 10"))
        #expect(desk.frame.text(row: 37).contains("confidence not recorded"))
        #expect(desk.frame.text(row: 37).contains("changed by gpt-5-codex"))
        desk.type("h")
        #expect(desk.lastLine.contains("token 3 of 10"))
    }

    @Test func `how a token looks says what the mode asks, and not by colour alone`() {
        var desk = Self.desk(1)
        desk.type("j")
        #expect(Self.style(of: "(key):", in: desk)?.role == .confidenceLow)
        #expect(Self.style(of: "(key):", in: desk)?.modifiers.contains(.underline) == true)
        desk.type("m")
        #expect(Self.style(of: "lock(key)", in: desk)?.role == .originFile)
        #expect(Self.style(of: "lock(key)", in: desk)?.modifiers.contains(.underline) == true)
        #expect(desk.text.contains("⟵ charge.py:14"))
        desk.type("m")
        #expect(Self.style(of: "once", in: desk)?.role == .statusChanged)
        #expect(desk.text.contains("changed by gpt-5-codex"))
    }

    @Test func `Enter goes to where a token was copied from, at its line`() {
        var desk = Self.desk(2)
        desk.press(.enter)
        #expect(desk.text.contains("stands in nothing that the model saw"))
        desk.type("l")
        desk.press(.enter)
        #expect(desk.state.screens.top is ContextScreen)
        #expect(desk.lastLine.contains("line 15 of 91"))
        desk.type("b")
        #expect(desk.lastLine.contains("token 2 of 10"))
    }

    @Test func `findings are told by their lines, and Enter opens one`() {
        var desk = Desk(120, 40)
        var detail = Samples.detail(of: desk.turns[0])
        detail.findings = [Samples.finding(1, "high", "sql-from-input", of: desk.turns[0], line: 61)]
        desk.details[12] = detail
        desk.press(.enter)
        desk.type("mmmm")
        for _ in 0..<6 where !desk.frame.text(row: 37).contains("sql-from-input") { desk.type("j") }
        #expect(desk.frame.text(row: 37).contains("▲ high  sql-from-input"))
        #expect(Self.style(of: "with lock", in: desk)?.role == .severityHigh)
        desk.press(.enter)
        #expect(desk.state.screens.top is FindingScreen)
    }

    @Test(arguments: ["after", "patch"]) func `tokens stand where their line is shown, tabs and wide signs before them`(
        form: String
    ) {
        let text = "\tlet a = \"退款\" // e\u{301}\n\t\tb(a)\n"
        var sheet = TokenSheet(text: text)
        for (word, from) in [("let", 1), ("\"退款\"", 9), ("b", text.utf8.count - 5)] {
            sheet.tokens.append(
                TokenSheet.Token(
                    start: Int32(from), end: Int32(from + word.utf8.count), logprob: nil, origin: .new, fate: .unknown))
        }
        var edit = Samples.detail(of: Samples.turns[0]).answers[0].edits[0]
        edit.patch = form == "patch" ? "@@ -1,2 +1,4 @@\n kept\n+\tlet a = \"退款\" // e\u{301}\n+\t\tb(a)\n other" : nil
        edit.after = form == "patch" ? nil : text
        let code = EditCode(of: edit, .diff)
        let rows = TokenRows(sheet, in: code.rows)
        var told: [String] = []
        for row in code.rows.indices {
            for piece in rows.pieces(row) { told.append(code.painted(row).text[bytes: piece.range]) }
        }
        #expect(told == ["let", "\"退款\"", "b"])
    }

    @Test func `a line outside of what was written has no tokens, and one that was taken out neither`() {
        let edit = Samples.detail(of: Samples.turns[0]).answers[0].edits[0]
        let code = EditCode(of: edit, .diff)
        let rows = TokenRows(Samples.sheet, in: code.rows)
        let kinds = code.rows.indices.filter { !rows.pieces($0).isEmpty }.map { code.rows[$0].kind }
        #expect(kinds == [.added, .added])
    }

    @Test func `a token says its probability, and what else its engine thought of`() {
        var desk = Desk(120, 40)
        var sheet = Samples.sheet
        sheet.choices = [
            [("with", -0.02), ("\n", -2), ("async", -4.2), ("if", -1.2)].map {
                TokenSheet.Choice(text: $0.0, logprob: $0.1)
            }
        ]
        sheet.tokens[0].choices = 0
        let words = { (mode: CodeMode) in
            CodeShade.account(of: sheet.tokens[0], in: sheet, mode, desk.state.clock).map(\.text).joined()
        }
        #expect(words(.confidence).hasPrefix("token with  confidence p .98 (log -0.02)  instead of "))
        #expect(words(.confidence).contains("with .98, blank .14, async .01"))
        #expect(words(.origin).contains("confidence p .98 (log -0.02)") && words(.origin).contains("instead of"))
        sheet.choices[0][0].text = "    with"
        #expect(words(.fate).hasSuffix("instead of blank .14, async .01, if .30"))
        desk.press(.escape)
    }

    @Test func `a token that a commit took out says which`() {
        let desk = Desk(120, 40)
        var sheet = Samples.sheet
        sheet.changes.append(TokenSheet.Change(edit: "c0ffee1234567890", by: "Ann", at: Samples.now))
        sheet.tokens[0].fate = .deleted(1)
        sheet.tokens[1].fate = .uncommitted
        let words = { (token: Int) in
            CodeShade.account(of: sheet.tokens[token], in: sheet, .fate, desk.state.clock).map(\.text).joined()
        }
        #expect(words(0).contains("fate deleted by Ann 20") && words(0).contains("commit:c0ffee12"))
        #expect(words(1).contains("fate deleted since the last commit"))
    }

    @Test func `what an account says comes over as it is`() {
        var account = TokenAccount(generation: "g", edit: "e", path: "a.py", text: "ab", areModels: false, tokens: [])
        let place = TokenAccount.Place(link: "segment:c", kind: "tool", title: "output of Bash", path: nil, line: 7)
        account.tokens = [
            TokenAccount.Token(
                range: 0..<1, text: "a", line: 1, logprob: -1, origin: .copied(place), fate: .stands(line: 3, column: 1)
            ),
            TokenAccount.Token(
                range: 1..<2, text: "b", line: 1, logprob: nil, origin: .new, fate: .changed(edit: "x", by: "m", at: 5)),
        ]
        let sheet = TokenSheet(account)
        #expect(sheet.tokens.map(\.origin) == [.copied(0, line: 7), .new])
        #expect(sheet.tokens.map(\.fate) == [.stands(line: 3, column: 1), .changed(0)])
        #expect(sheet.sources.map(\.kind) == ["tool"] && sheet.changes.map(\.by) == ["m"])
    }

    @Test(arguments: ScreenTests.sizes, [1, 2, 3]) func `code in the colours of a mode`(size: [Int], times: Int) throws
    {
        var desk = Self.desk(times, size[0], size[1])
        desk.type("l")
        try ScreenTests().expect(desk, ["", "confidence", "origin", "fate"][times], size)
    }

    @Test(arguments: ColourScreenTests.Mode.allCases, [1, 2, 3]) func `as it is painted`(
        mode: ColourScreenTests.Mode, times: Int
    ) throws {
        let desk = Self.desk(times, 80, 24)
        try ScreenTests().expect(
            ColourScreenTests().text(of: desk.frame, mode),
            "\(mode.rawValue)-\(["", "confidence", "origin", "fate"][times])-80x24")
    }

    @Test(arguments: [[40, 10], [80, 24]]) func `in words`(size: [Int]) throws {
        try ScreenTests().expect(Self.desk(2, size[0], size[1], isPlain: true), "plain-origin", size)
    }
}
