import Dashboard
import Flows
import Provenance
import Store
import Terminal
import Testing

/// The list of findings, one of them in full, and what is said of them.
@Suite struct FindingTests {
    static func desk(_ columns: Int = 120, _ rows: Int = 40) -> Desk {
        var desk = OverviewTests.desk(columns, rows)
        desk.accounts = [
            1: Samples.account(of: desk.findings[0]), 2: Samples.account(of: desk.findings[1]),
        ]
        desk.trend.counts[1] = [0, 1, 4, 2, 0, 0, 3, 1, 0, 2, 5, 1]
        desk.trend.counts[2][11] = 7
        desk.press(.character("2"))
        return desk
    }

    private func judged(_ words: String, _ desk: Desk = desk()) -> Desk {
        var desk = desk
        desk.press(.character(":"))
        desk.type(words)
        desk.press(.enter)
        return desk
    }

    private static func effect(_ links: [String], _ judging: FindingJudging) -> DashboardEffect {
        .judge(JudgementRequest(links: links, judging: judging))
    }

    @Test(arguments: [[80, 24], [120, 40], [200, 60]]) func `findings by severity, one beside them`(size: [Int]) throws
    {
        var desk = Self.desk(size[0], size[1])
        desk.press(.character("j"))
        try ScreenTests().expect(desk, "findings", size)
    }

    @Test(arguments: ScreenTests.sizes) func `a finding in full`(size: [Int]) throws {
        var desk = Self.desk(size[0], size[1])
        desk.press(.character("j"), .enter)
        try ScreenTests().expect(desk, "finding", size)
    }

    @Test(arguments: [ColourScreenTests.Mode.truecolor, .mono], [[80, 24], [120, 40]])
    func `a finding as it is painted`(mode: ColourScreenTests.Mode, size: [Int]) throws {
        var desk = Self.desk(size[0], size[1])
        desk.press(.character("j"), .enter)
        let name = "\(mode.rawValue)-finding-\(size[0])x\(size[1])"
        try ScreenTests().expect(ColourScreenTests().text(of: desk.frame, mode), name)
    }

    @Test func `accept says it of the finding here, with the reason and the day`() {
        let desk = judged("accept test data until 2027-01-31")
        #expect(
            desk.changes == [
                Self.effect(
                    ["finding:f2"], FindingJudging(status: .accepted, reason: "test data", until: "2027-01-31"))
            ])
    }

    @Test func `what is marked is judged, and from the finding's own screen, too`() {
        var desk = Self.desk()
        desk.press(.character(" "), .character(" "))
        desk = judged("false-positive until someone looks", desk)
        #expect(
            desk.changes == [
                Self.effect(
                    ["finding:f2", "finding:f1"], FindingJudging(status: .false, reason: "until someone looks"))
            ])
        desk = Self.desk()
        desk.press(.enter)
        desk = judged("reopen ", desk)
        #expect(desk.changes == [Self.effect(["finding:f2"], FindingJudging(status: .open, reason: ""))])
    }

    @Test func `the row changes when it is written, and leaves the list of what is open`() {
        var desk = Self.desk()
        desk.press(.character("v"))
        let place = desk.findings.firstIndex { $0.id == 2 } ?? 0
        desk.findings[place].status = "accepted"
        #expect(!desk.text.contains("accepted"))
        desk.answers = false
        desk.send(.answer(.judged([desk.findings[place]], "accepted: secret-in-code deploy.sh:12")))
        #expect(desk.text.contains("accepted: secret-in-code deploy.sh:12"))
        let list = desk.state.screens.top as? ListScreen
        #expect(
            list?.rows.contains { if case .finding(let row) = $0 { row.status == "accepted" } else { false } } == true)
        desk.answers = true
        desk.answerAll()
        desk.press(.character("v"))
        #expect((desk.state.screens.top as? ListScreen)?.rows.count == 2)
    }

    @Test func `elsewhere there is nothing to judge, and an error is told`() {
        var desk = OverviewTests.desk(120, 40)
        desk.press(.character(":"))
        #expect(desk.state.palette?.entries.contains { $0.title.hasPrefix("accept") } == false)
        desk.type("accept x")
        desk.press(.enter)
        #expect(desk.changes.isEmpty && desk.text.contains("Go to a finding first"))
        desk = Self.desk()
        desk.send(.answer(.refused("This store cannot be changed from here.")))
        #expect(desk.text.contains("This store cannot be changed from here."))
    }

    @Test func `what is open is said in the first line, and so is another status`() {
        var desk = Self.desk()
        #expect(desk.firstLine.contains("3 open findings"))
        desk.press(.character("/"))
        desk.type("status:accepted")
        desk.press(.enter)
        #expect(desk.firstLine.contains("3 findings   status:accepted"))
        desk.press(.character("/"))
        desk.type(" unheard")
        desk.press(.enter)
        #expect(desk.text.contains("No finding matches status:accepted unheard"))
    }

    @Test func `rows of one rule, file or model stand under its name`() {
        var desk = judged("sort model")
        #expect(desk.text.contains("─ gpt-5-codex ─") && desk.text.contains("─ not recorded ─"))
        desk = judged("sort rule")
        #expect(desk.text.contains("─ path-from-parameter ─"))
    }

    @Test func `a token without a probability says so, and so does code without tokens`() {
        var desk = Self.desk()
        desk.press(.enter)
        #expect(desk.text.contains("90.5 %") && desk.text.contains("not recorded"))
        desk.accounts[2]?.detail.tokens = []
        desk.accounts[2]?.detail.finding.tokens = nil
        desk.send(.storeChanged)
        #expect(desk.text.contains("tokens      not recorded"))
    }

    @Test func `risks in the list of turns have a sign, a word and a role`() {
        var desk = OverviewTests.desk(120, 40)
        desk.press(.character("1"))
        #expect(desk.text.contains("▲ high") && desk.text.contains("▲ critical"))
        let roles = (0..<40).flatMap { desk.frame.row($0).map(\.style.role) }
        #expect(roles.contains(.severityHigh) && roles.contains(.severityCritical))
    }
}
