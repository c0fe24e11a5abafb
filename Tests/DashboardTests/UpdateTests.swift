import Dashboard
import Flows
import Store
import Terminal
import Testing

@Suite struct UpdateTests {
    // MARK: The list

    @Test func `Enter opens the selected turn, and q goes back before it quits`() {
        var desk = Desk()
        desk.press(.character("j"), .enter)
        #expect(desk.firstLine.contains("ship the deploy script"))
        desk.press(.character("q"))
        #expect(desk.state.screens.depth == 0 && !desk.state.ended)
        desk.press(.character("q"))
        #expect(desk.state.ended)
    }

    @Test func `the selection stays on its turn when new ones arrive above it`() {
        var desk = Desk()
        desk.press(.character("j"), .character("j"))
        let line = desk.frame.text(row: 5)
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.id == 9)
        #expect(desk.frame.text(row: 5) == line || desk.frame.text(row: 6) == line)
    }

    @Test func `what arrives shows at once above a selection at the top, which stays on its turn`() {
        var desk = Desk()
        desk.press(.character("g"))
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.id == 12)
        #expect(desk.text.contains("brand new"))
    }

    @Test func `F stays on the newest row until one goes elsewhere`() {
        var desk = Desk()
        desk.press(.character("j"), .character("F"))
        #expect(desk.lastLine.contains("following"))
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.title == "brand new")
        desk.press(.character("j"))
        #expect(!desk.lastLine.contains("following"))
        desk.turns.insert(Samples.turn(21, at: Samples.now + 1, "newer yet", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.id == 12)
    }

    @Test func `who has moved on meanwhile is not brought back to the newest row by rows that were asked for before`() {
        var desk = Desk()
        desk.answers = false
        desk.send(.storeChanged)
        desk.press(.character("j"), .character("j"))
        desk.answerAll()
        #expect(desk.selectedTurn?.id == 9)
    }

    @Test func `until a key is pressed the newest turn stays selected while histories are read`() {
        var desk = Desk()
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.title == "brand new")
    }

    @Test func `turns with code come first, v shows those without, then every generation, then the first again`() {
        var desk = Desk()
        #expect(!desk.text.contains("why does the cache miss?"))
        desk.press(.character("v"))
        #expect(desk.text.contains("why does the cache miss?"))
        #expect(desk.firstLine.contains("10 turns"))
        desk.press(.character("v"))
        #expect(desk.firstLine.contains("10 generations"))
        #expect(desk.text.contains("sub-agent") && desk.text.contains("1,412"))
        desk.press(.character("v"))
        #expect(desk.firstLine.contains("10 sessions"))
        desk.press(.character("v"))
        #expect(desk.firstLine.contains("8 with code"))
    }

    @Test func `a turn opens to its edits and closes again; an edit opens in full at its place`() {
        var desk = Desk()
        desk.press(.character("l"))
        #expect(desk.text.contains("src/pay/refund_test.py"))
        desk.press(.character("j"), .character("j"))
        #expect(desk.list?.selectedEdit?.edit.path == "src/pay/refund_test.py")
        desk.press(.enter)
        #expect(desk.frame.text(row: 1).contains("edit 2 of 3"))
        desk.press(.escape, .character("h"))
        #expect(desk.list?.selectedEdit == nil && desk.selectedTurn?.id == 12)
        desk.press(.left)
        #expect(!desk.text.contains("src/pay/refund_test.py"))
    }

    @Test func `an edit that is selected stays selected when its turn grows`() {
        var desk = Desk()
        desk.press(.character("l"), .character("j"), .character("j"))
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.list?.selectedEdit?.edit.path == "src/pay/refund_test.py")
    }

    @Test func `s opens the session at the turn, and Esc leaves it`() {
        var desk = Desk()
        desk.press(.character("j"), .character("s"))
        #expect(desk.conversation?.selectedTurn?.id == 11)
        desk.press(.escape)
        #expect(desk.state.screens.depth == 0)
    }

    @Test func `f goes forward to what b left`() {
        var desk = Desk()
        desk.press(.enter, .character("b"))
        #expect(desk.state.screens.depth == 0)
        desk.press(.character("f"))
        #expect(desk.firstLine.contains("Refunds must be idempotent"))
        desk.press(.character("f"))
        #expect(desk.state.screens.depth == 1)
    }

    // MARK: Copying and editing

    @Test func `y and a letter ask for what is to be copied, and the text goes to the clipboard`() {
        var desk = Desk()
        desk.answers = false
        desk.press(.character("y"))
        #expect(desk.lastLine.contains("code") && desk.lastLine.contains("prompt"))
        desk.press(.character("p"))
        guard case .loadPiece(let request)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(request.turn == 12 && request.edit == nil && request.purpose == .copy(.prompt))
        desk.send(.answer(.text(.prompt, "the words")))
        #expect(desk.open.last == .copy(.prompt, "the words"))
        desk.open = []
        desk.press(.character("y"), .character("x"), .character("p"))
        #expect(desk.open.isEmpty, "a key that copies nothing ends it")
    }

    @Test func `y l in a turn copies the link of the edit that one stands in`() {
        var desk = Desk()
        desk.press(.enter, .character("}"))
        desk.answers = false
        desk.type("yl")
        guard case .loadPiece(let request)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(request.turn == 12 && request.edit == 120 && request.purpose == .copy(.link))
        desk.send(.answer(.text(.link, "edit:e13")))
        #expect(desk.open.last == .copy(.link, "edit:e13"))
    }

    @Test func `e asks where the code stands today and opens the editor there, or says why not`() {
        var desk = Desk()
        desk.press(.enter, .character("}"))
        // The head of the hunk, a line around it, one that was taken out, and the one that took its place.
        desk.press(.character("j"), .character("j"), .character("j"), .character("j"))
        desk.answers = false
        desk.press(.character("e"))
        guard case .loadPiece(let request)? = desk.open.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(request.edit == 120 && request.words == "    with lock(key):")
        let place = CodePlace(path: "/shop/refund.py", line: 7, isFound: true)
        desk.send(.answer(.place(place)))
        #expect(desk.open.last == .edit(place))
        desk.send(.answer(.refused("'refund.py' is not there any more.")))
        #expect(desk.text.contains("is not there any more"))
    }

    @Test func `a turn that grows is shown as it is now`() {
        var desk = Desk()
        desk.press(.character("j"))
        desk.turns[0].added = 99
        desk.send(.storeChanged)
        #expect(desk.text.contains("+99"))
    }

    @Test func `a long list is read page by page to its end, and never all of it is held`() {
        var desk = Desk(turns: Samples.many(10_000))
        for _ in 0..<800 { desk.press(.pageDown) }
        #expect(desk.selectedTurn?.id == 1)
        #expect((desk.list?.rows.count ?? 0) <= 2000)
        for _ in 0..<800 { desk.press(.pageUp) }
        #expect(desk.selectedTurn?.id == 10_000)
        #expect((desk.list?.rows.count ?? 0) <= 2000)
    }

    @Test func `G and g jump to the ends without reading what lies between`() {
        var desk = Desk(turns: Samples.many(10_000))
        desk.press(.character("G"))
        #expect(desk.selectedTurn?.id == 1)
        #expect((desk.list?.rows.count ?? 0) <= 1000)
        desk.press(.character("g"))
        #expect(desk.selectedTurn?.id == 10_000)
        #expect(desk.asked.count < 12)
    }

    @Test func `what arrives while one reads far down is there when one comes back up`() {
        var desk = Desk(turns: Samples.many(3000))
        for _ in 0..<40 { desk.press(.pageDown) }
        let row = desk.list?.selectedRow
        desk.turns.insert(Samples.turn(5000, at: Samples.now + 1, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.list?.selectedRow == row)
        for _ in 0..<60 { desk.press(.pageUp) }
        #expect(desk.selectedTurn?.title == "brand new")
    }

    @Test func `rows that are gone take the selection to their neighbour`() {
        var desk = Desk()
        desk.press(.character("G"))
        desk.turns.removeLast(3)
        desk.send(.storeChanged)
        #expect(desk.selectedTurn?.id == desk.turns.last?.id)
        desk.turns = []
        desk.send(.storeChanged)
        #expect(desk.text.contains("No turns with code are recorded yet."))
    }

    @Test func `an answer to a question that was replaced is dropped`() {
        var desk = Desk()
        desk.answers = false
        desk.press(.character("/"))
        desk.type("ship")
        desk.press(.enter)
        let first = desk.open.removeFirst()
        desk.press(.character("/"))
        desk.type(" nothing")
        desk.press(.enter)
        if let answer = desk.answer(first) { desk.send(.answer(answer)) }
        #expect(desk.list?.rows.count == 8)
        desk.answerAll()
        #expect(desk.list?.rows.isEmpty == true)
    }

    @Test func `a failed query says so once and is not repeated by itself`() {
        var desk = Desk()
        desk.answers = false
        desk.send(.storeChanged)
        guard case .loadPage(let request)? = desk.open.first else {
            Issue.record("nothing was asked")
            return
        }
        desk.open = []
        desk.send(.answer(.failed(ticket: request.ticket, "The disk is on fire: put it out.")))
        #expect(desk.text.contains("The disk is on fire"))
        #expect(desk.open.isEmpty)
    }

    @Test func `a click selects a row, a click on the selected one opens it, the wheel moves`() {
        var desk = Desk()
        let click = MouseEvent(.press(.left), at: Position(row: 4, column: 20))
        desk.send(.mouse(click))
        #expect(desk.selectedTurn?.title == "ship the deploy script")
        desk.send(.mouse(click))
        #expect(desk.state.screens.depth == 1)
        desk.press(.escape)
        desk.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 4, column: 20))))
        #expect(desk.list?.selected.row == 4)
        desk.send(.mouse(MouseEvent(.press(.left), at: Position(row: 2, column: 3))))
        #expect(desk.list?.selected.row == 4, "a day's name is no row")
    }

    @Test func `a widens to all repositories and back, and is no key where there is nothing to widen`() {
        var desk = Desk(repository: "shop")
        #expect(desk.asked.last == "repo:\"shop\"")
        desk.press(.character("a"))
        #expect(desk.asked.last == "" && desk.firstLine.contains("▸ all"))
        desk.press(.character("a"), .character("/"))
        desk.type("ship")
        desk.press(.enter)
        #expect(desk.asked.last == "repo:\"shop\" (ship)")
        #expect(!Desk().lastLine.contains("all or here"))
    }

    @Test func `the preview shows the turn that is selected, where there is room`() {
        var desk = Desk(120, 40)
        desk.press(.character("j"))
        #expect(desk.text.contains("deploy.sh  +2 −1"))
        desk.send(.resize(Size(columns: 80, rows: 24)))
        #expect(!desk.text.contains("deploy.sh  +2 −1"))
    }

    // MARK: The filter line

    @Test func `a filter is applied by Enter, shown in the first line, and cleared by Esc`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("deploy")
        #expect(desk.list?.filter == "")
        desk.press(.enter)
        #expect(desk.firstLine.contains("1 with code   deploy"))
        #expect(desk.list?.rows.map(\.id) == [11])
        desk.press(.escape)
        #expect(desk.list?.rows.count == 8)
        #expect(desk.selectedTurn?.id == 11, "the selection stays where it was")
    }

    @Test func `Esc in the filter line leaves the filter as it was`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("deploy")
        desk.press(.enter, .character("/"), .control("u"))
        desk.type("other")
        desk.press(.escape)
        #expect(desk.list?.filter == "deploy")
    }

    @Test func `a filter with an error is not applied; the error stands under the word`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("退款 modle:opus")
        desk.press(.enter)
        #expect(desk.state.filterLine != nil)
        #expect(desk.lastLine.hasPrefix("       ^^^^^ "))
        #expect(desk.lastLine.contains("modle"))
    }

    @Test func `the filter line is edited like any other`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("one two three")
        desk.press(.control("w"), .backspace, .left, .left, .left, .delete)
        #expect(desk.state.filterLine?.text == "one wo")
        desk.press(.home)
        desk.type("né ")
        #expect(desk.state.filterLine?.text == "né one wo")
        desk.press(.end, .left, .control("u"))
        #expect(desk.state.filterLine?.text == "o")
        desk.press(.delete, .delete, .left, .right, .control("w"))
        #expect(desk.state.filterLine?.text == "")
    }

    @Test func `pasted text goes into the filter line as one line, without what a terminal would obey`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.send(.paste("one\ntwo\t\u{1B}[2J\u{202E}three\r\nq"))
        #expect(desk.state.filterLine?.text == "one two [2Jthree q")
        desk.press(.escape)
        desk.send(.paste("qqq"))
        #expect(!desk.state.ended)
    }

    @Test func `the cursor of a long filter is on the screen`() {
        var desk = Desk(40, 10)
        desk.press(.character("/"))
        desk.type(String(repeating: "退款 ", count: 40))
        let cursor = desk.frame.cursor
        #expect(cursor?.row == 8 && (0..<40).contains(cursor?.column ?? -1))
    }

    // MARK: A turn

    @Test func `the braces go from edit to edit, in both directions`() {
        var desk = Desk()
        desk.press(.enter, .character("}"))
        #expect(desk.frame.text(row: 1).contains("edit 1 of 3"))
        desk.press(.character("}"), .character("}"), .character("}"))
        #expect(desk.frame.text(row: 1).contains("edit 3 of 3"))
        desk.press(.character("{"))
        #expect(desk.frame.text(row: 1).contains("edit 2 of 3"))
    }

    @Test func `a resize keeps the place in a turn`() {
        var desk = Desk()
        desk.press(.enter, .character("}"), .character("}"))
        desk.send(.resize(Size(columns: 50, rows: 30)))
        #expect(desk.frame.text(row: 1).contains("edit 2 of 3"))
    }

    @Test func `a turn that grows is read again where one stands`() {
        var desk = Desk()
        desk.press(.enter, .character("}"))
        desk.turns[0].status = "rejected"
        desk.send(.storeChanged)
        #expect(desk.frame.text(row: 1).contains("rejected"))
    }

    @Test func `a turn that is gone says so`() {
        var desk = Desk()
        desk.answers = false
        desk.press(.enter)
        desk.turns = []
        desk.answerAll()
        #expect(desk.text.contains("no longer in the store"))
    }

    // MARK: Everywhere

    @Test func `below 40x10 one line says what is needed, and q works`() {
        var desk = Desk(39, 9)
        #expect(desk.text.hasPrefix("needs 40x10, now 39x9"))
        desk.press(.character("q"))
        #expect(desk.state.ended)
    }

    @Test func `a demo is called a demo on every screen`() {
        for keys in [[Key.escape], [.enter], [.character("?")], [.character("/")]] {
            var desk = Desk(isDemo: true)
            keys.forEach { desk.press($0) }
            #expect(desk.frame.text(row: 1).hasPrefix("  DEMO "))
        }
    }

    @Test func `M gives the mouse to the terminal and takes it back`() {
        var desk = Desk()
        desk.answers = false
        desk.press(.character("M"))
        #expect(desk.open.last == .setMouse(false))
        desk.press(.character("M"))
        #expect(desk.open.last == .setMouse(true))
    }

    @Test func `no screen obeys two actions of one key`() {
        var desk = Desk(repository: "shop")
        for keys in [[], [Key.enter], [.character("q"), .character("?")]] {
            keys.forEach { desk.press($0) }
            let bound =
                (desk.state.screens.top.actions + [.back, .forward, .palette, .leave, .help, .mouse, .repaint, .quit])
                .compactMap { KeyTable.binding(of: $0) }.flatMap(\.keys)
            #expect(Set(bound).count == bound.count)
        }
    }

    @Test func `every action has a binding`() {
        #expect(Action.allCases.allSatisfy { KeyTable.binding(of: $0) != nil })
    }

    @Test func `what happened since the last visit is said, counted anew when rows arrive`() {
        var desk = Desk(lastVisit: Samples.now - 30 * Samples.minute)
        #expect(desk.frame.text(row: 1).contains("since 12:13: 2 turns"))
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py", status: "rejected"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.frame.text(row: 1).contains("3 turns, 1 rejected"))
        desk.send(.caughtUp("read 1 file"))
        #expect(desk.frame.text(row: 1).contains("3 turns, 1 rejected"))
        #expect(Desk(lastVisit: Samples.now).frame.text(row: 1).contains("nothing new since 12:43"))
    }

    @Test func `the end of the catching up is said, and the list read again`() {
        var desk = Desk()
        desk.turns.insert(Samples.turn(20, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.caughtUp("1 new turn"))
        #expect(desk.frame.text(row: 1) == " 1 new turn")
        #expect(desk.text.contains("brand new"))
    }
}
