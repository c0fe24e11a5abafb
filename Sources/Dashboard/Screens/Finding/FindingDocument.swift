import Flows
import Provenance
import Store
import Terminal
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A finding laid out for a width: what it is, where it stands, what was said of it, its code and tokens, the prompt, the
/// remedy, and where else the rule was broken.
struct FindingDocument: Equatable {
    private(set) var text: Document
    private let account: FindingAccount
    private let clock: WallClock
    /// Beside a list: the beginning of everything.
    private let isBrief: Bool

    private static let indent = 12
    private static let ways = ["low", "medium", "high"]

    init(_ account: FindingAccount, columns: Int, isBrief: Bool, clock: WallClock) {
        self.account = account
        self.clock = clock
        self.isBrief = isBrief
        text = Document(columns: columns)
        addHead()
        addFacts()
        addCode()
        addTokens()
        addPrompt()
        addRemedy()
        addElsewhere()
        addWitnesses()
        addHistory()
    }

    private var finding: AuditedFinding { account.detail.finding }
    private var width: Int { text.proseColumns }

    private mutating func addHead() {
        let sign = TurnColumns.severity(finding.severity.rawValue)
        let room = max(width - 2 - sign.text.displayWidth, 8)
        let title = Wrapping.lines(ofText: finding.title ?? finding.rule, columns: room, limit: 3)
        for (index, line) in title.enumerated() {
            text.append(
                .spans([
                    index == 0 ? sign : Span(String(repeating: " ", count: sign.text.displayWidth)),
                    Span("  " + line, Style(.heading)),
                ]))
        }
        if finding.message != finding.title { text.append(.prose(Visible.text(finding.message), .text)) }
        text.append(.empty)
    }

    // MARK: Facts

    private mutating func fact(_ name: String, _ words: String, _ style: Style = .text) {
        guard !words.isEmpty else { return }
        let room = max(width - Self.indent, 8)
        for (index, line) in Wrapping.lines(ofText: words, columns: room, limit: 6).enumerated() {
            text.append(
                .spans([Span((index == 0 ? name : "").padded(to: Self.indent), .muted), Span(line, style)]))
        }
    }

    private mutating func addFacts() {
        fact("rule", finding.rule)
        fact("weakness", ([finding.cwe].compactMap { $0 } + finding.owasp).joined(separator: "  "))
        addConfidence()
        let (status, style) = self.status
        fact("status", status, style)
        switch account.detail.standing {
        case .stands(let path, let line): fact("stands", shortened("\(path):\(line)"))
        case .gone: fact("stands", "no more in the file of today", .muted)
        case .unknown: fact("stands", "not known: no work tree of it is here", .muted)
        }
        if let path = finding.path {
            fact("written", shortened(path + (finding.firstLine.map { ":\($0)" } ?? "")))
        }
        fact("change", Visible.text(finding.changes.joined(separator: "  ")))
        fact("model", finding.model ?? "not recorded", finding.model == nil ? .muted : .text)
        fact("when", "\(clock.fullDate(finding.at)) \(clock.time(finding.at))")
        text.append(.empty)
    }

    /// Of a path the end tells more.
    private func shortened(_ path: String) -> String {
        Visible.text(path).truncatedAtFront(to: max(width - Self.indent, 8))
    }

    private mutating func addConfidence() {
        let confidence = finding.confidence ?? "not said"
        let styles = [Style(.confidenceLow), Style(.confidenceMedium), Style(.confidenceHigh)]
        let style = Self.ways.firstIndex(of: confidence).map { styles[$0] } ?? .muted
        var spans = [Span("confidence".padded(to: Self.indent), .muted), Span(Visible.text(confidence), style)]
        if let kind = finding.kind { spans.append(Span("  " + Visible.text(kind), .muted)) }
        text.append(.spans(spans))
    }

    /// Who says what, until when and why.
    private var status: (words: String, style: Style) {
        var words = Self.name(finding.status)
        if let gone = finding.goneAt { words += " since \(clock.fullDate(gone))" }
        if let before = finding.statusBeforeGone, before != "open" { words += ", was \(Self.name(before))" }
        if let judgement = finding.judgement {
            if judgement.status == .open { words += " again" }
            if let until = judgement.until { words += " until \(Timestamp(milliseconds: until).iso.prefix(10))" }
            if !judgement.who.isEmpty { words += ", by \(judgement.who)" }
            words += " on \(clock.fullDate(judgement.at))"
            if !judgement.reason.isEmpty { words += ": \(judgement.reason)" }
        }
        let style: Style =
            switch finding.status {
            case "open": Style(.warning)
            case "accepted", "fixed": Style(.statusAccepted)
            default: .muted
            }
        return (words, style)
    }

    private static func name(_ status: String) -> String { status == "false" ? "false positive" : status }

    // MARK: Code and tokens

    private mutating func heading(_ title: String, _ rest: String = "") {
        text.append(
            .heading([Span(title, Style(.heading)), Span(rest.isEmpty ? "" : "  " + Visible.text(rest), .muted)]))
    }

    private mutating func addCode() {
        heading("code", finding.path.map { TurnColumns.fileName($0) } ?? "")
        if account.detail.lines.isEmpty {
            let words =
                finding.editID == nil
                ? "It is of no edit that the store holds." : "Where in the edit it is is not recorded."
            text.append(.words(words, .muted))
        }
        // Many lines are one finding seldom, and then their beginning says what it is.
        let lines = FindingCode(account.detail, columns: width).lines
        for line in lines.prefix(isBrief ? 12 : 80) { text.append(.spans(line)) }
        if lines.count > (isBrief ? 12 : 80) { text.append(.words("…", .muted)) }
        text.append(.empty)
    }

    private mutating func addTokens() {
        let tokens = account.detail.tokens
        var summary = "not recorded"
        if let span = finding.tokens {
            summary = span.count == 1 ? "1 token" : "\(span.count.grouped) tokens"
            if let least = span.leastLogprob {
                summary += ", the least likely at \(Self.percent(least))"
            } else {
                summary += ", their probabilities not recorded"
            }
        }
        guard !tokens.isEmpty else { return fact("tokens", summary, finding.tokens == nil ? .muted : .text) }
        heading("tokens", summary)
        let most = isBrief ? 6 : 64
        for token in tokens.prefix(most) {
            let share = token.logprob.map(Self.percent) ?? "not recorded"
            text.append(
                .spans([
                    Span(
                        share.padded(to: token.logprob == nil ? 14 : 8, alignment: .trailing), Self.style(token.logprob)
                    ),
                    Span("  " + Visible.text(token.text)),
                ]))
        }
        if tokens.count > most { text.append(.words("and \((tokens.count - most).grouped) more", .muted)) }
        text.append(.empty)
    }

    /// `66.0 %`, of a natural logarithm.
    static func percent(_ logprob: Double) -> String {
        guard logprob.isFinite || logprob == -.infinity else { return "not recorded" }
        let thousandths = Int((min(max(exp(logprob), 0), 1) * 1000).rounded())
        return "\(thousandths / 10).\(thousandths % 10) %"
    }

    private static func style(_ logprob: Double?) -> Style {
        guard let logprob, logprob.isFinite else { return .muted }
        let share = exp(logprob)
        return share >= 0.8 ? Style(.confidenceHigh) : share >= 0.4 ? Style(.confidenceMedium) : Style(.confidenceLow)
    }

    // MARK: Where it came from, what to do

    private mutating func addPrompt() {
        heading("prompt", finding.agent ?? "")
        guard let words = finding.words, !words.isEmpty else {
            text.append(.words("not recorded", .muted))
            return text.append(.empty)
        }
        let limit = isBrief ? 4 : 40
        let lines = Wrapping.lines(ofText: words, columns: width, limit: limit + 1)
        for line in lines.prefix(limit) { text.append(.words(line, Style(.input))) }
        if lines.count > limit { text.append(.words("… Enter shows the rest", .muted)) }
        text.append(.empty)
    }

    private mutating func addRemedy() {
        guard let remedy = finding.remedy, !remedy.isEmpty else { return }
        heading("remedy")
        text.append(paragraphs: remedy)
        text.append(.empty)
    }

    private mutating func addElsewhere() {
        heading("the same rule elsewhere")
        add(account.elsewhere.ofPrompt, "from this prompt", unknown: "no prompt is recorded")
        add(account.elsewhere.ofModel, "from this model", unknown: "the model is not recorded")
        text.append(.empty)
    }

    private mutating func add(_ group: RuleElsewhere.Group?, _ whose: String, unknown: String) {
        guard let group else { return text.append(.words(unknown, .muted)) }
        guard group.count > 0 else {
            let reach = group.isCut ? " among the newest \(RuleElsewhere.reach.grouped) of each severity" : ""
            return text.append(.words("none \(whose)\(reach)", .muted))
        }
        text.append(.words("\(group.count.grouped)\(group.isCut ? " or more" : "") more \(whose)", .text))
        for place in group.places.prefix(isBrief ? 3 : group.places.count) {
            let date = clock.fullDate(place.at) + "  "
            let status = place.status == "open" ? "" : "  " + Self.name(place.status)
            let path = place.path.map { Visible.text($0) + (place.line.map { ":\($0)" } ?? "") } ?? "no file"
            let room = max(width - 2 - date.utf8.count - status.displayWidth, 8)
            text.append(
                .spans([
                    Span("  " + date, .muted), Span(path.truncatedAtFront(to: room)), Span(status, .muted),
                ]))
        }
    }

    private mutating func addWitnesses() {
        heading("seen by")
        if finding.witnesses.isEmpty { text.append(.words("not recorded", .muted)) }
        for witness in finding.witnesses {
            let version = witness.version.map { $0.isEmpty ? "" : " " + $0 } ?? ""
            text.append(
                .spans([
                    Span(Visible.text(witness.auditor + version)), Span("  " + Visible.text(witness.rule), .muted),
                ]))
            if witness.message != finding.message, !isBrief {
                text.append(.prose("  " + Visible.text(witness.message), .muted))
            }
        }
        text.append(.empty)
    }

    private mutating func addHistory() {
        let detail = account.detail
        if detail.drafts.count > 1 {
            fact(
                "drafts",
                "\(detail.drafts.count.grouped) edits wrote it, the first on \(clock.fullDate(detail.drafts[0].at))")
        }
        guard !detail.judgements.isEmpty, !isBrief else { return }
        heading("said of it")
        for word in detail.judgements {
            let until = word.until.map { " until \(Timestamp(milliseconds: $0).iso.prefix(10))" } ?? ""
            text.append(
                .prose(
                    Visible.text(
                        "\(clock.fullDate(word.at))  \(Self.name(word.status.rawValue))\(until)  \(word.who)  \(word.reason)"
                    ), .text))
        }
    }
}
