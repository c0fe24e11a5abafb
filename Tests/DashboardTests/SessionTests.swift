import Flows
import Store
import Terminal
import Testing
import Text

@testable import Dashboard

/// The screen of a conversation.
@Suite struct SessionTests {
    private func opened(_ desk: Desk = Desk(), _ keys: Key...) -> Desk {
        var desk = desk
        desk.press(.character("s"))
        keys.forEach { desk.press($0) }
        return desk
    }

    @Test func `the conversation goes from the first turn to the last, and begins at the one that one came from`() {
        let desk = opened()
        #expect(desk.conversation?.selectedTurn?.id == 12)
        #expect(desk.lastLine.contains("turn 10 of 10"))
        let lines = desk.text.split(separator: "\n").map(String.init)
        let why = lines.firstIndex { $0.contains("why does the cache miss?") } ?? 0
        let ship = lines.firstIndex { $0.contains("ship the deploy script") } ?? 0
        #expect(why > 0 && why < ship)
    }

    @Test func `Enter unfolds a turn to what was asked, read, answered and written, and h folds it again`() {
        var desk = opened(Desk(120, 40), .enter)
        for words in [
            "› Refunds must be idempotent", "compacted", "read  src/pay/charge.py:1-90", "tool  Bash",
            "I will take a lock on the key", "wrote  src/pay/refund.py +2 −1", "▲ high  sql-from-input:62",
            "sub-agent  a2898e3", "› Find who takes the lock.", "The lock of charge.py is taken in one place.",
        ] { #expect(desk.text.contains(words), "\(words)\n\(desk.text)") }
        desk.press(.character("h"))
        #expect(!desk.text.contains("I will take a lock"))
    }

    @Test func `an edit of the conversation opens its turn at that edit`() {
        var desk = opened(Desk(80, 40), .enter)
        while desk.conversation?.selectedLine?.hasPrefix("wrote  src/pay/refund_test.py") != true {
            let before = desk.conversation?.selectedLine
            desk.press(.character("j"))
            guard desk.conversation?.selectedLine != before else { break }
        }
        desk.press(.enter)
        #expect(desk.state.screens.top is TurnScreen)
        #expect(desk.frame.text(row: 1).contains("edit 2 of 3"))
    }

    @Test func `from an edit of the list its session opens at that edit`() {
        var desk = Desk(120, 40)
        desk.press(.character("l"), .character("j"), .character("j"), .character("s"))
        #expect(desk.conversation?.selectedTurn?.id == 12)
        #expect(desk.conversation?.selectedLine?.hasPrefix("wrote  src/pay/refund_test.py") == true)
    }

    @Test func `braces go from turn to turn, whatever lies between`() {
        var desk = opened(Desk(120, 40), .character("E"), .character("{"), .character("{"))
        #expect(desk.conversation?.selectedTurn?.id == 10)
        desk.press(.character("j"), .character("{"))
        #expect(desk.conversation?.selectedTurn?.id == 10 && desk.conversation?.selectedLine == nil)
        desk.press(.character("}"))
        #expect(desk.conversation?.selectedTurn?.id == 11)
        desk.press(.character("C"))
        #expect(!desk.text.contains("I will take a lock"))
    }

    @Test func `a short prompt stands beside what it answers, in the list, the preview, the turn and the session`() {
        var turns = Samples.turns
        turns[4].inReplyTo = "Shall I split export.py?"
        var desk = Desk(150, 40, turns: turns)
        #expect(desk.text.contains("yes, do it  ⟵ \"Shall I split export.py?\""))
        desk.press(.character("j"), .character("j"), .character("j"))
        #expect(desk.text.components(of: "⟵ \"Shall I split export.py?\"") == 2)
        desk.press(.character("s"))
        #expect(desk.text.contains("yes, do it  ⟵ \"Shall I"))
        desk.press(.enter)
        #expect(desk.text.contains("⟵ It has 900 lines. Shall I split export.py?"))
    }

    @Test func `five thousand turns are read in pages from where one is, and no more are kept than near it`() {
        var desk = Desk(80, 24, turns: Samples.many(5000))
        for _ in 0..<2500 { desk.press(.character("j")) }
        desk.press(.character("s"))
        #expect(desk.lastLine.contains("turn 2,500 of 5,000"))
        desk.press(.character("g"))
        #expect(desk.lastLine.contains("turn 1 of 5,000"))
        for _ in 0..<1500 { desk.press(.character("}")) }
        #expect(desk.lastLine.contains("turn 1,501 of 5,000"))
        desk.press(.character("E"))
        for _ in 0..<200 { desk.press(.pageDown) }
        for _ in 0..<300 { desk.press(.character("{")) }
        desk.press(.character("G"))
        #expect(desk.lastLine.contains("turn 5,000 of 5,000"))
        #expect(desk.conversation.map { $0.turnsInMemory <= 800 && $0.storiesInMemory <= 100 } == true)
    }

    @Test func `a turn that is added while one looks is there, and one stays where one was`() {
        var desk = opened(Desk(80, 24), .character("k"), .enter, .character("j"))
        let line = desk.conversation?.selectedLine
        desk.turns.insert(Samples.turn(99, at: Samples.now, "brand new", path: "a.py"), at: 0)
        desk.send(.storeChanged)
        #expect(desk.conversation?.selectedTurn?.id == 11 && desk.conversation?.selectedLine == line)
        desk.press(.character("G"))
        #expect(desk.conversation?.selectedTurn?.id == 99)
    }

    @Test func `a session that is gone, or in which nothing was asked, says so`() {
        var desk = opened()
        desk.turns = []
        desk.send(.storeChanged)
        #expect(desk.text.contains("no longer in the store"))
    }

    @Test func `a session that nobody asked anything in, with an agent at work, says who asked`() {
        var turns = [Samples.turn(1, at: Samples.now, "Find who takes the lock", path: "a.py")]
        turns[0].asker = "agent"
        var desk = opened(Desk(turns: turns))
        #expect(desk.text.contains("agent  Find who takes"))
        desk.turns = [Samples.turn(1, at: Samples.now, "")]
        desk.send(.storeChanged)
        #expect(desk.text.contains("no words") && desk.text.contains("no code"))
        desk.press(.enter)
        #expect(desk.text.components(of: "no words") == 2)
    }

    @Test func `a fork says which session it goes on from`() {
        #expect(opened(Desk(120, 40)).text.contains("goes on from session 77aa01bc55"))
    }

    @Test func `a conversation that passed the recorder says of which session it is`() throws {
        var detail = try #require(Samples.session(of: [Samples.turn(1, at: Samples.now, "x")]))
        detail.session.makerID = "proxy/4f2a91"
        let lines = SessionFacts.lines(of: detail, clock: WallClock(.utc), now: Samples.now)
        #expect(lines.last?.map(\.text).joined() == "as it passed, of session 77aa01bc55")
    }

    @Test func `y and r ask for the command that takes the session up again`() {
        var desk = opened()
        desk.answers = false
        desk.press(.character("y"), .character("r"))
        guard case .loadPiece(let request)? = desk.open.last else { return #expect(Bool(false)) }
        #expect(request.turn == 12 && request.purpose == .copy(.resume))
    }

    @Test func `a dashboard that is opened at a record shows it over the list`() {
        var state = DashboardState(size: Size(columns: 80, rows: 24), clock: .utc)
        state.open(.session(uid: "s1"))
        #expect(state.screens.depth == 1 && state.screens.top is SessionScreen)
        state.open(.turn(id: 12, title: "Refunds", edit: 121, generation: nil))
        #expect(state.screens.top is TurnScreen)
    }

    @Test(arguments: [
        ("claude-code", "cd '/home/mia/it'\\''s $(here)' && claude --resume 4f2a-91"),
        ("codex", "cd '/home/mia/it'\\''s $(here)' && codex resume 4f2a-91"),
        ("gemini-cli", "cd '/home/mia/it'\\''s $(here)' && gemini --resume 4f2a-91"),
        ("copilot-cli", "cd '/home/mia/it'\\''s $(here)' && copilot --resume=4f2a-91"),
        ("opencode", "cd '/home/mia/it'\\''s $(here)' && opencode --session 4f2a-91"),
    ])
    func `a resume command runs in the session's folder, quoted`(agent: String, line: String) {
        var session = SessionRow(id: 1, uid: "s", agent: agent, makerID: "4f2a-91")
        session.directory = "/home/mia/it's $(here)\n\u{1B}"
        #expect(ResumeCommand(session) == .line(line))
    }

    @Test(arguments: ["aider", "cursor", "$(rm)"])
    func `an agent without such a command says so`(agent: String) {
        guard case .none(let sentence) = ResumeCommand(SessionRow(id: 1, uid: "s", agent: agent, makerID: "1")) else {
            return #expect(Bool(false))
        }
        #expect(sentence.contains("no command"))
    }

    @Test(arguments: ["", "-rf", "a; rm -rf /", "a\nb", "$(x)"])
    func `an id that is no single word makes no command`(id: String) {
        guard case .none = ResumeCommand(SessionRow(id: 1, uid: "s", agent: "codex", makerID: id)) else {
            return #expect(Bool(false))
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
