import Dashboard
import Foundation
import Store
import Terminal
import Testing

/// Whatever is pressed, pasted, clicked and resized, on every screen: no crash, whole frames, no question left open.
///
/// `make soak SUITE=DashboardTests.ScreenSoakTests` goes on for an hour, or `COLOPHON_SOAK_MINUTES`; a failure names the
/// seed, which `COLOPHON_SEED` repeats.
@Suite struct ScreenSoakTests {
    private static let world = ProcessInfo.processInfo.environment
    private static let minutes =
        world["COLOPHON_SOAK"] == nil ? nil : world["COLOPHON_SOAK_MINUTES"].flatMap { Double($0) } ?? 60

    @Test(arguments: [false, true]) func `random hands on every screen`(isPlain: Bool) {
        if let seed = Self.world["COLOPHON_SEED"].flatMap({ UInt64($0) }) {
            _ = play(seed, isPlain: isPlain)
            return
        }
        guard let minutes = Self.minutes else {
            for seed in 1...2 as ClosedRange<UInt64> { if !play(seed, isPlain: isPlain) { return } }
            return
        }
        // Both kinds run at once, or one after the other: together they take as long as was asked.
        let end = Date(timeIntervalSinceNow: minutes * 30)
        var seed: UInt64 = 1000
        while Date() < end {
            guard play(seed, isPlain: isPlain) else { return }
            seed += 1
        }
        print("\(seed - 1000) games of \(Self.steps) steps\(isPlain ? ", in words" : "")")
    }

    private static let steps = 1500

    /// - Returns: whether nothing was wrong.
    private func play(_ seed: UInt64, isPlain: Bool) -> Bool {
        var random = PropertyTests.Random(state: seed)
        var desk = OverviewTests.desk(80, 24, isPlain: isPlain)
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
