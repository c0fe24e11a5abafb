import Dashboard
import Store
import Terminal
import Testing

/// What a colour says, a sign or a word says, too.
@Suite struct SeverityTests {
    private static let roles: Set<Role> = [.severityCritical, .severityHigh, .severityMedium, .severityLow]
    private static let words = ["▲", "◆", "·", "critical", "high", "med", "low", "new"]

    @Test(arguments: [[40, 10], [80, 24], [120, 40], [200, 60]], [false, true])
    func `no severity is told by its colour alone`(size: [Int], isPlain: Bool) {
        var desk = OverviewTests.desk(size[0], size[1], isPlain: isPlain)
        desk.send(.resize(Size(columns: size[0], rows: size[1])))
        var seen = 0
        let ways: [[Key]] = [
            [], [.tab], [.tab], [.character("2")], [.enter], [.character("0"), .enter], [.character("]")],
            [.character("s"), .enter, .character("l")], [.character("1"), .character("l"), .character("j")],
            [.character("5")],
        ]
        for keys in ways {
            keys.forEach { desk.press($0) }
            let frame = desk.frame
            for row in 0..<frame.size.rows {
                // Neighbours of one role are one thing.
                var run: (role: Role, text: String)?
                for cell in frame.row(row) + [] {
                    if let known = run, known.role == cell.style.role {
                        run?.text += cell.text
                        continue
                    }
                    check(run, &seen)
                    run = Self.roles.contains(cell.style.role) ? (cell.style.role, cell.text) : nil
                }
                check(run, &seen)
            }
        }
        #expect(seen > 5)
    }

    private func check(_ run: (role: Role, text: String)?, _ seen: inout Int) {
        guard let run, run.text.contains(where: { $0 != " " }) else { return }
        seen += 1
        #expect(Self.words.contains { run.text.contains($0) }, "'\(run.text)' says \(run.role) by its colour alone")
    }

    @Test func `without colours what is grave still stands out`() {
        let theme = Theme.standard.monochrome
        #expect(!theme[.severityCritical].modifiers.isEmpty && !theme[.severityHigh].modifiers.isEmpty)
        #expect(theme[.severityCritical] != theme[.severityHigh])
    }
}
