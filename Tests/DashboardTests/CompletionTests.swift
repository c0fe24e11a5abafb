import Dashboard
import Store
import Terminal
import Testing

/// What the filter line offers while one types.
@Suite struct CompletionTests {
    private func desk(_ typed: String) -> Desk {
        var desk = Desk(isOverview: true)
        desk.stored = [
            .model: ["opus-4.5", "gpt-5-codex", "claude opus"], .file: ["src/pay/refund.py", "a (b).py"],
            .agent: ["codex"],
            .session: ["Refunds, \"again\""],
        ]
        desk.press(.character("/"))
        desk.type(typed)
        return desk
    }

    private func offers(_ typed: String) -> [String] {
        desk(typed).state.filterLine?.completion?.candidates.map(\.shown) ?? []
    }

    private func line(_ typed: String, _ keys: Key...) -> String? {
        var desk = desk(typed)
        keys.forEach { desk.press($0) }
        return desk.state.filterLine?.text
    }

    @Test func `the beginning of a field offers the fields, each with its meaning, and none that nothing records`() {
        #expect(offers("mo") == ["model:"])
        #expect(offers("se") == ["session:", "sev:"])
        #expect(offers("pat") == ["file:"])
        #expect(offers("ali") == [])
        #expect(offers("zebra") == [])
        #expect(desk("mo").text.contains("the model that answered, as its engine names it"))
    }

    @Test(arguments: [
        "-mo", "(mo", "lock or mo", "(risk:high mo", "not mo", "sev:high -(mo", "\"a (quote\" mo", "file:\"a b\" mo",
    ])
    func `fields complete wherever a condition may begin`(typed: String) {
        #expect(offers(typed) == ["model:"])
        #expect(line(typed, .right) == typed.dropLast(2) + "model:")
    }

    @Test(arguments: ["\"mo", "print(mo", "-", "lock\"mo", "modle:x"])
    func `elsewhere nothing is offered`(typed: String) {
        #expect(offers(typed) == [])
    }

    @Test func `in the middle of a word nothing is offered`() {
        var desk = desk("model")
        desk.press(.left, .left)
        #expect(desk.state.filterLine?.completion == nil)
    }

    @Test func `Tab offers all fields where nothing is typed`() {
        #expect(offers("") == [])
        #expect(line("", .tab) == "model:")
        #expect(line("risk:high ", .tab, .tab) == "risk:high agent:")
    }

    @Test func `levels and choices are offered at once, with operators where there is an order`() {
        #expect(offers("risk:") == ["critical", "high", "medium", "low", "info", ">=", "<="])
        #expect(offers("risk:>=") == ["critical", "high", "medium", "low", "info"])
        #expect(offers("sev:low..m") == ["medium"])
        #expect(offers("status:re") == ["rejected", "answered"])
        #expect(offers("status:rejected") == [])
        #expect(offers("status:applied,re") == ["rejected", "answered"])
        #expect(offers("age:") == ["<", ">"])
        #expect(offers("tokens:") == [">=", "<=", ">"])
    }

    @Test func `values come from the store, those that begin so first`() {
        #expect(offers("model:") == ["opus-4.5", "gpt-5-codex", "claude opus", "~"])
        #expect(offers("model:opus") == ["opus-4.5", "claude opus"])
        #expect(offers("model:~COD") == ["gpt-5-codex"])
        #expect(offers("model:opus-4.5") == [])
    }

    @Test func `a value that the filter would read otherwise is put in quotes`() {
        #expect(line("model:claude", .tab) == "model:\"claude opus\"")
        #expect(line("-model:\"claude o", .tab) == "-model:\"claude opus\"")
        #expect(line("file:a", .tab, .tab) == "file:src/pay/refund.py" || line("file:a", .tab) == "file:\"a (b).py\"")
        #expect(line("session:ref", .tab) == "session:\"Refunds, \\\"again\\\"\"")
        for typed in ["model:claude", "file:a", "session:ref"] {
            let text = line(typed, .tab) ?? ""
            #expect(throws: Never.self) { try Filter(text, now: 0) }
        }
    }

    @Test func `Tab goes round the candidates and back to what was typed, Shift-Tab the other way`() {
        #expect(line("model:opus", .tab) == "model:opus-4.5")
        #expect(line("model:opus", .tab, .tab) == "model:\"claude opus\"")
        #expect(line("model:opus", .tab, .tab, .tab) == "model:opus")
        #expect(line("model:opus", .backTab) == "model:\"claude opus\"")
        #expect(line("model:opus", .tab, .tab, .backTab) == "model:opus-4.5")
    }

    @Test func `the right arrow takes the first candidate and goes on to the next`() {
        var desk = desk("mo")
        desk.press(.right)
        #expect(desk.state.filterLine?.text == "model:")
        #expect(desk.state.filterLine?.completion?.candidates.first?.shown == "opus-4.5")
        desk.press(.right, .enter)
        #expect(desk.list?.filter == "model:opus-4.5")
    }

    @Test func `Esc leaves a candidate first, then the line`() {
        #expect(line("model:opus", .tab, .escape) == "model:opus")
        #expect(line("model:opus", .tab, .escape, .escape) == nil)
        #expect(line("model:opus", .escape) == nil)
    }

    @Test func `typing never waits, and values for an old beginning are dropped`() {
        var desk = Desk()
        desk.answers = false
        desk.stored[.model] = ["opus-4.5", "gpt-5-codex"]
        desk.press(.character("/"))
        desk.type("model:o")
        let asked = desk.open.filter { if case .loadValues = $0 { true } else { false } }
        #expect(asked.count == 2)
        let late = desk.answer(asked[0])
        desk.type("p")
        if let late { desk.send(.answer(late)) }
        #expect(desk.state.filterLine?.text == "model:op")
        #expect(desk.state.filterLine?.completion?.candidates.isEmpty == true)
        desk.answerAll()
        #expect(desk.state.filterLine?.completion?.candidates.map(\.shown) == ["opus-4.5"])
    }

    @Test(arguments: [(40, 10), (80, 24), (120, 40)])
    func `at least three rows show, over the line`(columns: Int, rows: Int) {
        var desk = Desk(columns, rows)
        desk.press(.character("/"))
        desk.type("risk:")
        let lines = (rows - 5..<rows - 2).map { desk.frame.text(row: $0) }
        #expect(
            ["high", "medium", "low", "info", ">=", "<="].filter { word in lines.contains { $0.contains(word) } }.count
                >= 3)
        #expect(desk.frame.text(row: rows - 2).hasPrefix("/ risk:"))
    }

    @Test func `values that would harm the terminal are shown, not sent`() {
        var desk = Desk()
        desk.stored[.model] = ["evil\u{1B}[2J\u{202E}"]
        desk.press(.character("/"))
        desk.type("model:")
        #expect(desk.text.contains("evil"))
        #expect(!desk.text.contains("\u{1B}") && !desk.text.contains("\u{202E}"))
        desk.press(.tab)
        #expect(!desk.text.contains("\u{1B}"))
    }

    @Test func `former filters come back by the arrows, each once, and what was typed after them`() {
        var desk = Desk()
        for filter in ["one", "two", "one", "three"] {
            desk.press(.character("/"), .control("u"))
            desk.type(filter)
            desk.press(.enter)
        }
        desk.press(.character("/"), .control("u"))
        desk.type("new")
        var seen: [String?] = []
        for key in [Key.up, .up, .up, .up, .down, .down, .down, .down] {
            desk.press(key)
            seen.append(desk.state.filterLine?.text)
        }
        #expect(seen == ["three", "one", "two", "two", "one", "three", "new", "new"])
        desk.press(.up, .enter)
        #expect(desk.list?.filter == "three")
    }
}
