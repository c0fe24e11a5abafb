import Provenance
package import Store

/// A finding with its code, the model's tokens under it, who saw it and what was said of it.
package struct FindingDetail: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// In the file as the edit left it, from 1; `nil` where that is not known.
        package var number: Int?
        package var text: String
        /// Bytes of the line that the finding is about.
        package var marked: Range<Int>?

        package init(number: Int? = nil, text: String, marked: Range<Int>? = nil) {
            self.number = number
            self.text = text
            self.marked = marked
        }
    }

    package struct Token: Equatable, Sendable {
        package var text: String
        /// Natural logarithm; `nil` where the engine gave none.
        package var logprob: Double?

        package init(text: String, logprob: Double? = nil) {
            self.text = text
            self.logprob = logprob
        }
    }

    package var finding: AuditedFinding
    /// The lines of the edit around it; empty where the code is not in the store.
    package var lines: [Line] = []
    /// Empty where they are not recorded.
    package var tokens: [Token] = []
    package var judgements: [FindingJudgement] = []
    /// The edits that wrote it, by uid and time, the oldest first.
    package var drafts: [(edit: String, at: Int64)] = []
    package var standing: StandingSearch.Answer = .unknown

    package init(finding: AuditedFinding) { self.finding = finding }

    package static func == (left: FindingDetail, right: FindingDetail) -> Bool {
        left.finding == right.finding && left.lines == right.lines && left.tokens == right.tokens
            && left.judgements == right.judgements && left.standing == right.standing
            && left.drafts.elementsEqual(right.drafts, by: ==)
    }
}

extension FindingDetail {
    private static let around = 3

    /// `nil` where it is gone from the store.
    package static func read(
        _ id: Int64, from store: Store, now: Int64, here: (identity: String, root: String)? = nil
    ) throws -> FindingDetail? {
        var findings = StoreFindings(store: store, now: now, here: here)
        let standing = try findings.refresh([id])[id] ?? .unknown
        guard var finding = try store.auditedFinding(id) else { return nil }
        if case .stands(let path, let line) = standing {
            finding.pathToday = path
            finding.lineToday = line
        }
        var detail = FindingDetail(finding: finding)
        detail.standing = standing
        detail.judgements = try store.judgements(of: id)
        detail.drafts = try store.drafts(of: id)
        guard let editID = finding.editID, let edit = try store.edits([editID]).first else { return detail }
        let text = edit.writtenText
        detail.lines = lines(of: text, finding)
        if finding.range == nil, let after = edit.after, let start = edit.startOfText {
            detail.lines = lines(of: after, finding, from: start)
        }
        if let range = finding.range, let tokens = try store.tokens(ofEdit: editID) {
            let under = TokensUnder(tokens.run, output: tokens.output)
            detail.tokens = under.tokens(range, of: text).map { Token(text: $0.text, logprob: $0.logprob) }
        }
        return detail
    }

    /// By its line alone, where whoever told of it said no more.
    private static func lines(of text: String, _ finding: AuditedFinding, from start: Int) -> [Line] {
        guard let known = finding.firstLine else { return [] }
        let texts = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let (first, overflows) = known.subtractingReportingOverflow(start)
        guard !overflows, texts.indices.contains(first) else { return [] }
        let last = min(max(finding.lastLine ?? known, known) - start, texts.count - 1)
        return (max(0, first - around)..<min(texts.count, last + around + 1)).map { index in
            let line = Line(number: start + index, text: String(decoding: texts[index], as: UTF8.self))
            let blanks = texts[index].prefix { $0 == 0x20 || $0 == 0x09 }.count
            guard (first...last).contains(index), blanks < texts[index].count else { return line }
            return Line(number: line.number, text: line.text, marked: blanks..<texts[index].count)
        }
    }

    private static func lines(of text: String, _ finding: AuditedFinding) -> [Line] {
        guard let range = finding.range, range.upperBound <= text.utf8.count else { return [] }
        var lines: [Line] = []
        var (start, place, hit) = (0, 0, 0..<0)
        for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let end = start + line.count
            let marked = range.clamped(to: start..<end)
            if !marked.isEmpty { hit = hit.isEmpty ? index..<index + 1 : hit.lowerBound..<index + 1 }
            lines.append(
                Line(
                    text: String(decoding: line, as: UTF8.self),
                    marked: marked.isEmpty ? nil : marked.lowerBound - start..<marked.upperBound - start))
            start = end + 1
            place = index
        }
        guard !hit.isEmpty else { return [] }
        if let known = finding.firstLine {
            for index in lines.indices where known - hit.lowerBound + index > 0 {
                lines[index].number = known - hit.lowerBound + index
            }
        }
        return Array(lines[max(0, hit.lowerBound - around)..<min(place + 1, hit.upperBound + around)])
    }
}
