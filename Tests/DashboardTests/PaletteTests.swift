import Dashboard
import Store
import Terminal
import Testing

/// What is found and done behind `:`.
@Suite struct PaletteTests {
    private func desk(_ typed: String = "", isOverview: Bool = false) -> Desk {
        var desk = Desk(100, 30, isOverview: isOverview)
        desk.targets = PaletteTargets(
            views: [SavedView(name: "grave", subject: .openFindings, filter: "sev:>=high", order: RowOrder(.rule))],
            sessions: [PaletteTargets.Session(uid: "s1", words: "Refunds  shop  claude-code")],
            files: ["src/pay/re fund.py", "deploy.sh"])
        desk.press(.character(":"))
        desk.type(typed)
        return desk
    }

    private func titles(_ typed: String) -> [String] { desk(typed).state.palette?.entries.map(\.title) ?? [] }

    private func done(_ typed: String, isOverview: Bool = false) -> Desk {
        var desk = desk(typed, isOverview: isOverview)
        desk.press(.enter)
        return desk
    }

    @Test func `it opens by a colon and by Ctrl-P, and Esc leaves all as it was`() {
        var desk = Desk()
        desk.press(.control("p"))
        #expect(desk.state.palette != nil)
        desk.type("quit")
        desk.press(.escape)
        #expect(desk.state.palette == nil && !desk.state.ended)
        #expect(desk.text == Desk().text)
    }

    @Test func `it names what the screen obeys, with the keys`() {
        #expect(titles("").first == "open")
        #expect(titles("").contains("half page down") && titles("").contains("overview"))
        var desk = desk("half page d")
        #expect(desk.text.contains("^D"))
        desk.press(.escape, .enter, .character(":"))
        #expect(desk.state.palette?.entries.contains { $0.title == "next edit" } == true)
    }

    @Test func `an action does what its key does`() {
        #expect(done("quit").state.ended)
        #expect(done("q").state.ended)
        #expect(done("last").list?.selected.row == 7)
        #expect(done("findings").text.contains("open finding"))
        #expect(done("copy").lastLine.contains("y code"))
        #expect(done("help").text.contains("on this screen"))
        #expect(done("filter").state.filterLine != nil)
    }

    @Test func `a theme is shown as one comes to it, and Esc goes back to the one before`() {
        var desk = desk()
        #expect(!desk.text.contains("theme NAME"))
        desk.press(.escape)
        desk.send(.themes(ThemeOffer(names: ["auto", "dark", "light", "night"], own: ["night"], worn: "dark")))
        desk.press(.character(":"))
        desk.type("theme")
        #expect(desk.text.contains("theme NAME") && desk.changes.isEmpty)
        desk.press(.enter)
        #expect(desk.text.contains("night") && desk.text.contains("your own"))
        desk.press(.down, .down, .escape)
        #expect(
            desk.changes == [.tryTheme("dark"), .tryTheme("light"), .tryTheme("night"), .tryTheme(nil)])
        desk.changes = []
        desk.press(.character(":"))
        desk.type("theme li")
        desk.press(.enter)
        #expect(desk.changes.contains(.wearTheme("light")) && desk.changes.last == .tryTheme(nil))
        #expect(desk.state.palette == nil)
    }

    @Test func `a command that wants an argument asks for it, and Tab completes`() {
        var desk = done("sort c")
        #expect(desk.state.palette == nil)
        desk = done("delete-")
        #expect(desk.state.palette?.text == "delete-view ")
        desk = self.desk("del")
        desk.press(.tab)
        #expect(desk.state.palette?.text == "delete-view ")
        desk.press(.tab)
        #expect(desk.state.palette?.text == "delete-view grave")
    }

    @Test func `sort orders by the column that is typed or chosen`() {
        #expect(done("sort model").list?.order == RowOrder(.model))
        #expect(done("sort -mo").list?.order == RowOrder(.model, isReversed: true))
        #expect(done("sort mod", isOverview: true).list?.order == RowOrder(.model))
        #expect(titles("sort ").prefix(2) == ["time", "risk"])
        #expect(done("sort nonsense").text.contains("cannot be sorted by 'nonsense'"))
    }

    @Test func `a filter is the same in the palette, in the line and in a view, and is remembered`() {
        let filter = "ship (deploy) -path:Tests"
        var typed = Desk()
        typed.press(.character("/"))
        typed.type(filter)
        typed.press(.enter)
        let said = done("filter \(filter)")
        #expect(said.list?.filter == filter && typed.list?.filter == filter)
        #expect(said.asked.last == typed.asked.last)
        #expect(said.state.session.filters == [filter])
        let session = typed.state.session
        #expect(Desk(filter: filter).state.filterLine == nil)
        #expect(Desk(isOverview: true, filter: filter).list?.filter == filter)
        #expect(Desk(isOverview: true, session: session).state.session.filters == [filter])
    }

    @Test func `a filter with an error comes into its line, the error under the word`() {
        let desk = done("filter modle:opus")
        #expect(desk.state.filterLine?.text == "modle:opus")
        #expect(desk.lastLine.contains("did you mean 'model'?"))
    }

    @Test func `save keeps what is listed, and how`() {
        var desk = Desk()
        desk.press(.character("/"))
        desk.type("ship")
        desk.press(.enter, .character("o"), .character(":"))
        desk.type("save my turns")
        desk.press(.enter)
        let order = desk.list?.order ?? .newestFirst
        #expect(
            desk.changes == [.saveView(SavedView(name: "my turns", subject: .code, filter: "ship", order: order))])
    }

    @Test func `a view opens as a list of its own, and its name stands in the first line`() {
        for typed in ["view grave", "grave", "view gr"] {
            let desk = done(typed)
            #expect(desk.firstLine.contains("▸ grave"))
            #expect(desk.firstLine.contains("sev:>=high"))
        }
        var desk = done("grave")
        desk.press(.character("O"))
        #expect(desk.firstLine.contains("▸ grave, changed"))
        #expect(done("view none").text.contains("There is no view 'none'"))
        #expect(done("delete-view grave").changes == [.deleteView("grave")])
    }

    @Test func `sessions and files of the store open as lists`() {
        #expect(done("claude").firstLine.contains("▸ session"))
        #expect(done("re fund.py").firstLine.contains("file:\"src/pay/re fund.py\""))
        #expect(done("depl").firstLine.contains("file:deploy.sh"))
    }

    @Test func `forget says what would go, and does nothing without a yes`() {
        var desk = desk("forget")
        desk.plan.counts = [ForgetPlan.Count(kind: "turn", number: 1), ForgetPlan.Count(kind: "generation", number: 3)]
        desk.press(.enter)
        #expect(desk.text.contains("This forgets 1 turn, 3 generations for good."))
        var other = desk
        other.press(.enter)
        #expect(other.changes.isEmpty && other.text.contains("Nothing was forgotten."))
        desk.press(.character("y"))
        #expect(desk.changes == [.forget(["turn:u12"])])
        desk.send(.answer(.forgotten("forgot 1 turn")))
        #expect(desk.text.contains("forgot 1 turn"))
    }

    @Test func `whoever goes on meanwhile is not asked, so that no key is taken for a yes`() {
        var desk = Desk()
        desk.plan.counts = [ForgetPlan.Count(kind: "turn", number: 1)]
        desk.answers = false
        desk.press(.character(":"))
        desk.type("forget")
        desk.press(.enter)
        #expect(desk.text.contains("looking for what would go…"))
        desk.press(.character("j"))
        desk.answerAll()
        #expect(desk.state.question == nil)
        desk.press(.character("y"))
        #expect(desk.changes.isEmpty)
    }

    @Test func `forget takes what is marked, and the marks are gone after it`() {
        var desk = Desk()
        desk.plan.counts = [ForgetPlan.Count(kind: "turn", number: 2)]
        desk.press(.character(" "), .character(" "), .character(":"))
        desk.type("forget")
        desk.press(.enter, .character("y"))
        #expect(desk.changes == [.forget(["turn:u12", "turn:u11"])])
        desk.send(.answer(.forgotten("forgot 2 turns")))
        #expect(desk.list?.position.contains("marked") == false)
    }

    @Test func `where nothing fits it says so, and Enter does nothing`() {
        var desk = desk("zzzz")
        #expect(desk.lastLine.contains("Nothing fits 'zzzz'."))
        desk.press(.enter, .down, .up, .tab)
        #expect(desk.state.palette != nil && desk.changes.isEmpty)
    }

    @Test func `answers to what was typed before are dropped`() {
        var desk = Desk()
        desk.answers = false
        desk.targets = PaletteTargets(files: ["old.py"])
        desk.press(.character(":"))
        desk.type("old")
        let asked = desk.open.filter { if case .loadTargets = $0 { true } else { false } }
        desk.targets = PaletteTargets(files: ["old.py"])
        let late = desk.answer(asked[1])
        if let late { desk.send(.answer(late)) }
        #expect(desk.state.palette?.entries.contains { $0.title == "old.py" } == false)
        if let last = asked.last.flatMap({ desk.answer($0) }) { desk.send(.answer(last)) }
        #expect(desk.state.palette?.entries.contains { $0.title == "old.py" } == true)
    }
}
