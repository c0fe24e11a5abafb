import Audit
import Provenance
import Text

extension ChangeReport {
    /// `high, 63 of 100`; `nil` where no answer is judged.
    package var risk: String? {
        gate.risk.answers.isEmpty ? nil : "\(gate.risk.level.name), \(gate.risk.points) of 100"
    }

    /// How many prompts and answers it was.
    package var origin: String? {
        guard !prompts.isEmpty else { return nil }
        let answers = StoryWords.count(prompts.reduce(0) { $0 + $1.answers }, "answer")
        return "The generated lines come of \(answers) to \(StoryWords.count(prompts.count, "prompt"))."
    }

    /// What the commits tell beside the record; `nil` where the change has none.
    package var commitWords: String? {
        guard commits > 0 else { return nil }
        let all = StoryWords.count(commits, "commit")
        if told.isEmpty { return "None of \(all) says that an agent took part." }
        return "\(told.count) of \(all) \(told.count == 1 ? "says" : "say") that an agent took part."
    }

    // MARK: - The comment

    /// "Body is too long (maximum is 65536 characters)."
    private static let most = 60_000
    /// By its first line a comment is found again, to be written anew.
    package static let mark = "<!-- colophon -->"

    /// As a comment on a pull request.
    package var markdown: [UInt8] {
        func plain(_ text: String) -> String { CommentText.escaped(CommentText.clipped(text, 500)) }
        var bytes = Array("\(Self.mark)\n### Generated code in this change\n\n**\(plain(gate.headline))**".utf8)
        if let risk { bytes += " Risk: \(risk).".utf8 }
        bytes += " Policy: \(plain(gate.policy.name)).\n".utf8
        let sentences = (origin.map { [$0] } ?? []) + gate.notes
        if !sentences.isEmpty { bytes += ("\n" + sentences.map(plain).joined(separator: " ") + "\n").utf8 }
        table(
            "Prompts", ["asked", "by", "wrote", "risk", "record"], prompts.map(Self.cells), to: &bytes, most: 28_000)
        table(
            "Findings", ["severity", "where", "finding", "decision"], findings.map(\.cells), to: &bytes, most: 48_000)
        table("Waiting for a review", ["why"], reviews.map { [CommentText.clipped($0, 500)] }, to: &bytes, most: 54_000)
        table("What commits say", ["commit", "says"], told.map(Self.cells), to: &bytes, most: Self.most - 2000)
        var after = told.isEmpty ? commitWords.map { [$0] } ?? [] : []
        if !prompts.isEmpty {
            after.append("'colophon open' takes each of these records, where the store of this run has been merged.")
        }
        if let decision = gate.decision { after.append("decision:\(decision.prefix(12))") }
        if !after.isEmpty { bytes += ("\n" + after.map(plain).joined(separator: " ") + "\n").utf8 }
        return bytes
    }

    /// - Parameter most: so long the whole may be after it.
    private func table(
        _ title: String, _ titles: [String], _ rows: [[String]], to bytes: inout [UInt8], most: Int
    ) {
        guard !rows.isEmpty else { return }
        bytes += "\n#### \(title)\n\n".utf8
        bytes += CommentText.head(titles)
        var shown = 0
        for cells in rows {
            let row = CommentText.row(cells)
            if bytes.count + row.count > most { break }
            bytes += row
            shown += 1
        }
        if shown < rows.count { bytes += "\n\(rows.count - shown) more are left out: a comment holds no more.\n".utf8 }
    }

    // MARK: - Cells

    private static func cells(of prompt: Prompted) -> [String] {
        var files = prompt.files.prefix(5).map {
            "\(CommentText.clipped($0.path, 200)) (\(StoryWords.count($0.lines, "line")))"
        }
        if prompt.files.count > 5 { files.append("and \(prompt.files.count - 5) more") }
        let by = ([prompt.agent] + prompt.models.prefix(3)).map { CommentText.clipped($0, 100) }
        return [
            prompt.shownWords(160), by.joined(separator: ", "), files.joined(separator: ", "),
            prompt.account.map { "\($0.level.name), \($0.points)" } ?? "not known",
            "\(short(prompt.link)) in \(short("session:" + prompt.session))",
        ]
    }

    private static func cells(of told: Told) -> [String] {
        let subject = CommentText.clipped(told.subject, 120)
        return [
            "\(told.hash.prefix(10)) \(subject)",
            told.words.prefix(3).map { CommentText.clipped($0, 160) }.joined(separator: "; "),
        ]
    }

    /// `turn:4f2a91c0b2d1`
    private static func short(_ link: String) -> String {
        let parts = link.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0]):\(parts[1].prefix(12))" : link
    }

    /// A finding in generated lines, and what the policy makes of it.
    package struct Judged: Sendable {
        package var severity: String
        package var path: String
        package var line: Int
        package var message: String
        package var rule: String
        package var generation: String
        /// `blocks`, `wants a review`, `noted`.
        package var decision: String

        fileprivate var cells: [String] {
            [
                severity, "\(CommentText.clipped(path, 200)):\(line)", "\(CommentText.clipped(message, 300)) (\(rule))",
                decision,
            ]
        }
    }

    /// What counts most first.
    package var findings: [Judged] {
        let judged = gate.change.findings.map { finding -> (rank: Int, Judged) in
            let reason = gate.judgement.reasons.first { $0.finding == finding }
            let (rank, decision) =
                switch reason?.verdict {
                case .block?: (0, "blocks")
                case .review?: (1, "wants a review")
                default: (2, "noted")
                }
            return (
                rank,
                Judged(
                    severity: finding.severity.rawValue, path: finding.path, line: finding.line,
                    message: finding.message, rule: finding.rule, generation: finding.generation, decision: decision)
            )
        }
        return judged.sorted { ($0.rank, $0.1.path, $0.1.line, $0.1.rule) < ($1.rank, $1.1.path, $1.1.line, $1.1.rule) }
            .map(\.1)
    }

    /// What else wants a review, each a sentence.
    package var reviews: [String] { gate.judgement.reasons.filter { $0.finding == nil }.map(\.sentence) }
}

extension ChangeReport.Prompted {
    package func shownWords(_ limit: Int) -> String {
        guard let words, !words.allSatisfy(\.isWhitespace) else { return "not recorded" }
        return CommentText.clipped(words.split(whereSeparator: \.isNewline).joined(separator: " "), limit)
    }
}
