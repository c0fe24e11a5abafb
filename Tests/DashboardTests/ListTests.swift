import Dashboard
import Store
import Terminal
import Testing
import Text

/// What a list does beyond moving about: order, marks, counts, exports.
@Suite struct ListTests {
    @Test(arguments: [80, 120])
    func `a session that nothing tells the beginning of stands last, and says so wherever it shows`(columns: Int) {
        var desk = Desk(columns, 40)
        desk.undated = [8, 12]
        while desk.list?.subject != .sessions { desk.press(.character("v")) }
        let lines = desk.text.split(separator: "\n").map(String.init)
        let undated = lines.indices.filter { lines[$0].contains("yes, do it") || lines[$0].contains("Refunds must") }
        #expect(undated.count == 2 && undated.allSatisfy { lines[$0].contains("not recorded") })
        #expect(
            lines.lastIndex { $0.contains("the first") }.map { last in undated.allSatisfy { $0 > last } }
                == true)
        // One heading for both, and no day in the year 1970.
        #expect(lines.count { $0.hasPrefix("─ not recorded ─") } == 1 && !desk.text.contains("1970"))
        desk.press(.character("G"))
        #expect(!desk.text.contains("1970"))
        desk.press(.enter)
        #expect(desk.text.contains("when it began is not recorded") && !desk.text.contains("1970"))
    }

    @Test func `o orders by one column after another, O the other way round, and the head of the column says so`() {
        var desk = Desk(120, 40)
        desk.press(.character("o"))
        #expect(desk.list?.order == RowOrder(.risk))
        while desk.list?.order.column != .lines { desk.press(.character("o")) }
        #expect(desk.firstLine.contains("by lines"))
        #expect(desk.selectedTurn?.id == 6)
        desk.press(.character("O"))
        #expect(desk.selectedTurn?.id != 6 && desk.list?.order.isReversed == true)
        while desk.list?.order.column != .model { desk.press(.character("o")) }
        #expect(desk.frame.text(row: 1).contains("model ▾"))
    }

    @Test func `pages follow each other in any order`() {
        var desk = Desk(80, 24, turns: Samples.many(1000))
        while desk.list?.order.column != .title { desk.press(.character("o")) }
        desk.press(.character("G"))
        #expect(desk.selectedTurn?.title == "turn 999")
        for _ in 0..<40 { desk.press(.pageUp) }
        desk.press(.character("g"))
        #expect(desk.selectedTurn?.title == "turn 1")
    }

    @Test func `a long list says where one is among all, once they are counted`() {
        var desk = Desk(80, 24, turns: Samples.many(5000))
        #expect(desk.lastLine.contains("1 of 5,000"))
        #expect(desk.counted.count == 1)
        desk.press(.character("G"))
        #expect(desk.lastLine.contains("5,000 of 5,000"))
        desk.press(.character("k"))
        #expect(desk.lastLine.contains("4,999 of 5,000"))
        desk.send(.storeChanged)
        #expect(desk.lastLine.contains("of ~5,000"))
    }

    @Test func `who goes on while the rows are read anew is not put back`() {
        var desk = Desk(80, 24)
        desk.press(.character("j"))
        desk.answers = false
        desk.send(.storeChanged)
        desk.press(.character("G"))
        let last = desk.selectedTurn?.id
        #expect(last == Samples.turns.last?.id)
        desk.answerAll()
        #expect(desk.selectedTurn?.id == last)
    }

    @Test func `before it is counted it says how many there are at least`() {
        var desk = Desk(80, 24, turns: Samples.many(5000))
        desk.answers = false
        desk.press(.character("/"))
        desk.type("turn")
        desk.press(.enter)
        let page = desk.open.removeFirst()
        if let answer = desk.answer(page) { desk.send(.answer(answer)) }
        #expect(desk.lastLine.contains("1 of 100+"))
    }

    @Test func `Space marks, ' goes to what is marked, Esc unmarks before it clears the filter`() {
        var desk = Desk()
        desk.press(.character(" "), .character("j"), .character(" "))
        #expect(desk.lastLine.contains("2 marked"))
        #expect(desk.frame.text(row: 3).contains("●") || desk.frame.text(row: 2).contains("●"))
        desk.press(.character("g"), .character("'"))
        #expect(desk.list?.selected.row == 2)
        desk.press(.escape)
        #expect(!desk.lastLine.contains("marked"))
    }

    @Test func `an edit under its turn is marked by itself: found again, copied, compared, exported with its turn`() {
        var desk = Desk()
        // Turn 12 is opened to its edits, of which two are marked.
        desk.press(.character("l"), .character("j"), .character(" "), .character(" "))
        #expect(desk.lastLine.contains("2 marked"))
        #expect(desk.text.count { $0 == "●" } == 2)
        desk.press(.character("g"), .character("'"))
        #expect(desk.list?.selected == RowPlace(row: 0, child: 0))
        desk.press(.character("'"))
        #expect(desk.list?.selected == RowPlace(row: 0, child: 1))
        #expect(desk.list?.export(nil)?.rows.map(\.link) == ["turn:u12"])
        let edits = Samples.edits(of: [Samples.turns[0]])[12] ?? []
        #expect(desk.list?.links == edits.prefix(2).map { "edit:\($0.edit.uid)" })
        desk.press(.character("="))
        #expect(desk.state.screens.top is CompareScreen)
        desk.press(.character("b"), .character("'"), .character(" "))
        #expect(desk.lastLine.contains("1 marked"))
    }

    @Test func `copying a link copies those of all that are marked`() {
        var desk = Desk()
        desk.press(.character(" "), .character(" "))
        desk.answers = false
        desk.press(.character("y"), .character("l"))
        #expect(desk.open == [.copy(.link, "turn:u12\nturn:u11")])
    }

    @Test func `x writes exactly what is filtered, in the order in which it is shown, or what is marked`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("the")
        desk.press(.enter)
        desk.press(.character("o"))
        desk.answers = false
        desk.press(.character("x"), .character("j"))
        guard case .export(let request)? = desk.open.first else {
            Issue.record("nothing is exported")
            return
        }
        #expect(request.filter == "the" && request.order == RowOrder(.risk) && request.format == .json)
        #expect(request.rows.isEmpty)
        desk.press(.character(" "), .character("x"), .character("c"))
        guard case .export(let marked)? = desk.open.last else { return }
        #expect(marked.rows.count == 1 && marked.format == .csv)
    }

    @Test func `findings open at their edit, gravest first`() {
        var desk = Desk(120, 40)
        desk.findings = [
            Samples.finding(1, "low", "broad-except", of: Samples.turns[0], line: 19),
            Samples.finding(2, "high", "sql-from-input", of: Samples.turns[0], line: 61),
        ]
        desk.press(.character("2"))
        #expect(desk.firstLine.contains("Findings"))
        #expect(desk.text.contains("▲ high") && desk.text.contains("pay/refund.py:61"))
        desk.press(.enter)
        #expect(desk.firstLine.contains("▸ sql-from-input"))
        desk.press(.enter)
        #expect(desk.state.screens.top is TurnScreen)
    }
}
