import Store
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The colours of a mode over the code of a document, and where in it a token is looked at.
struct CodeShade: Equatable {
    /// What is known of one edit.
    struct Piece: Equatable {
        var sheet: TokenSheet?
        var rows: TokenRows?
        var findings: [FindingRow] = []
    }

    var mode: CodeMode
    /// By the places of the edits in their document.
    var pieces: [Int: Piece] = [:]
    /// The row of the document, and the bytes of the token that one is at.
    var row: Int?
    var token: Range<Int>?
    let clock: WallClock

    /// How a row of code looks: the style of what no token says anything of, those of its tokens, a note behind it.
    struct Look {
        var ground = Style.muted
        var tokens: [(range: Range<Int>, style: Style)] = []
        var note: Span?
    }

    /// `nil` where it looks as ever: what was taken out, and what is no code.
    func look(code: Int, place: Int, _ row: CodeRow) -> Look? {
        guard mode != .plain, row.isCode, row.kind != .removed, let piece = pieces[code] else { return nil }
        guard mode != .findings else { return look(row, piece.findings) }
        var look = Look()
        guard let sheet = piece.sheet, let rows = piece.rows else { return look }
        let tokens = rows.pieces(place)
        look.tokens = tokens.map { ($0.range, style(of: sheet.tokens[$0.token], in: sheet)) }
        look.note = note(tokens.map { sheet.tokens[$0.token] }, in: sheet)
        return look
    }

    private func look(_ row: CodeRow, _ findings: [FindingRow]) -> Look {
        guard let number = row.number else { return Look() }
        let here = findings.filter { finding in
            finding.firstLine.map { ($0...max($0, finding.lastLine ?? $0)).contains(number) } ?? false
        }
        let order = ["info", "low", "medium", "high", "critical"]
        let worst = here.max {
            (order.firstIndex(of: $0.severity) ?? 0) < (order.firstIndex(of: $1.severity) ?? 0)
        }
        guard let worst else { return Look() }
        let sign = TurnColumns.severity(worst.severity)
        return Look(
            ground: sign.style.underlined, note: Span("\(sign.text.prefix(1)) \(Visible.text(worst.rule))", sign.style))
    }

    private func style(of token: TokenSheet.Token, in sheet: TokenSheet) -> Style {
        switch mode {
        case .confidence:
            guard let logprob = token.logprob else { return .muted }
            let high = Self.probability(logprob)
            return high >= 0.9 ? Style(.confidenceHigh) : high >= 0.5 ? Style(.confidenceMedium) : CodeMode.low
        case .origin:
            switch token.origin {
            case .notRecorded: return .muted
            case .new: return Style(.originNew)
            case .copied(let source, _): return CodeMode.copied(sheet.sources[Int(source)].kind)
            }
        case .fate:
            switch token.fate {
            case .unknown: return .muted
            case .stands: return Style(.statusAccepted)
            case .changed: return Style(.statusChanged).underlined
            case .gone, .deleted, .uncommitted: return Style(.statusRejected).underlined
            }
        case .plain, .findings: return .text
        }
    }

    // MARK: In words

    /// What a row comes to, behind it.
    private func note(_ tokens: [TokenSheet.Token], in sheet: TokenSheet) -> Span? {
        switch mode {
        case .confidence:
            guard let least = tokens.compactMap(\.logprob).min() else { return nil }
            return Self.probability(least) < 0.5 ? Span("least \(Self.words(least))", .muted) : nil
        case .origin:
            for token in tokens {
                if case .copied(let source, let line) = token.origin {
                    return Span("⟵ \(Self.short(sheet.sources[Int(source)])):\(line)", .muted)
                }
            }
            return nil
        case .fate:
            for token in tokens {
                switch token.fate {
                case .changed(let change):
                    return Span("changed by \(Visible.text(sheet.changes[Int(change)].by))", .muted)
                case .deleted(let change):
                    return Span("deleted by \(Visible.text(sheet.changes[Int(change)].by))", .muted)
                default: break
                }
            }
            return tokens.contains { $0.fate == .gone || $0.fate == .uncommitted } ? Span("gone", .muted) : nil
        case .plain, .findings: return nil
        }
    }

    private static func probability(_ logprob: Float) -> Double {
        // The engine of somebody else wrote it.
        logprob.isFinite ? min(max(exp(Double(logprob)), 0), 1) : 0
    }

    /// `p .66`
    static func words(_ logprob: Float) -> String {
        let hundredths = Int((probability(logprob) * 100).rounded())
        if hundredths < 1 { return "p <.01" }
        return hundredths >= 100 ? "p 1.0" : "p .\(hundredths < 10 ? "0" : "")\(hundredths)"
    }

    private static func short(_ source: TokenSheet.Source) -> String {
        let name = source.path ?? source.title
        return Visible.text(String(name.split(separator: "/").last ?? name[...]))
    }

    /// All that is known of a token, in one line: first what the colours tell of, for the line may be cut.
    static func account(
        of token: TokenSheet.Token, in sheet: TokenSheet, _ mode: CodeMode, _ clock: WallClock
    ) -> [Span] {
        let shown = Visible.text(text(of: token, in: sheet).filter { !$0.isNewline }).trimmed
        var spans = [Span("token ", .muted), Span(shown.isEmpty ? "blank" : shown.truncated(to: 28))]
        let known = [CodeMode.confidence, .origin, .fate].filter { $0 != mode }
        for part in mode.needsTokens ? [mode] + known : known {
            spans.append(Span("  \(part.name) ", .muted))
            switch part {
            case .confidence: spans += confidence(of: token, in: sheet, isAsked: part == mode)
            case .origin: spans += origin(of: token, in: sheet)
            case .fate: spans.append(Span(fate(of: token, in: sheet, isAsked: part == mode, clock)))
            case .plain, .findings: break
            }
        }
        if mode != .confidence { spans += instead(of: token, in: sheet) }
        return spans
    }

    private static func confidence(of token: TokenSheet.Token, in sheet: TokenSheet, isAsked: Bool) -> [Span] {
        guard let logprob = token.logprob else { return [Span("not recorded")] }
        let rounded = (Double(logprob) * 100).rounded() / 100
        let spans = [Span(words(logprob)), Span(" (log \(logprob.isFinite ? "\(rounded)" : "-inf"))")]
        return isAsked ? spans + instead(of: token, in: sheet) : spans
    }

    /// ` instead of return .21, yield .03`: what else its engine thought of.
    private static func instead(of token: TokenSheet.Token, in sheet: TokenSheet) -> [Span] {
        guard let choices = token.choices else { return [] }
        let own = text(of: token, in: sheet)
        // Engines list the token that they took among those that they thought of.
        let others = sheet.choices[Int(choices)].filter { $0.text != own }.prefix(3)
        if others.isEmpty { return [] }
        let words = others.map { other in
            let shown = Visible.text(other.text.filter { !$0.isNewline }).trimmed
            return "\(shown.isEmpty ? "blank" : shown.truncated(to: 16)) \(Self.words(other.logprob).dropFirst(2))"
        }
        return [Span("  instead of ", .muted), Span(words.joined(separator: ", "))]
    }

    private static func text(of token: TokenSheet.Token, in sheet: TokenSheet) -> String {
        let utf8 = sheet.text.utf8
        let start = min(Int(token.start), utf8.count)
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        let to = utf8.index(from, offsetBy: max(min(Int(token.end), utf8.count) - start, 0))
        return String(decoding: utf8[from..<to], as: UTF8.self)
    }

    private static func origin(of token: TokenSheet.Token, in sheet: TokenSheet) -> [Span] {
        switch token.origin {
        case .notRecorded: return [Span("not recorded")]
        case .new: return [Span("new")]
        case .copied(let source, let line):
            let source = sheet.sources[Int(source)]
            return [
                Span(Visible.text(source.path ?? source.title) + ":\(line)", CodeMode.copied(source.kind)),
                Span(source.path == nil || source.title == source.path ? "" : " " + Visible.text(source.title), .muted),
            ]
        }
    }

    private static func fate(
        of token: TokenSheet.Token, in sheet: TokenSheet, isAsked: Bool, _ clock: WallClock
    ) -> String {
        switch token.fate {
        case .unknown: return (isAsked ? sheet.fateNote : nil).map { Visible.text($0) } ?? "not known"
        case .gone: return "gone, by whom is not recorded"
        case .uncommitted: return "deleted since the last commit"
        case .deleted(let change):
            let change = sheet.changes[Int(change)]
            let commit = Visible.text(String(change.edit.prefix(8)))
            return "deleted by \(Visible.text(change.by)) \(clock.fullDate(change.at)) commit:\(commit)"
        case .stands(let line, let column):
            return "stands at \(sheet.movedTo.map { Visible.text($0) + ":" } ?? "")\(line):\(column)"
        case .changed(let change):
            let change = sheet.changes[Int(change)]
            let edit = Visible.text(String(change.edit.prefix(8)))
            return "changed by \(Visible.text(change.by)) \(clock.fullDate(change.at)) edit:\(edit)"
        }
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        let front = drop { $0 == " " }
        return String(front[..<(front.lastIndex { $0 != " " }.map { front.index(after: $0) } ?? front.startIndex)])
    }
}
