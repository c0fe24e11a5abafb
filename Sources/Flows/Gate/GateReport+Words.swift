import Audit
import Provenance
import Text

extension GateReport {
    /// What it came to, as one sentence.
    package var headline: String {
        let blocking = judgement.reasons.count { $0.verdict == .block }
        let reviews = judgement.reasons.count - blocking
        switch outcome {
        case .allowed where review?.verdict == .approved, .approved:
            return "Allowed: approved by \(review?.reviewer ?? "a person")\(because)."
        case .allowed:
            return counts.generated == 0
                ? "Allowed: the change adds no line that a recorded answer wrote."
                : "Allowed: nothing speaks against it."
        case .rejected: return "Blocked: rejected by \(review?.reviewer ?? "a person")\(because)."
        case .waiting: return "Blocked until somebody reviews it: \(StoryWords.count(reviews, "reason"))."
        case .blocked:
            return "Blocked: \(StoryWords.count(blocking, "finding"))"
                + (reviews > 0 ? ", \(reviews) more to review." : ".")
        case .unknown: return "Could not tell: \(doubts.first ?? "")"
        }
    }

    private var because: String { review.map { $0.reason.isEmpty ? "" : " (\($0.reason))" } ?? "" }

    /// What was looked at and what was left alone, each a sentence.
    package var notes: [String] {
        var notes: [String] = []
        if counts.lines > 0 {
            let others = counts.lines - counts.generated
            notes.append(
                "\(StoryWords.count(counts.lines, "added line")) of code: \(counts.generated) generated, \(others) of people "
                    + "or without a record, left alone.")
        } else {
            notes.append("The change adds no line of code.")
        }
        if counts.ofPeople + counts.ofOld > 0 {
            notes.append(
                "Findings left alone: \(counts.ofPeople) in lines of people, "
                    + "\(counts.ofOld) in lines that were there before.")
        }
        if counts.waived > 0 { notes.append("Accepted or false: \(StoryWords.count(counts.waived, "finding")).") }
        if counts.unchecked > 0, counts.unchecked < counts.generated {
            notes.append("In languages without rules: \(StoryWords.count(counts.unchecked, "generated line")).")
        }
        notes += outcome == .unknown ? Array(doubts.dropFirst()) : doubts
        return notes
    }

    /// `high, 63 of 100 (acme/shop#12, 2 answers; the riskiest generation:4f2a…)`; nil where no answer is judged.
    package var riskWords: String? {
        risk.answers.first.map {
            "\(risk.level.name), \(risk.points) of 100 (\(risk.name), \(StoryWords.count(risk.answers.count, "answer")); "
                + "the riskiest generation:\($0.uid.prefix(12)))"
        }
    }

    // MARK: - Documents

    /// As commands of a GitHub workflow: what blocks beside its lines, the rest by itself.
    package var workflowCommands: [UInt8] {
        var text = ""
        func escaped(_ text: String, isProperty: Bool = false) -> String {
            WorkflowCommands.escaped(text, isProperty: isProperty)
        }
        for reason in judgement.reasons {
            // What a person let pass is shown, but no error.
            let command = outcome == .approved ? "notice" : reason.verdict == .block ? "error" : "warning"
            if let finding = reason.finding {
                text += "::\(command) file=\(escaped(finding.path, isProperty: true)),line=\(finding.line),"
                text += "title=\(escaped("\(finding.severity.rawValue): \(finding.rule)", isProperty: true))"
                text += "::\(escaped("\(finding.message)\ngeneration:\(finding.generation)"))\n"
            } else {
                text += "::\(command) title=colophon gate::\(escaped(reason.sentence))\n"
            }
        }
        let command = exitCode == 0 ? "notice" : outcome == .unknown ? "warning" : "error"
        text += "::\(command) title=colophon gate::\(escaped(([headline] + notes).joined(separator: " ")))\n"
        return Array(text.utf8)
    }

    /// As a comment on a pull request.
    package var markdown: [UInt8] {
        var bytes = Array("**\(CommentText.escaped(headline))**\n\n".utf8)
        // "Body is too long (maximum is 65536 characters)."
        let most = 50_000
        var left = 0
        if !judgement.reasons.isEmpty {
            bytes += CommentText.head(["verdict", "where", "why"])
            for reason in judgement.reasons {
                let place = reason.finding.map { "\($0.path):\($0.line) \($0.severity.rawValue) \($0.rule)" } ?? ""
                let words = CommentText.clipped(reason.finding?.message ?? reason.sentence, 500)
                let row = CommentText.row([reason.verdict.rawValue, place, words])
                if bytes.count + row.count > most { left += 1 } else { bytes += row }
            }
            bytes.append(0x0A)
        }
        var after = notes
        if left > 0 { after.append("\(left) more are left out: a comment holds no more.") }
        if let riskWords { after.append("Risk: \(riskWords).") }
        after.append("Policy: \(policy.name).")
        if let decision { after.append("decision:\(decision)") }
        bytes += (after.map(CommentText.escaped).joined(separator: " ") + "\n").utf8
        return bytes
    }
}
