import Dashboard
import Store
import Terminal
import Testing

@Suite struct PropertyTests {
    /// SplitMix64, so that a failure can be repeated.
    struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let keys: [Key] =
        KeyTable.bindings.flatMap(\.keys).filter { $0 != .character("q") && $0 != .character("Q") }
        + [
            .character("x"), .character("é"), .character("退"), .character(":"), .character("("), .alt("x"),
            .function(9),
        ]

    private static let words = [
        "/model:", "/risk:>=", "/-file:\"a b", "/(se", ":sort ", ":view ", ":forget", ":save x", ":fil", ":shop",
    ]

    private static func desk(session: SavedSession? = nil) -> Desk {
        var desk = Desk(
            80, 24, turns: Samples.many(700), repository: "shop", isOverview: session != nil, session: session)
        desk.answers = false
        desk.stored = [.model: ["opus-4.5", "gpt \"5\""], .file: ["a.py", "退款.py"]]
        desk.targets = PaletteTargets(
            views: [SavedView(name: "mine", subject: .openFindings, filter: "risk:high")],
            sessions: [PaletteTargets.Session(uid: "s1", words: "shop refunds")], files: ["src/shop.py"])
        desk.plan.counts = [ForgetPlan.Count(kind: "turn", number: 1)]
        return desk
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever is pressed, in whatever size, the selection is a row and the frame has the terminal's size`(
        seed: UInt64
    ) {
        var random = Random(state: seed)
        var desk = Self.desk()
        var newest: Int64 = 10_000
        for step in 0..<5000 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<3:
                desk.send(
                    .resize(
                        Size(columns: .random(in: 0...200, using: &random), rows: .random(in: 0...60, using: &random))))
            case 3..<6:
                newest += 1
                desk.turns.insert(Samples.turn(newest, at: Samples.now + newest, "new"), at: 0)
                desk.send(.storeChanged)
            case 6:
                let surplus = Int.random(in: 0...min(5, desk.turns.count), using: &random)
                desk.turns.removeSubrange(0..<surplus)
                desk.send(.storeChanged)
            case 7..<12:
                let place = Position(
                    row: .random(in: -2...70, using: &random), column: .random(in: -2...210, using: &random))
                let actions: [MouseEvent.Action] = [.press(.left), .wheelDown, .wheelUp, .release(.left)]
                desk.send(.mouse(MouseEvent(actions.randomElement(using: &random) ?? .wheelUp, at: place)))
            case 12: desk.send(.paste("shop \u{1B} 退款"))
            case 13:
                if case .loadPage(let request)? = desk.open.last {
                    desk.open.removeLast()
                    desk.send(.answer(.failed(ticket: request.ticket, "failed")))
                }
            case 14: desk.send(.paste("Traceback\n  File \"/srv/a.py\", line 7\n"))
            case 15: desk.type(Self.words.randomElement(using: &random) ?? "")
            default: desk.press(Self.keys.randomElement(using: &random) ?? .up)
            }
            // The palette can end it, too; then it begins again, where it was left.
            if desk.state.ended {
                let before = desk
                desk = Self.desk(session: before.state.session)
                desk.turns = before.turns
                desk.send(.resize(before.state.size))
            }
            // Answers come sooner or later, in order, and those to old questions, too.
            while !desk.open.isEmpty, Bool.random(using: &random) {
                if let answer = desk.answer(desk.open.removeFirst()) { desk.send(.answer(answer)) }
            }
            guard let list = desk.list else { continue }
            let lineIsSound =
                desk.state.filterLine.map { $0.completion?.selected ?? 0 < 1 + ($0.completion?.candidates.count ?? 0) }
                ?? true
            let isChoice = desk.state.palette.map { $0.selected ?? 0 < max($0.entries.count, 1) } ?? true
            #expect(lineIsSound && isChoice)
            let isSound =
                list.rows.isEmpty
                ? list.selected == .first && list.top == .first
                : list.rows.indices.contains(list.selected.row) && list.rows.indices.contains(list.top.row)
            let isOrdered =
                step % 100 != 0
                || zip(list.rows, list.rows.dropFirst()).allSatisfy { one, other in
                    list.shownOrder.precedes(one.key(by: list.shownOrder), other.key(by: list.shownOrder))
                }
            guard isSound, isOrdered, list.rows.count <= 2000, !desk.state.ended else {
                Issue.record("step \(step) of seed \(seed): \(list.selected) of \(list.rows.count), top \(list.top)")
                return
            }
            if step % 50 == 0 {
                #expect(desk.frame.size == desk.state.size)
            }
        }
        desk.answerAll()
        // All is quiet: nothing is asked for ever.
        #expect(desk.open.isEmpty)
    }

    @Test func `the selected row is always on the screen`() {
        var random = Random(state: 7)
        var desk = Desk(
            60, 16,
            turns: Samples.turns
                + Samples.many(300).map { row in
                    var row = row
                    row.at -= Samples.day * 500 + row.id % 7 * Samples.day
                    return row
                }.sorted { ($0.at, $0.id) > ($1.at, $1.id) })
        let moves: [Key] = [
            .down, .up, .pageDown, .pageUp, .control("d"), .control("u"), .character("g"), .character("G"),
        ]
        for _ in 0..<250 {
            desk.press(moves.randomElement(using: &random) ?? .up)
            if Int.random(in: 0..<20, using: &random) == 0 {
                desk.send(.resize(Size(columns: 60, rows: .random(in: 10...40, using: &random))))
            }
            let frame = desk.frame
            let marked = (0..<frame.size.rows).filter { frame[$0, 0]?.text == "▸" }
            #expect(marked.count == 1)
        }
    }
}
