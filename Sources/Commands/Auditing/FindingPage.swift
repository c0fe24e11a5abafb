import Flows
import Foundation
import Provenance
import Store
import Text

/// A finding in full, for people and for programs.
struct FindingPage {
    let detail: FindingDetail
    private let clock = TimeZoneClock.local

    init(_ detail: FindingDetail) { self.detail = detail }

    var text: String {
        let finding = detail.finding
        var lines = ["finding:\(finding.uid)", "\(finding.severity.rawValue)  \(finding.title ?? finding.rule)", ""]
        lines.append(finding.message)
        lines.append("")
        func fact(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append(name.padded(to: 12) + value) }
        }
        fact("rule", finding.rule)
        fact("weakness", ([finding.cwe].compactMap { $0 } + finding.owasp).joined(separator: "  "))
        fact("confidence", [finding.confidence, finding.kind].compactMap { $0 }.joined(separator: ", "))
        fact("status", status)
        fact("written", [finding.path, finding.firstLine.map(String.init)].compactMap { $0 }.joined(separator: ":"))
        fact("stands", standing)
        fact("edit", finding.edit.map { "edit:\($0)" })
        fact("change", finding.changes.joined(separator: "  "))
        fact("model", finding.model ?? "not recorded")
        fact("when", moment(finding.at))
        fact("tokens", tokens)
        if !detail.lines.isEmpty {
            lines.append("")
            lines += code
        }
        if !detail.tokens.isEmpty {
            lines += ["", "— tokens under it"]
            for token in detail.tokens {
                let share = token.logprob.map { String(format: "%5.1f %%", exp($0) * 100) } ?? "not recorded"
                lines.append("\(share.padded(to: 14))\(Visible.text(token.text))")
            }
        }
        if let words = finding.words {
            lines += ["", "— prompt  \(finding.prompt.map { "prompt:\($0)" } ?? "")", words]
        }
        if let remedy = finding.remedy { lines += ["", "— remedy", remedy] }
        lines += ["", "— seen by"]
        for witness in finding.witnesses {
            let version = witness.version.flatMap { $0.isEmpty ? nil : " \($0)" } ?? ""
            lines.append("\(witness.auditor)\(version)  \(witness.rule)  \(witness.message)")
        }
        if finding.witnesses.isEmpty {
            lines.append(finding.auditor.map { "\($0), whose last report does not have it any more" } ?? "not recorded")
        }
        if detail.drafts.count > 1 {
            lines += ["", "— drafts"]
            lines += detail.drafts.map { "\(moment($0.at))  edit:\($0.edit)" }
        }
        if !detail.judgements.isEmpty {
            lines += ["", "— said of it"]
            for word in detail.judgements {
                let until = word.until.map { " until \(moment($0))" } ?? ""
                lines.append(
                    "\(moment(word.at))  \(name(word.status.rawValue))\(until)  \(word.who)  \(word.reason)"
                        .trimmingCharacters(in: .whitespaces))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func name(_ status: String) -> String { status == "false" ? "false positive" : status }

    private var status: String {
        let finding = detail.finding
        var words = name(finding.status)
        if let gone = finding.goneAt { words += " since \(moment(gone))" }
        if let before = finding.statusBeforeGone, before != "open" { words += ", was \(name(before))" }
        if finding.status != "open", let judgement = finding.judgement {
            if let until = judgement.until { words += " until \(moment(until))" }
            words += ": \(judgement.reason)"
        }
        return words
    }

    private var standing: String {
        switch detail.standing {
        case .stands(let path, let line): "\(path):\(line)"
        case .gone: "no more in the file of today"
        case .unknown: "not known: no work tree of it is here, or its file is on another branch"
        }
    }

    private var tokens: String {
        guard let span = detail.finding.tokens else { return "not recorded" }
        guard let least = span.leastLogprob, let mean = span.meanLogprob else {
            return "\(span.count), their probabilities not recorded"
        }
        return
            "\(span.count), the least likely at \(String(format: "%.1f", exp(least) * 100)) %, \(String(format: "%.1f", exp(mean) * 100)) % in the mean"
    }

    /// The lines with a mark under what the finding is about.
    private var code: [String] {
        let width = detail.lines.compactMap { $0.number.map { String($0).count } }.max() ?? 1
        return detail.lines.flatMap { line -> [String] in
            let number = (line.number.map(String.init) ?? "").padded(to: width)
            let head = (line.marked == nil ? "  " : "> ") + number + "  "
            var shown = [head + Visible.text(line.text, keeping: [.tab])]
            if let marked = line.marked, !line.text.utf8.prefix(marked.upperBound).contains(0x09) {
                let before = String(decoding: line.text.utf8.prefix(marked.lowerBound), as: UTF8.self)
                let under = String(decoding: line.text.utf8.prefix(marked.upperBound), as: UTF8.self)
                let (left, right) = (Visible.text(before).count, Visible.text(under).count)
                shown.append(
                    String(repeating: " ", count: head.count + left)
                        + String(repeating: "^", count: max(1, right - left)))
            }
            return shown
        }
    }

    private func moment(_ milliseconds: Int64) -> String {
        let parts = clock.parts(of: Timestamp(milliseconds: milliseconds))
        return "\(parts.date) \(parts.clock)"
    }
}

extension FindingPage {
    var json: String {
        let finding = detail.finding
        func time(_ moment: Int64?) -> String? { moment.map { Timestamp(milliseconds: $0).iso } }
        var writer = JSONWriter()
        writer.object { json in
            json.set("kind", "finding")
            json.set("uid", finding.uid)
            json.set("at", time(finding.at))
            json.set("rule", finding.rule)
            json.set("title", finding.title)
            json.set("severity", finding.severity.rawValue)
            json.set("class", finding.kind)
            json.set("confidence", finding.confidence)
            json.set("cwe", finding.cwe)
            json.set("owasp", finding.owasp.joined(separator: " "))
            json.set("message", finding.message)
            json.set("remedy", finding.remedy)
            json.set("fingerprint", finding.fingerprint)
            json.set("path", finding.path)
            json.set("line", finding.firstLine)
            json.set("end_line", finding.lastLine)
            json.set("column", finding.firstColumn)
            json.set("end_column", finding.lastColumn)
            json.set("path_today", finding.pathToday)
            json.set("line_today", finding.lineToday)
            json.set("status", finding.status)
            json.set("status_before_gone", finding.statusBeforeGone)
            json.set("gone_at", time(finding.goneAt))
            json.set("edit", finding.edit)
            json.set("generation", finding.generation)
            json.set("turn", finding.turn)
            json.set("session", finding.session)
            json.array("changes") { array in for change in finding.changes { array.add(change) } }
            json.set("model", finding.model)
            json.set("prompt", finding.prompt)
            json.set("asked", finding.words)
            json.array("code") { array in
                for line in detail.lines {
                    array.object { json in
                        json.set("line", line.number)
                        json.set("text", line.text)
                        json.set("marked", line.marked.map { "\($0.lowerBound)-\($0.upperBound)" })
                    }
                }
            }
            json.array("tokens") { array in
                for token in detail.tokens {
                    array.object { json in
                        json.set("text", token.text)
                        json.set("logprob", token.logprob)
                    }
                }
            }
            json.array("witnesses") { array in
                for witness in finding.witnesses {
                    array.object { json in
                        json.set("auditor", witness.auditor)
                        json.set("version", witness.version)
                        json.set("rule", witness.rule)
                        json.set("severity", witness.severity)
                        json.set("message", witness.message)
                        json.set("fingerprint", witness.fingerprint)
                        json.set("at", time(witness.at))
                    }
                }
            }
            json.array("drafts") { array in
                for draft in detail.drafts {
                    array.object { json in
                        json.set("edit", draft.edit)
                        json.set("at", time(draft.at))
                    }
                }
            }
            json.array("judgements") { array in
                for word in detail.judgements {
                    array.object { json in
                        json.set("status", word.status.rawValue)
                        json.set("who", word.who)
                        json.set("reason", word.reason)
                        json.set("at", time(word.at))
                        json.set("until", time(word.until))
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
}
