import Audit
import Flows
import Provenance
import Store
import Text

/// What a gate came to, on a terminal and for programs.
enum GatePage {
    static func text(_ report: GateReport) -> String {
        var text = Visible.text(report.headline) + "\n"
        for reason in report.judgement.reasons {
            text += "  \(reason.verdict == .block ? "block " : "review")  \(Visible.text(reason.sentence))\n"
        }
        for note in report.notes { text += Visible.text(note) + "\n" }
        if let risk = report.riskWords { text += "Risk: \(risk). Policy: \(Visible.text(report.policy.name)).\n" }
        let mayBeApproved =
            [.blocked, .waiting].contains(report.outcome) || report.outcome == .unknown && report.isAnswerable
        if let decision = report.decision, mayBeApproved {
            text += "'colophon gate approve \(decision.prefix(10)) --reason …' lets just this pass.\n"
        }
        return text
    }

    static func json(_ report: GateReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("outcome", report.outcome.rawValue)
            object.set("verdict", report.judgement.verdict.rawValue)
            object.set("exit", Int(report.exitCode))
            object.set("decision", report.decision)
            object.set("digest", report.digest)
            object.set("policy", report.policy.name)
            object.set("base", report.base)
            object.set("tip", report.tip)
            object.set("change", report.request)
            object.object("review") { review in
                review.set("verdict", report.review?.verdict.rawValue)
                review.set("who", report.review?.reviewer)
                review.set("reason", report.review?.reason)
            }
            object.array("reasons") { reasons in
                for reason in report.judgement.reasons {
                    reasons.object { object in
                        object.set("verdict", reason.verdict.rawValue)
                        object.set("sentence", reason.sentence)
                        object.set("rule", reason.finding?.rule)
                        object.set("severity", reason.finding?.severity.rawValue)
                        object.set("confidence", reason.finding?.confidence?.name)
                        object.set("path", reason.finding?.path)
                        object.set("line", reason.finding?.line)
                        object.set("generation", reason.finding?.generation)
                    }
                }
            }
            object.object("risk") { RiskPage.write(report.risk, to: &$0) }
            object.object("lines") { lines in
                lines.set("added", report.counts.lines)
                lines.set("generated", report.counts.generated)
                lines.set("unchecked", report.counts.unchecked)
            }
            object.object("left_alone") { left in
                left.set("waived", report.counts.waived)
                left.set("of_people", report.counts.ofPeople)
                left.set("of_old_code", report.counts.ofOld)
            }
            object.array("doubts") { doubts in for doubt in report.doubts { doubts.add(doubt) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
