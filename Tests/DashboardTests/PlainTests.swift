import Dashboard
import Store
import Terminal
import Testing
import Text

/// What those read who hear the screen.
@Suite struct PlainTests {
    private static let sizes = [[80, 24], [40, 10]]

    private func desk(_ size: [Int]) -> Desk { OverviewTests.desk(size[0], size[1], isPlain: true) }

    @Test(arguments: sizes) func `the overview in words`(size: [Int]) throws {
        try ScreenTests().expect(desk(size), "plain-overview", size)
    }

    @Test(arguments: sizes) func `findings in words`(size: [Int]) throws {
        var desk = desk(size)
        desk.press(.character("2"), .character("j"))
        try ScreenTests().expect(desk, "plain-findings", size)
    }

    @Test(arguments: sizes) func `a turn in words`(size: [Int]) throws {
        var desk = desk(size)
        desk.press(.enter)
        try ScreenTests().expect(desk, "plain-turn", size)
    }

    @Test(arguments: sizes) func `an alert in words`(size: [Int]) throws {
        var desk = desk(size)
        desk.alerts = [Samples.alert]
        desk.press(.character("5"), .enter)
        try ScreenTests().expect(desk, "plain-alert", size)
    }

    @Test func `no sign is left, and the cursor stands on the row that is selected`() {
        var desk = desk([120, 50])
        desk.alerts = [Samples.alert]
        for keys: [Key] in [
            [.character("j"), .character("l")], [.tab], [.tab, .character("j")], [.tab],
            [.character("1"), .character(" ")],
            [.character("s"), .enter], [.character("5"), .enter], [.character("j")], [.character("?")],
        ] {
            keys.forEach { desk.press($0) }
            let frame = desk.frame
            let text = frame.text()
            for sign in "▸▾●▲◆─│├└⟵›−▁▂▃▄▅▆▇█" { #expect(!text.contains(sign), "\(sign) in\n\(text)") }
            let cursor = frame.cursor
            #expect(cursor != nil)
            if let cursor, (1..<frame.size.rows - 1).contains(where: { frame.text(row: $0).hasPrefix("selected ") }) {
                #expect(frame.text(row: cursor.row).hasPrefix("selected "))
            }
        }
        #expect(desk.text.contains("Ctrl-D"))
    }

    @Test func `one pane at a time, whatever the size`() {
        let text = desk([200, 60]).text
        #expect(text.contains("1 Generations") && !text.contains("4 Pipeline"))
        #expect(text.contains("pane 1 Generations. 1 of"))
    }

    @Test(arguments: [40, 44, 50, 60, 72, 80, 120])
    func `how many alerts are new is told in full, whatever else there is to tell`(columns: Int) {
        for (alerts, new) in [(1, 1), (5, 1), (99, 99), (1234, 567), (100_000, 99_999)] {
            var desk = OverviewTests.desk(columns, 10, isPlain: true)
            desk.standing.alerts = alerts
            desk.standing.newAlerts = new
            desk.send(.storeChanged)
            for keys: [Key] in [
                [], [.character("1")], [.character("o")], [.enter], [.character("s")], [.character("5")],
            ] {
                keys.forEach { desk.press($0) }
                #expect(desk.firstLine.contains("alert") && desk.firstLine.contains(" new \(new.grouped)"))
            }
        }
    }

    @Test func `elsewhere the hidden cursor stands on what is selected`() {
        let frame = Desk(80, 24).frame
        #expect(frame.cursor == nil)
        #expect(frame.focus.map { frame.text(row: $0.row).hasPrefix("▸") } == true)
    }
}
