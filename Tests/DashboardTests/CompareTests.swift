import Store
import Terminal
import Testing

@testable import Dashboard

@Suite struct CompareTests {
    private func edit(_ id: Int64, _ path: String, _ text: String) -> EditDetail {
        EditDetail(
            edit: EditRow(id: id, uid: "e\(id)", at: Samples.now, path: path, kind: "create", status: "applied"),
            after: text)
    }

    /// Two turns of one answer each, with these edits.
    private func desk(_ left: [EditDetail], _ right: [EditDetail], columns: Int = 120) -> Desk {
        let rows = [
            Samples.turn(2, at: Samples.now, "right", path: "a"),
            Samples.turn(1, at: Samples.now - 1, "left", path: "a"),
        ]
        var desk = Desk(columns, 24, turns: rows)
        for (row, edits) in zip(rows, [right, left]) {
            var detail = Samples.detail(of: row)
            detail.answers[0].edits = edits
            detail.answers[0].generation.model = row.id == 1 ? "model-one" : "model-two"
            desk.details[row.id] = detail
        }
        return desk
    }

    private func opened(_ desk: Desk, _ left: Piece, _ right: Piece) -> Desk {
        var desk = desk
        desk.state.screens.push(CompareScreen(left: left, right: right))
        desk.press(.control("l"))
        return desk
    }

    @Test func `two edits of two turns stand beside each other, with model and time`() {
        let desk = opened(
            desk([edit(1, "a.py", "one\ntwo\nthree\n")], [edit(2, "a.py", "one\n2\nthree\n")]),
            Piece(turn: 1, edit: 1), Piece(turn: 2, edit: 2))
        #expect(desk.frame.text(row: 1).contains("− model-one  2026-11-22"))
        #expect(desk.frame.text(row: 1).contains("+ model-two"))
        #expect(desk.frame.text(row: 2).contains("a.py  +1  −1"))
        let rows = (0..<24).map { desk.frame.text(row: $0) }
        #expect(rows.contains { $0.contains("2 − two") && $0.contains("2 + 2") })
        #expect(rows.contains { $0.contains("1   one") && $0.contains("│    1   one") })
        #expect(desk.firstLine.contains("+1 −1 lines"))
    }

    @Test func `answers are compared file by file, and turns as they are`() {
        let desk = desk(
            [edit(1, "a.py", "same\n"), edit(3, "b.py", "gone\n")],
            [edit(2, "a.py", "same\n"), edit(4, "c.py", "new\n")])
        for pieces in [
            (Piece(turn: 1), Piece(turn: 2)), (Piece(turn: 1, generation: 10), Piece(turn: 2, generation: 20)),
        ] {
            let desk = opened(desk, pieces.0, pieces.1)
            #expect(desk.text.contains("a.py  no difference"))
            #expect(desk.text.contains("b.py  −1") && desk.text.contains("c.py  +1"))
        }
    }

    @Test func `in a narrow terminal one stands above the other, and the braces go from change to change`() {
        let old = (0..<100).map { "line \($0)" }
        var new = old
        new[40] = "changed"
        new[80] = "changed, too"
        var desk = opened(
            desk(
                [edit(1, "a.py", old.joined(separator: "\n"))], [edit(2, "b.py", new.joined(separator: "\n"))],
                columns: 70),
            Piece(turn: 1, edit: 1), Piece(turn: 2, edit: 2))
        #expect(desk.text.contains("a.py → b.py"))
        desk.press(.character("}"))
        #expect(desk.text.contains("− line 40") && desk.text.contains("+ changed"))
        desk.press(.character("}"))
        #expect(desk.text.contains("+ changed, too"))
        desk.press(.character("{"))
        #expect(desk.text.contains("− line 40"))
        desk.press(.character("d"))
        #expect(desk.frame.text(row: 1).contains("needs 100 columns") == false)
        desk.press(.escape)
        #expect(desk.state.screens.depth == 0)
    }

    @Test func `a turn that is gone says so`() {
        let desk = opened(desk([], []), Piece(turn: 1), Piece(turn: 77))
        #expect(desk.text.contains("no longer in the store"))
    }

    @Test func `= compares the two rows that are marked in a list, the earlier one on the left`() {
        var desk = desk([edit(1, "a.py", "one\n")], [edit(2, "a.py", "2\n")])
        desk.press(.character(" "))
        #expect(!desk.lastLine.contains("compare"))
        desk.press(.character("="))
        #expect(desk.state.screens.depth == 0)
        desk.press(.character(" "))
        #expect(desk.lastLine.contains("= compare"))
        desk.press(.character("="))
        #expect(desk.text.contains("− one") && desk.text.contains("+ 2"))
        desk.press(.escape)
        #expect(desk.state.screens.depth == 0 && desk.text.contains("2 marked"))
    }

    @Test func `what another screen's question took the place of is asked again`() throws {
        var desk = desk([edit(1, "a.py", "one\n")], [edit(2, "a.py", "2\n")])
        desk.press(.enter)
        let turn = TurnRequest(ticket: desk.state.lastTicket, id: 2, reader: .screen)
        desk.answers = false
        desk.send(.storeChanged)
        let asked = desk.open.compactMap { if case .loadTurn(let request) = $0 { request } else { nil } }
        #expect(asked.count == 1 && asked[0].ticket > turn.ticket)
        desk.open = []
        desk.send(.answer(.superseded(ticket: asked[0].ticket)))
        #expect(desk.open.contains { if case .loadTurn(let request) = $0 { request.id == 2 } else { false } })

        desk.open = []
        desk.state.screens.push(CompareScreen(left: Piece(turn: 1), right: Piece(turn: 2)))
        desk.press(.control("l"))
        let first = try #require(
            desk.open.lazy.compactMap { if case .loadTurn(let request) = $0 { request } else { nil } }.first)
        desk.open = []
        desk.answers = true
        desk.send(.answer(.superseded(ticket: first.ticket)))
        #expect(desk.text.contains("− one") && desk.text.contains("+ 2"))
    }

    @Test func `= marks an edit, and on another one compares the two; on the same it takes the mark away`() {
        var desk = Desk(120, 40)
        desk.press(.enter, .character("="))
        #expect(desk.firstLine.contains("edit 1 marked"))
        desk.press(.character("="))
        #expect(!desk.firstLine.contains("marked"))
        desk.press(.character("="), .character("}"), .character("="))
        #expect(desk.firstLine.contains("compare"))
        #expect(desk.text.contains("src/pay/refund.py → src/pay/refund_test.py"))
    }
}
