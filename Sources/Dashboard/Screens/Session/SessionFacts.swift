import Provenance
import Store
import Terminal
import Text

/// What is known of a session, in a few lines: who answered, where, when, how much.
enum SessionFacts {
    static func lines(of detail: SessionDetail, clock: WallClock, now: Int64) -> [[Span]] {
        let session = detail.session
        let models = detail.models.map { TurnColumns.short($0) }.joined(separator: ", ")
        var who = [Span(joined([session.agent, session.agentVersion]), Style(.heading))]
        who.append(models.isEmpty ? Span("  model not recorded", .muted) : Span("  " + Visible.text(models)))
        let place = joined([session.repository, session.branch.map { "@ " + $0 }], by: " ")
        who.append(Span("  " + (place.isEmpty ? joined([session.directory]) : place), .muted))

        let amounts = [count(session.turns, "turn"), count(detail.edits, "edit")].joined(separator: "  ")
        let rest = [times(of: session, clock, now: now), tokens(of: detail)].joined(separator: "  ")
        return [who, [Span(amounts), Span("  " + rest, .muted)]] + more(of: detail)
    }

    /// How many lines there are.
    static func count(of detail: SessionDetail) -> Int { more(of: detail).isEmpty ? 2 : 3 }

    private static func more(of detail: SessionDetail) -> [[Span]] {
        var words: [String] = []
        if let title = detail.session.title, !title.isEmpty { words.append(Visible.text(title)) }
        if let parent = detail.parent {
            let relation = detail.session.makerID.hasPrefix(Session.passed) ? "as it passed, of" : "goes on from"
            words.append("\(relation) session \(Visible.text(String(parent.prefix(12))))")
        }
        return words.isEmpty ? [] : [[Span(words.joined(separator: "  "), .muted)]]
    }

    private static func times(of session: SessionRow, _ clock: WallClock, now: Int64) -> String {
        guard let began = session.startedAt, began > 0 else { return "when it began is not recorded" }
        let start = clock.moment(began, now: now)
        guard let end = session.endedAt, end > began else { return start }
        let isOneDay = clock.day(end) == clock.day(began)
        let last = (isOneDay ? "" : clock.dayName(end, now: now) + " ") + clock.time(end)
        return "\(start) – \(last), \(WallClock.words(ofSpan: end.subtracting(began)))"
    }

    private static func tokens(of detail: SessionDetail) -> String {
        let parts = [
            detail.inputTokens.map { "\($0.grouped) in" }, detail.cacheReadTokens.map { "(\($0.grouped) cached)" },
            detail.outputTokens.map { "\($0.grouped) out" },
        ].compactMap { $0 }
        return parts.isEmpty ? "tokens not recorded" : parts.joined(separator: " ")
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number.grouped) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func joined(_ parts: [String?], by separator: String = " ") -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.map { Visible.text($0) }.joined(separator: separator)
    }
}
