import Audit
import Text

/// An account of risk, on a terminal and for programs.
enum RiskPage {
    static func text(_ account: RiskAccount) -> String {
        var text = "generation:\(account.uid)  risk \(account.level.name), \(account.points) of 100\n"
        text += "\nclass \(account.level.name):\n"
        if account.grounds.isEmpty { text += "  no rule speaks against it\n" }
        for ground in account.grounds {
            text += "  \(padded(ground.level.name, 8))  \(Visible.text(ground.sentence)) [\(short(ground.evidence))]\n"
        }
        text += "\nscore \(account.points) = 1 − Π (1 − each), weights not calibrated:\n"
        for factor in account.factors {
            text += "  \(number(factor.contribution))  \(padded(factor.name, 15))  "
            text += "\(Visible.text(factor.words)) [\(short(factor.evidence))]\n"
        }
        if let relief = account.relief {
            let words = Visible.text(relief.words)
            text += "  × \(number(relief.contribution)) approved \(words) [\(short(relief.evidence))]\n"
        }
        return text
    }

    static func line(_ account: RiskAccount) -> String {
        "  \(padded(account.level.name, 8))  \(account.points)  generation:\(account.uid)\n"
    }

    static func json(_ account: RiskAccount) -> [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.set("generation", account.uid)
            object.set("class", account.level.name)
            object.set("score", account.points)
            object.set("reviewed", account.isReviewed)
            object.array("grounds") { grounds in
                for ground in account.grounds {
                    grounds.object { object in
                        object.set("class", ground.level.name)
                        object.set("sentence", ground.sentence)
                        object.set("evidence", ground.evidence)
                    }
                }
            }
            object.array("factors") { factors in
                for factor in account.factors {
                    factors.object { object in
                        object.set("factor", factor.name)
                        object.set("contribution", factor.contribution)
                        object.set("words", factor.words)
                        object.set("evidence", factor.evidence)
                    }
                }
            }
            object.set("times", account.relief?.contribution)
            object.set("times_because", account.relief.map { "approved \($0.words)" })
        }
        return json.bytes + [UInt8(ascii: "\n")]
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
