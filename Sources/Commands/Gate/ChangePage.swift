import Audit
import Flows
import Text

/// What a change holds that was generated, on a terminal and for programs.
enum ChangePage {
    static func text(_ report: ChangeReport) -> String {
        var lines = [report.gate.headline]
        if let risk = report.risk { lines.append("Risk: \(risk). Policy: \(report.gate.policy.name).") }
        lines += (report.origin.map { [$0] } ?? []) + report.gate.notes
        func section(_ title: String, _ entries: [String]) {
            if !entries.isEmpty { lines += ["", title] + entries.map { "  \($0)" } }
        }
        section("Prompts", report.prompts.flatMap(entry))
        section(
            "Findings",
            report.findings.map {
                "\($0.severity)  \($0.path):\($0.line)  \($0.message) (\($0.rule), \($0.decision), "
                    + "generation:\($0.generation.prefix(12)))"
            })
        section("Waiting for a review", report.reviews)
        section(
            "What commits say",
            report.told.map { "\($0.hash.prefix(10))  \($0.subject): \($0.words.joined(separator: "; "))" })
        if report.told.isEmpty, let words = report.commitWords { lines += ["", words] }
        return lines.map { Visible.text($0) + "\n" }.joined()
    }

    private static func entry(_ prompt: ChangeReport.Prompted) -> [String] {
        let files = prompt.files.map { "\($0.path) (\(IngestReport.count($0.lines, "line")))" }
        var by = ([prompt.agent] + prompt.models).joined(separator: ", ")
        if let account = prompt.account { by += "; risk \(account.level.name), \(account.points)" }
        return [
            "\"\(prompt.shownWords(160))\"", "    \(by); \(prompt.link) in session:\(prompt.session)",
            "    \(files.joined(separator: ", "))",
        ]
    }

    static func json(_ report: ChangeReport) -> [UInt8] {
        let gate = report.gate
        var json = JSONWriter()
        json.object { object in
            object.set("outcome", gate.outcome.rawValue)
            object.set("sentence", gate.headline)
            object.set("decision", gate.decision)
            object.set("policy", gate.policy.name)
            object.set("base", gate.base)
            object.set("tip", gate.tip)
            object.object("risk") { risk in
                guard let riskiest = gate.risk.answers.first else { return }
                risk.set("class", gate.risk.level.name)
                risk.set("score", gate.risk.points)
                risk.set("generation", riskiest.uid)
            }
            object.object("lines") { lines in
                lines.set("added", gate.counts.lines)
                lines.set("generated", gate.counts.generated)
            }
            object.array("prompts") { prompts in
                for prompt in report.prompts { prompts.object { write(prompt, to: &$0) } }
            }
            object.array("findings") { findings in
                for finding in report.findings {
                    findings.object { object in
                        object.set("severity", finding.severity)
                        object.set("path", finding.path)
                        object.set("line", finding.line)
                        object.set("rule", finding.rule)
                        object.set("message", finding.message)
                        object.set("generation", finding.generation)
                        object.set("decision", finding.decision)
                    }
                }
            }
            object.array("reviews") { reviews in for sentence in report.reviews { reviews.add(sentence) } }
            object.set("commits", report.commits)
            object.array("told") { told in
                for commit in report.told {
                    told.object { object in
                        object.set("commit", commit.hash)
                        object.set("subject", commit.subject)
                        object.array("says") { says in for words in commit.words { says.add(words) } }
                    }
                }
            }
            object.array("notes") { notes in for note in gate.notes { notes.add(note) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ prompt: ChangeReport.Prompted, to object: inout JSONObjectWriter) {
        object.set("asked", prompt.words)
        object.set("record", prompt.link)
        object.set("session", "session:\(prompt.session)")
        object.set("agent", prompt.agent)
        object.array("models") { models in for model in prompt.models { models.add(model) } }
        object.set("answers", prompt.answers)
        object.set("risk", prompt.account?.level.name)
        object.set("score", prompt.account?.points)
        object.array("files") { files in
            for file in prompt.files {
                files.object { object in
                    object.set("path", file.path)
                    object.set("lines", file.lines)
                }
            }
        }
    }
}
