import Text

/// The words in which stories are told: of failures, and of any record.
struct StoryWords {
    /// Unix milliseconds: what ages are counted to.
    let now: Int64
    let clock: TimeZoneClock

    /// `3 hours`, how long something was before.
    func age(_ at: Int64) -> String {
        let minutes = max(0, now - at) / 60_000
        return switch minutes {
        case ..<120: Self.count(Int(minutes), "minute")
        case ..<2880: Self.count(Int(minutes / 60), "hour")
        default: Self.count(Int(minutes / 1440), "day")
        }
    }

    /// `2026-11-22 12:41`
    func moment(_ milliseconds: Int64) -> String {
        let parts = clock.parts(of: Timestamp(milliseconds: milliseconds))
        return "\(parts.date) \(parts.time)"
    }

    static func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    static func quoted(_ prompt: String) -> String {
        let line = firstLine(prompt)
        return "\"\(line.count > 120 ? String(line.prefix(119)) + "…" : line)\""
    }

    static func firstLine(_ text: String) -> String {
        plain(String(text.split(whereSeparator: \.isNewline).first ?? ""))
    }

    /// Nothing that a terminal obeys.
    static func plain(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Visible.text(String($0)) }.joined(
            separator: "\n")
    }

    /// The first lines of a text as a quotation of Markdown.
    static func quotation(_ text: String) -> String {
        plain(text).split(separator: "\n").prefix(12).map { "> \($0)" }.joined(separator: "\n")
    }
}
