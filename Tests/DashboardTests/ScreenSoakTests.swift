import Foundation
import Store
import Terminal
import Testing

@testable import Dashboard

/// Whatever is pressed, pasted, clicked and resized, on every screen: no crash, whole frames, no question left open.
///
/// `make soak SUITE=DashboardTests.ScreenSoakTests` goes on for an hour, or `COLOPHON_SOAK_MINUTES`; a failure names the
/// seed, which `COLOPHON_SEED` repeats.
@Suite struct ScreenSoakTests {
    private static let world = ProcessInfo.processInfo.environment
    private static let minutes =
        world["COLOPHON_SOAK"] == nil ? nil : world["COLOPHON_SOAK_MINUTES"].flatMap { Double($0) } ?? 60

    @Test(arguments: [false, true]) func `random hands on every screen`(isPlain: Bool) {
        var reached: [String: Int] = [:]
        if let seed = Self.world["COLOPHON_SEED"].flatMap({ UInt64($0) }) {
            _ = play(seed, isPlain: isPlain, &reached)
            return
        }
        guard let minutes = Self.minutes else {
            // Some places are seldom come to: a few games more where these did not lead to all of them.
            for seed in 1...12 as ClosedRange<UInt64> {
                if seed > 3, Self.places.allSatisfy({ reached[$0, default: 0] > 0 }) { break }
                if !play(seed, isPlain: isPlain, &reached) { return }
            }
            // What nobody comes to is not tested.
            for place in Self.places { #expect(reached[place, default: 0] > 0, "\(place) was never come to") }
            return
        }
        // Both kinds run at once, or one after the other: together they take as long as was asked.
        let end = Date(timeIntervalSinceNow: minutes * 30)
        var seed: UInt64 = 1000
        while Date() < end {
            guard play(seed, isPlain: isPlain, &reached) else { return }
            seed += 1
        }
        print("\(seed - 1000) games of up to \(Self.steps) steps\(isPlain ? ", in words" : "")")
        for (place, count) in reached.sorted(by: { $0.value > $1.value }) { print("\(count)  \(place)") }
    }

    private static let places = [
        "overview", "list", "turn", "session", "compare", "help", "palette", "theme", "filter line", "search line",
        "question", "menu", "trace line", "alert", "story", "finding", "provenance", "path", "tree", "context",
    ]

    /// Where a step has led to.
    private static func note(_ state: DashboardState, _ reached: inout [String: Int]) {
        let place =
            switch state.screens.top {
            case is OverviewScreen: "overview"
            case is ListScreen: "list"
            case is TurnScreen: "turn"
            case is SessionScreen: "session"
            case is CompareScreen: "compare"
            case is HelpScreen: "help"
            case is AlertScreen: "alert"
            case is FindingScreen: "finding"
            case is ProvenanceScreen: "provenance"
            case is ContextScreen: "context"
            default: state.screens.top.name
            }
        reached[place, default: 0] += 1
        if let palette = state.palette {
            reached["palette", default: 0] += 1
            if palette.text.hasPrefix("theme ") { reached["theme", default: 0] += 1 }
        }
        if state.filterLine != nil { reached["filter line", default: 0] += 1 }
        if state.searchLine != nil { reached["search line", default: 0] += 1 }
        if state.question != nil { reached["question", default: 0] += 1 }
        if state.traceLine != nil { reached["trace line", default: 0] += 1 }
        if (state.screens.top as? ProvenanceScreen)?.crumb != nil { reached["path", default: 0] += 1 }
        if state.menu != nil { reached["menu", default: 0] += 1 }
    }

    private static let steps = 1500

    /// - Returns: whether nothing was wrong.
    private func play(_ seed: UInt64, isPlain: Bool, _ reached: inout [String: Int]) -> Bool {
        var random = PropertyTests.Random(state: seed)
        var desk = OverviewTests.desk(80, 24, isPlain: isPlain)
        desk.targets = PaletteTargets(
            views: [SavedView(name: "mine", subject: .openFindings, filter: "sev:high")],
            sessions: [PaletteTargets.Session(uid: "s1", words: "Refunds  shop")], files: ["src/pay/refund.py"])
        desk.stored = [.model: ["opus-4.5", "gpt \"5\""], .file: ["src/pay/refund.py", "退款.py"]]
        desk.plan.counts = [ForgetPlan.Count(kind: "turn", number: 1)]
        desk.alerts = [Samples.alert]
        desk.accounts = [1: Samples.account(of: desk.findings[0])]
        desk.alertsOfTurns = [12: 5]
        desk.failures = [Samples.tracedAlert, Samples.alarm]
        desk.send(.themes(ThemeOffer(names: ["auto", "dark", "退款"], own: ["退款"], worn: "dark")))
        for (place, row) in desk.turns.enumerated() where row.edits > 0 && place % 2 == 0 {
            desk.details[row.id] = Self.long(Samples.detail(of: row))
        }
        desk.turns += Samples.many(400).map { row in
            var row = row
            row.id += 1_000_000
            row.at -= 500 * Samples.day
            return row
        }
        desk.answers = false
        var newest: Int64 = 10_000_000
        for step in 0..<Self.steps {
            turn(&desk, &newest, &random)
            while !desk.open.isEmpty, Int.random(in: 0..<3, using: &random) > 0 {
                if let answer = desk.answer(desk.open.removeFirst()) { desk.send(.answer(answer)) }
            }
            // The palette knows the way out, too.
            if desk.state.ended { return true }
            Self.note(desk.state, &reached)
            if let words = Self.brokenness(of: desk.frame, desk.state.size) { return fail(seed, step, words) }
            if let list = desk.state.screens.top as? ListScreen, !list.rows.isEmpty,
                !list.rows.indices.contains(list.selected.row) || list.rows.count > 2000
            {
                return fail(seed, step, "row \(list.selected) of \(list.rows.count) is selected")
            }
        }
        desk.answerAll()
        let hasQuestion = desk.open.contains { desk.answer($0) != nil }
        if hasQuestion || desk.state.screens.top.isSearching { return fail(seed, Self.steps, "a question stays open") }
        return true
    }

    private static let keys = KeyTable.standard.flatMap(\.keys).filter {
        $0 != .character("q") && $0 != .character("Q")
    }

    /// Code of many lines, some of them long, some wide, some not to be printed.
    private static func long(_ detail: TurnDetail) -> TurnDetail {
        var detail = detail
        for answer in detail.answers.indices {
            for edit in detail.answers[answer].edits.indices {
                let lines = (0..<60).map { line in
                    [
                        "", "\tlet a = \"退款\(line)\" // e\u{301}", String(repeating: "👩‍👩‍👧 x ", count: line),
                        "\u{1B}[2J\u{7}",
                    ][line % 4]
                }
                detail.answers[answer].edits[edit].patch = nil
                detail.answers[answer].edits[edit].before = lines.reversed().joined(separator: "\n")
                detail.answers[answer].edits[edit].after = lines.joined(separator: edit % 2 == 0 ? "\n" : "\r\n")
            }
        }
        return detail
    }

    /// What leads to places that are seldom come to by chance; ↵ is Enter, ⎋ Esc, ⇥ Tab, ↓ and ↑ themselves.
    private static let ways = [
        // compared
        "1g j =", "1gj ↓ =", "0↵=}=", "0↵=}=d/a↵n", "1j↵=}}=dwLLH",
        // code
        "1↵dw/a↵nnNN", "1g↵/退↵n⎋", "1↵}}vjjY", "0j↵ddwL/x", "1↵⇥GvgY⎋⎋", "s↵dw",
        // commands
        ":theme ↓↓", ":theme d↵", ":theme ↓⎋", ":sort risk↵", ":sort -when↵", ":view mine↵", ":forget↵y", ":forget↵n",
        "1g:forget↵", "1j:forget↵n",
        ":save x y↵", ":delete-view mine↵", ":refund↵", ":filter refund↵", ":session↓↓↵", ":comp⇥", ":↑↑↵",
        // lines
        "/model:⇥⇥↵", "/file:~r⇥↵⎋", "/(se", "/↑↑↵", "/risk:>=hi⇥ -mod⇥⎋", "yl", "yy", "xc", "x⎋", "b", "bb", "ff",
        // findings
        "2↵jj/s↵", "2↵↵b", "2 :accept test data until 2027-01-01↵", "2ooo", "2vOGg", "2:reopen↵↵", "0⇥↵",
        // alerts
        "5↵S", "5↵jkS/su↵ny", "5t", "t⎋", "tsrc/pay/refund.py:12↵", "5↵r↵b", "1gt",
        // colours of code
        "1g↵}m", "1g↵mmjllh↵", "1g↵mmmj/k↵", "1g↵mmmmj↵", "1g↵dmmjlll3",
        // provenance
        "13", "13lljlh", "5↵3hhhhh.b'S", ":provenance alert:a5↵hhhT", ":provenance generation:g12↵Tjj↵bb",
        ":provenance edit:e12↵hTGk↵", ":provenance turn:u12↵ll⇥hj↵bf", ":provenance alert:a5↵hhhh⇥",
        ":provenance edit:e12↵hh⇥hhjl",
        ":provenance segment:c1↵i/line↵nb", ":provenance generation:g12↵hjji", ":provenance segment:c1↵ljjbi",
        ":provenance generation:g12↵h/r↵nN",
        ":provenance repository:github.com/mia/shop↵lGGk",
    ]

    private static let traces = [
        "Traceback (most recent call last):\n  File \"/srv/src/pay/refund.py\", line 88, in refund\nOperationalError: 1\n",
        "at refund (src/pay/refund.py:12:3)\n\tat main (退款.py:1:1)", "panic: 退款.py:7\n\ngoroutine 1 [running]:\n",
    ]

    private static func keys(_ way: String) -> [Key] {
        let named: [Character: Key] = ["↵": .enter, "⎋": .escape, "⇥": .tab, "↓": .down, "↑": .up]
        return way.map { named[$0] ?? .character($0) }
    }

    private func turn(_ desk: inout Desk, _ newest: inout Int64, _ random: inout PropertyTests.Random) {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<4:
            let isSmall = Bool.random(using: &random)
            desk.send(
                .resize(
                    Size(
                        columns: .random(in: isSmall ? 0...60 : 40...220, using: &random),
                        rows: .random(in: isSmall ? 0...14 : 10...70, using: &random))))
        case 4..<7:
            newest += 1
            desk.turns.insert(Samples.turn(newest, at: Samples.now + newest, "退款 👩‍👩‍👧 new", path: "n.py"), at: 0)
            desk.send(.storeChanged)
        case 7:
            desk.turns.removeSubrange(0..<min(Int.random(in: 0...4, using: &random), desk.turns.count))
            desk.send(.storeChanged)
        case 8..<16:
            let place = Position(
                row: .random(in: -2...72, using: &random), column: .random(in: -2...222, using: &random))
            let actions: [MouseEvent.Action] = [.press(.left), .wheelDown, .wheelUp, .release(.left), .press(.right)]
            desk.send(.mouse(MouseEvent(actions.randomElement(using: &random) ?? .wheelUp, at: place)))
        case 16..<18: desk.send(.paste("shop \u{1B}[31m 退款 e\u{301}\n🇯🇵\tfile:~a"))
        case 18:
            if case .loadPage(let request)? = desk.open.last {
                desk.open.removeLast()
                desk.send(.answer(.failed(ticket: request.ticket, "failed")))
            }
        // Some screens are seldom come to by chance.
        case 19..<25:
            desk.press(.character(["0", "1", "2", "3", "4", "5", "s", "?"].randomElement(using: &random) ?? "0"))
        case 25..<30: desk.press(.enter)
        case 30..<38:
            // Mostly with what was asked for on the way.
            for key in Self.keys(Self.ways.randomElement(using: &random) ?? "") {
                desk.press(key)
                while !desk.open.isEmpty, Int.random(in: 0..<8, using: &random) > 0 {
                    if let answer = desk.answer(desk.open.removeFirst()) { desk.send(.answer(answer)) }
                }
            }
        case 38..<40:
            if Bool.random(using: &random) { desk.press(.escape, .character("1")) }
            desk.send(.paste(Self.traces.randomElement(using: &random) ?? ""))
            if Bool.random(using: &random) {
                while !desk.open.isEmpty {
                    if let answer = desk.answer(desk.open.removeFirst()) { desk.send(.answer(answer)) }
                }
            }
        default: desk.press(Self.keys.randomElement(using: &random) ?? .up)
        }
    }

    /// Of another size than the terminal's, or with half of a wide character.
    private static func brokenness(of frame: Frame, _ size: Size) -> String? {
        guard frame.size == size else { return "the frame is \(frame.size), the terminal \(size)" }
        for row in 0..<size.rows {
            var expected: UInt8?
            for cell in frame.row(row) {
                if cell.width == 0, expected != 2 || cell.base != " " { return "half of a character in row \(row)" }
                if cell.width != 0, expected == 2 { return "half of a character in row \(row)" }
                expected = cell.width
                if cell.width > 0, cell.base.value < 0x20 || (0x7F..<0xA0).contains(cell.base.value) {
                    return "a control character in row \(row)"
                }
            }
            if expected == 2 { return "half of a character at the end of row \(row)" }
        }
        if let cursor = frame.cursor, size.rows > 0, size.columns > 0, frame[cursor.row, cursor.column] == nil {
            return "the cursor is at \(cursor), outside of \(size)"
        }
        return nil
    }

    private func fail(_ seed: UInt64, _ step: Int, _ words: String) -> Bool {
        Issue.record("seed \(seed), step \(step): \(words)")
        return false
    }
}
