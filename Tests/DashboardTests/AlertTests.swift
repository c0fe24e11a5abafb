import Flows
import Store
import Synchronization
import Terminal
import Testing
import Text

@testable import Dashboard

/// Where a failure comes from, as one sees it.
@Suite struct AlertTests {
    /// Enter on an alert of the list.
    static func opened(_ columns: Int = 120, _ rows: Int = 40) -> Desk {
        var desk = Desk(columns, rows)
        desk.alerts = [Samples.alert]
        desk.press(.character("5"), .enter)
        return desk
    }

    private func screen(_ desk: Desk) -> AlertScreen? { desk.state.screens.top as? AlertScreen }

    // MARK: Screens

    @Test(arguments: ScreenTests.sizes) func `an alert that is traced`(size: [Int]) throws {
        try ScreenTests().expect(Self.opened(size[0], size[1]), "alert", size)
    }

    @Test(arguments: ScreenTests.sizes) func `what is kept of an alert, while the rest is looked up`(size: [Int]) throws
    {
        var desk = Desk(size[0], size[1])
        desk.alerts = [Samples.alert]
        desk.press(.character("5"))
        desk.answers = false
        desk.press(.enter)
        answer(&desk) { if case .loadAlert = $0 { true } else { false } }
        try ScreenTests().expect(desk, "alert-kept", size)
    }

    @Test(arguments: ScreenTests.sizes) func `a frame without a record`(size: [Int]) throws {
        var desk = Self.opened(size[0], size[1])
        desk.press(.character("j"))
        try ScreenTests().expect(desk, "alert-unknown", size)
    }

    @Test(arguments: ScreenTests.sizes) func `an alarm that names no place`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.alerts = [AlertRow(id: 6, uid: "a6", at: Samples.now, title: "p99 of /refund above 2 s")]
        desk.press(.character("5"), .enter)
        try ScreenTests().expect(desk, "alarm", size)
    }

    @Test(arguments: ScreenTests.sizes) func `the story of an alert`(size: [Int]) throws {
        var desk = Self.opened(size[0], size[1])
        desk.press(.character("S"))
        try ScreenTests().expect(desk, "story", size)
    }

    @Test(arguments: ScreenTests.sizes) func `the line to paste a trace into`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("5"), .character("t"))
        try ScreenTests().expect(desk, "paste", size)
    }

    // MARK: What is asked of it

    @Test func `what is kept shows at once, and is asked anew in the background`() {
        var desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        desk.press(.character("5"))
        desk.answers = false
        desk.press(.enter)
        #expect(desk.open.contains { if case .loadAlert = $0 { true } else { false } })
        #expect(!desk.open.contains { if case .trace = $0 { true } else { false } })
        answer(&desk) { if case .loadAlert = $0 { true } else { false } }
        #expect(desk.text.contains("src/pay/refund.py:88") && desk.text.contains("Refunds must be idempotent"))
        #expect(desk.text.contains("looking up who wrote the lines") && desk.firstLine.contains("searching"))
        // Nobody waits for it.
        desk.press(.character("j"))
        #expect(screen(desk)?.selected == 1)
        answer(&desk) { if case .trace = $0 { true } else { false } }
        #expect(desk.text.contains("live since 2026-11-22 13:40") && screen(desk)?.selected == 1)
        #expect(desk.traces.map(\.subject) == [.alert(5)])
    }

    @Test func `a change of the store brings back nothing less than was found out`() {
        var desk = Self.opened()
        desk.send(.storeChanged)
        #expect(desk.text.contains("live since") && desk.traces.count == 1)
        desk.press(.character("t"))
        #expect(desk.traces.count == 2)
    }

    @Test func `what is kept comes too late where it was traced already`() {
        var desk = Desk(120, 40)
        desk.alertsOfTurns = [12: 5]
        desk.answers = false
        desk.press(.character("t"))
        answer(&desk) { if case .loadAlert = $0 { true } else { false } }
        answer(&desk) { if case .trace = $0 { true } else { false } }
        #expect(screen(desk)?.page == Samples.tracedAlert)
        answer(&desk) { if case .loadAlert = $0 { true } else { false } }
        #expect(screen(desk)?.page == Samples.tracedAlert)
    }

    @Test func `Enter opens the prompt at the edit that wrote the line, and back leads to the alert`() throws {
        var desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        // Not the first edit of its turn.
        desk.tracedAlerts[5]?.leads[0].edit = 121
        desk.press(.character("5"), .enter, .enter)
        let turn = try #require(desk.state.screens.top as? TurnScreen)
        #expect(turn.id == 12 && turn.piece?.edit == 121)
        desk.press(.character("b"))
        #expect(screen(desk) != nil)
        desk.press(.character("j"), .enter)
        #expect(desk.text.contains("No prompt is recorded for this line."))
        desk.press(.character("b"), .character("b"))
        #expect(desk.state.screens.depth == 0)
    }

    @Test func `the story is shown as Markdown and copied whole`() {
        var desk = Self.opened()
        desk.press(.character("S"), .character("y"))
        #expect(desk.text.contains("## sqlite3.OperationalError"))
        #expect(desk.unanswered.contains(.copy(.story, Samples.tracedAlert.story ?? "")))
        desk.press(.character("v"))
        #expect(desk.state.actions.contains(.copySelection) && !desk.state.actions.contains(.copyStory))
    }

    @Test func `the editor opens at the frame, not at the edit`() {
        var desk = Self.opened()
        desk.press(.character("j"), .character("e"))
        #expect(
            desk.unanswered.contains(
                .loadFramePlace(
                    FramePlaceRequest(
                        root: "/home/mia/shop", path: "src/web/router.py", line: 212,
                        words: "        return handler(request)"))))
    }

    @Test func `the radius is asked for where it is not told yet`() {
        var desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        var narrow = Samples.tracedAlert
        narrow.leads[0].facts.removeAll { $0.name == "Radius" || $0.name == "Revert" }
        narrow.leads[0].isWide = false
        desk.tracedAlerts[5] = narrow
        desk.press(.character("5"), .enter)
        #expect(desk.text.contains("r looks for it"))
        desk.tracedAlerts[5] = Samples.tracedAlert
        desk.press(.character("r"))
        #expect(desk.traces.map(\.isWide) == [false, true])
        #expect(desk.text.contains("99 lines of this prompt alive"))
        desk.press(.character("r"))
        #expect(desk.traces.count == 2)
    }

    @Test func `a long story of a suspect is moved, and a frame brings back its beginning`() {
        var desk = Self.opened(60, 14)
        let before = desk.text
        desk.press(.pageDown)
        #expect(desk.text != before)
        desk.press(.character("j"), .character("k"))
        #expect(desk.text == before)
    }

    @Test func `why the lines are read at a commit is told in full where there is room`() {
        var desk = Desk(80, 30)
        desk.alerts = [Samples.alert]
        desk.tracedAlerts[5]?.revision =
            "Lines are read at 9f31c2a4, the last commit before the failure (2026-11-22 13:40): nothing says what was "
            + "running, --rev names it."
        desk.press(.character("5"), .enter)
        #expect(desk.text.contains("nothing says what was running"))
        #expect(desk.text.contains("Radius"))
    }

    @Test func `an alert that is gone, and one that could not be traced, say so`() {
        var desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        desk.keptAlerts = [:]
        desk.press(.character("5"), .enter)
        #expect(desk.text.contains("This alert is no longer in the store."))

        desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        desk.press(.character("5"))
        desk.answers = false
        desk.press(.enter)
        answer(&desk) { if case .loadAlert = $0 { true } else { false } }
        guard case .trace(let request)? = desk.open.first(where: { if case .trace = $0 { true } else { false } }) else {
            Issue.record("nothing was traced")
            return
        }
        desk.open = []
        desk.send(.answer(.failed(ticket: request.ticket, "git is not here.")))
        #expect(desk.text.contains("git is not here.") && desk.text.contains("t traces the alert"))
        #expect(desk.open.isEmpty)
    }

    // MARK: How one comes to it

    @Test func `t leads from a turn to the alert whose line it wrote, and elsewhere asks for one`() {
        var desk = Desk(120, 40)
        desk.alertsOfTurns = [12: 5]
        desk.press(.character("t"))
        #expect(screen(desk)?.page == Samples.tracedAlert)
        desk.press(.character("b"), .character("j"), .character("t"))
        #expect(desk.text.contains("paste a stack trace") && desk.text.contains("No alert is linked"))
        desk.press(.escape)
        #expect(!desk.text.contains("paste a stack trace"))
    }

    @Test func `t on an alert of the list traces it`() {
        var desk = Desk(120, 40)
        desk.alerts = [Samples.alert]
        desk.press(.character("5"), .character("t"))
        #expect(screen(desk)?.page == Samples.tracedAlert)
    }

    @Test(arguments: ["", "/", ":", "5", "t", "\r", "\r/"])
    func `a pasted trace opens wherever one is`(keys: String) {
        var desk = Desk(120, 40)
        for key in keys { desk.press(key == "\r" ? .enter : .character(key)) }
        desk.send(.paste(Samples.trace))
        #expect(screen(desk)?.page == Samples.tracedAlert)
        #expect(desk.traces.map(\.subject) == [.text(Samples.trace)])
        #expect(desk.state.filterLine == nil && desk.state.palette == nil && desk.state.searchLine == nil)
        desk.press(.character("b"))
        #expect(!desk.lastLine.contains("apply"))
    }

    @Test func `before it is traced a pasted trace shows what it says itself`() {
        var desk = Desk(120, 40)
        desk.answers = false
        desk.send(.paste(Samples.trace))
        answer(&desk) { if case .glance = $0 { true } else { false } }
        #expect(desk.text.contains("src/pay/refund.py:88"))
        #expect(desk.text.contains("OperationalError: near \"1\": syntax error"))
        #expect(desk.text.contains("Looking up who wrote the lines"))
    }

    @Test func `of several failures the first is shown with their number`() {
        var desk = Desk(120, 40)
        desk.failures = [Samples.tracedAlert, Samples.alarm]
        desk.send(.paste(Samples.trace + "\n" + Samples.trace.replacing("refund", with: "charge")))
        #expect(desk.lastLine.contains("failure 1 of 2"))
        desk.press(.character("}"))
        #expect(desk.lastLine.contains("failure 2 of 2") && desk.text.contains("p99 of /refund"))
        desk.press(.character("}"), .character("{"))
        #expect(desk.lastLine.contains("failure 1 of 2"))
    }

    @Test func `text that tells of no failure stays what it was`() {
        var desk = Desk(120, 40)
        desk.send(.paste("two lines\nof words at 12:41"))
        #expect(screen(desk) == nil && desk.text.contains("Nothing here takes pasted text"))
        desk.press(.character("/"))
        desk.send(.paste("two\nwords"))
        #expect(desk.state.filterLine?.text == "two words")
        desk.press(.escape, .character("5"), .character("t"))
        desk.type("no failure")
        desk.press(.enter)
        #expect(desk.text.contains("This names no failure"))
    }

    @Test func `a link opens at the alert`() {
        var state = DashboardState(size: Size(columns: 120, rows: 40), clock: .utc)
        state.open(.alert(id: 5, title: "checkout-500"))
        let effects = Dashboard.update(&state, .resize(Size(columns: 120, rows: 40)))
        #expect(
            effects.contains { if case .loadAlert(let request) = $0 { request.subject == .alert(5) } else { false } })
    }

    @Test func `who was superseded asks again`() {
        var desk = Self.opened()
        desk.answers = false
        desk.press(.character("t"))
        guard case .trace(let request)? = desk.open.last else {
            Issue.record("nothing was traced")
            return
        }
        desk.open = []
        desk.send(.answer(.superseded(ticket: request.ticket)))
        #expect(desk.open.contains { if case .trace = $0 { true } else { false } })
    }

    /// What a worker did, seen from its threads.
    private final class Record: Sendable {
        let begun = Mutex<[Int]>([])
        let answers = Mutex<[Answer]>([])
        let isOpen = Mutex(false)
    }

    @Test func `of traces that wait the last one counts, and who asked for another is told`() {
        let record = Record()
        let worker = TraceWorker { request in
            record.begun.withLock { $0.append(request.ticket) }
            while request.ticket == 1, !record.isOpen.withLock({ $0 }) {}
            return []
        } post: { answer in
            record.answers.withLock { $0.append(answer) }
        }
        worker.ask(TraceRequest(ticket: 1, subject: .alert(1)))
        while record.begun.withLock({ $0.isEmpty }) {}
        worker.ask(TraceRequest(ticket: 2, subject: .alert(2)))
        worker.ask(TraceRequest(ticket: 3, subject: .alert(3)))
        record.isOpen.withLock { $0 = true }
        while record.answers.withLock({ $0.count < 3 }) {}
        #expect(record.begun.withLock { $0 } == [1, 3])
        #expect(record.answers.withLock { $0.contains(.superseded(ticket: 2)) })
    }

    private func answer(_ desk: inout Desk, _ isMeant: (DashboardEffect) -> Bool) {
        guard let index = desk.open.firstIndex(where: isMeant) else { return }
        if let answer = desk.answer(desk.open.remove(at: index)) { desk.send(.answer(answer)) }
    }
}
