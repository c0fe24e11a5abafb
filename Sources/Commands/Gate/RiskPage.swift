import Audit
import Flows
import Text

/// An account of risk, on a terminal and for programs.
enum RiskPage {
    static func text(_ account: RiskAccount) -> String {
        "generation:\(account.uid)  risk \(account.level.name), \(account.points) of 100\n"
            + reasons(account.level, account.points, account.grounds, account.factors, account.relief)
    }

    static func text(_ change: GeneratedChange) -> String {
        let (risk, counts) = (change.risk, change.counts)
        var text = "\(Visible.text(risk.name))  risk \(risk.level.name), \(risk.points) of 100\n"
        text += "\(IngestReport.count(counts.lines, "added line")) of code, \(counts.generated) generated, "
        text += "by \(IngestReport.count(risk.answers.count, "answer")).\n"
        text += reasons(risk.level, risk.points, risk.grounds, risk.factors, risk.relief)
        guard !risk.answers.isEmpty else { return text }
        return text + "\nits answers, by what they wrote of it:\n" + lines(risk.answers[...])
    }

    private static func reasons(
        _ level: RiskClass, _ points: Int, _ grounds: [RiskAccount.Ground], _ factors: [RiskAccount.Factor],
        _ relief: RiskAccount.Factor?
    ) -> String {
        var text = "\nclass \(level.name):\n"
        if grounds.isEmpty { text += "  no rule speaks against it\n" }
        for ground in grounds {
            text += "  \(padded(ground.level.name, 8))  \(Visible.text(ground.sentence)) [\(short(ground.evidence))]\n"
        }
        text += "\nscore \(points) = 1 − Π (1 − each), weights not calibrated:\n"
        for factor in factors {
            text += "  \(number(factor.contribution))  \(padded(factor.name, 15))  "
            text += "\(Visible.text(factor.words)) [\(short(factor.evidence))]\n"
        }
        if let relief {
            let words = Visible.text(relief.words)
            text += "  × \(number(relief.contribution)) approved \(words) [\(short(relief.evidence))]\n"
        }
        return text
    }

    /// The first of them, and how many there are more.
    static func lines(_ accounts: ArraySlice<RiskAccount>) -> String {
        var text = ""
        for account in accounts.prefix(50) { text += line(account) }
        if accounts.count > 50 { text += "  and \(accounts.count - 50) more\n" }
        return text
    }

    private static func line(_ account: RiskAccount) -> String {
        "  \(padded(account.level.name, 8))  \(account.points)  generation:\(account.uid)\n"
    }

    static func json(_ account: RiskAccount) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("generation", account.uid)
            object.set("class", account.level.name)
            object.set("score", account.points)
            object.set("reviewed", account.isReviewed)
            write(account.grounds, account.factors, account.relief, to: &object)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    static func json(_ change: GeneratedChange) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            write(change.risk, to: &object)
            object.set("base", change.base)
            object.set("tip", change.tip)
            object.object("lines") { lines in
                lines.set("added", change.counts.lines)
                lines.set("generated", change.counts.generated)
            }
            object.array("doubts") { doubts in for doubt in change.doubts { doubts.add(doubt) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    static func write(_ risk: ChangeRisk, to object: inout JSONObjectWriter) {
        object.set("change", risk.name)
        object.set("class", risk.level.name)
        object.set("score", risk.points)
        write(risk.grounds, risk.factors, risk.relief, to: &object)
        object.array("answers") { answers in
            for account in risk.answers {
                answers.object { object in
                    object.set("generation", account.uid)
                    object.set("class", account.level.name)
                    object.set("score", account.points)
                    object.set("reviewed", account.isReviewed)
                }
            }
        }
    }

    private static func write(
        _ grounds: [RiskAccount.Ground], _ factors: [RiskAccount.Factor], _ relief: RiskAccount.Factor?,
        to object: inout JSONObjectWriter
    ) {
        object.array("grounds") { all in
            for ground in grounds {
                all.object { object in
                    object.set("class", ground.level.name)
                    object.set("sentence", ground.sentence)
                    object.set("evidence", ground.evidence)
                }
            }
        }
        object.array("factors") { all in
            for factor in factors {
                all.object { object in
                    object.set("factor", factor.name)
                    object.set("contribution", factor.contribution)
                    object.set("words", factor.words)
                    object.set("evidence", factor.evidence)
                }
            }
        }
        object.set("times", relief?.contribution)
        object.set("times_because", relief.map { "approved \($0.words)" })
    }

    /// Two digits behind the point.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `finding:4f2a91c0b2`
    private static func short(_ evidence: String) -> String {
        let parts = evidence.split(separator: ":", maxSplits: 1)
        return Visible.text(parts.count == 2 ? "\(parts[0]):\(parts[1].prefix(12))" : evidence)
    }
}
