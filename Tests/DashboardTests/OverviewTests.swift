import Dashboard
import Store
import Terminal
import Testing

@Suite struct OverviewTests {
    static func desk(_ columns: Int, _ rows: Int, isPlain: Bool = false) -> Desk {
        var turns = Samples.turns
        turns[0].risk = 3
        turns[1].risk = 4
        var desk = Desk(0, 0, turns: turns, isOverview: true, isPlain: isPlain)
        desk.findings = [
            Samples.finding(1, "high", "sql-from-input", of: turns[0], line: 61),
            Samples.finding(2, "critical", "secret-in-code", of: turns[1], line: 12),
            Samples.finding(3, "medium", "path-from-parameter", of: turns[3], line: 40),
        ]
        desk.standing.findings = [1, 1, 1, 0, 0]
        desk.standing.alerts = 5
        desk.standing.newAlerts = 1
        desk.standing.days = (0..<30).map { $0 * $0 % 17 }
        desk.standing.month.turns = 212
        desk.standing.month.turnsWithCode = 171
        desk.standing.month.byStatus = ["applied": 130, "changed": 9, "rejected": 22, "proposed": 10]
        desk.standing.month.added = 12_345
        desk.standing.month.removed = 6_789
        desk.standing.month.models = 4
        desk.send(.resize(Size(columns: columns, rows: rows)))
        desk.send(.storeChanged)
        return desk
    }

    @Test func `four panes live at once, and Tab goes through them`() {
        var desk = Self.desk(120, 40)
        for title in ["1 Generations", "2 Findings", "3 Provenance", "4 Pipeline"] {
            #expect(desk.text.contains(title))
        }
        #expect(desk.text.contains("secret-in-code") && desk.text.contains("86 %"))
        desk.press(.tab)
        #expect(desk.lastLine.contains("1 of 3"))
        desk.press(.tab, .tab, .tab)
        #expect(desk.lastLine.contains("of 8"))
    }

    @Test func `the provenance follows what is selected`() {
        var desk = Self.desk(120, 40)
        #expect(desk.text.contains("prompt     \"Refunds must be idempotent"))
        desk.press(.character("j"))
        #expect(desk.text.contains("prompt     \"ship the deploy script"))
        desk.press(.tab, .character("j"), .character("j"))
        #expect(desk.text.contains("prompt     \"退款"))
        desk.press(.tab)
        #expect(desk.text.contains("prompt     \"退款"))
    }

    /// Both lists ask for what is selected in them; only one answer is waited for at a time.
    @Test func `one list alone asks for what the provenance shows`() {
        var desk = Self.desk(120, 40)
        desk.answers = false
        desk.press(.character("j"))
        #expect(desk.open.count { if case .loadTurn = $0 { true } else { false } } == 1)
    }

    @Test func `a number opens a pane as a screen of its own, and going back leads to the overview`() {
        var desk = Self.desk(80, 24)
        desk.press(.character("2"))
        #expect(desk.firstLine.contains("Findings") && desk.state.screens.depth == 1)
        desk.press(.character("4"))
        #expect(desk.firstLine.contains("Pipeline") && desk.state.screens.depth == 1)
        desk.press(.character("q"))
        #expect(desk.state.screens.depth == 0 && !desk.state.ended)
    }

    @Test func `alerts are told in the first line at every size`() {
        for size in [(40, 10), (80, 24), (120, 40), (200, 60), (60, 70)] {
            #expect(Self.desk(size.0, size.1).firstLine.contains("5 alerts ▲1"), "\(size)")
        }
    }

    @Test func `panes grow and shrink`() {
        var desk = Self.desk(120, 40)
        func column(_ desk: Desk) -> Int {
            desk.frame.text(row: 1).split(separator: "2 Findings", maxSplits: 1).first?.count ?? 0
        }
        let before = column(desk)
        desk.press(.character("<"), .character("<"))
        #expect(column(desk) < before)
    }

    @Test func `a filter narrows the pane that it is typed in`() {
        var desk = Self.desk(120, 40)
        desk.press(.tab, .character("/"))
        desk.type("sql")
        desk.press(.enter)
        #expect(desk.overview?.findings.rows.count == 1)
        #expect(desk.list?.rows.count == 8)
    }

    @Test(arguments: ScreenTests.sizes + [[60, 70]])
    func `the overview`(size: [Int]) throws {
        try ScreenTests().expect(Self.desk(size[0], size[1]), "overview", size)
    }

    @Test func `an empty store says what fills it`() {
        let desk = Desk(120, 40, turns: [], isOverview: true)
        #expect(desk.text.contains("colophon ingest"))
        #expect(desk.text.contains("colophon record"))
    }
}
