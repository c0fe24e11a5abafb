import Store
import Terminal
import Text

/// What is known of a turn, as names and words: who answered, when, at what cost, where.
enum TurnFacts {
    struct Fact: Equatable {
        var name: String
        var words: String
        var style = Style.text
    }

    static func facts(of detail: TurnDetail, clock: WallClock) -> [Fact] {
        let turn = detail.turn
        let session = detail.session
        var facts = [
            Fact(
                name: "model", words: models(of: detail) ?? "not recorded",
                style: models(of: detail) == nil ? .muted : .text),
            Fact(name: "agent", words: joined([session.agent, session.agentVersion])),
            Fact(name: "when", words: times(of: turn, clock)),
            tokens(of: turn),
            Fact(name: "became", words: joined([turn.status, turn.change]), style: TurnColumns.status(turn.status)),
            Fact(name: "session", words: joined([String(session.uid.prefix(12)), session.title])),
        ]
        let place = joined([session.repository, turn.branch ?? session.branch, session.directory])
        if !place.isEmpty { facts.append(Fact(name: "in", words: place)) }
        return facts
    }

    /// All models that answered, the first first.
    private static func models(of detail: TurnDetail) -> String? {
        var models: [String] = []
        for model in detail.answers.compactMap(\.generation.model) + [detail.turn.model].compactMap({ $0 })
        where !models.contains(model) {
            models.append(model)
        }
        return models.isEmpty ? nil : Visible.text(models.joined(separator: ", "))
    }

    private static func times(of turn: TurnRow, _ clock: WallClock) -> String {
        let span = WallClock.words(ofSpan: turn.endedAt.subtracting(turn.at))
        let start = "\(clock.fullDate(turn.at)) \(clock.clock(turn.at))"
        let count = turn.generations > 1 ? ", \(turn.generations.grouped) generations" : ""
        return start + (span.isEmpty ? "" : ", took \(span)") + count
    }

    /// `18,204 in, 16,900 of the cache, 1,412 out`; what was not recorded is not made a zero.
    private static func tokens(of turn: TurnRow) -> Fact {
        let parts = [
            turn.inputTokens.map { "\($0.grouped) in" }, turn.cacheReadTokens.map { "\($0.grouped) from the cache" },
            turn.cacheWriteTokens.map { "\($0.grouped) into it" }, turn.outputTokens.map { "\($0.grouped) out" },
        ].compactMap { $0 }
        return parts.isEmpty
            ? Fact(name: "tokens", words: "not recorded", style: .muted)
            : Fact(name: "tokens", words: parts.joined(separator: ", "))
    }

    private static func joined(_ parts: [String?]) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.map { Visible.text($0) }.joined(separator: "  ")
    }
}
