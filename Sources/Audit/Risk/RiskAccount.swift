import Provenance

/// The risk of one answer with all that it rests on: a class by hard rules, and a score that orders within the class.
///
/// Pure: the same values give the same account, in whatever order they come. More findings, an untrusted ancestor, less
/// that is known: none of it ever lowers the class or the score.
package struct RiskAccount: Equatable, Sendable {
    /// A hard rule that holds.
    package struct Ground: Hashable, Sendable {
        package var level: RiskClass
        package var sentence: String
        /// `finding:4f2a…`, `generation:…`, `segment:…`, `decision:…`
        package var evidence: String
    }

    /// What adds to the score.
    package struct Factor: Hashable, Sendable {
        package var name: String
        /// By itself, 0 to 1.
        package var contribution: Double
        package var words: String
        package var evidence: String
    }

    /// The uid of the generation.
    package let uid: String
    package let level: RiskClass
    /// 0 to 1.
    package let score: Double
    /// The worst first.
    package let grounds: [Ground]
    /// The largest first.
    package let factors: [Factor]
    /// What the sum is multiplied with because a person approved it; `nil` where it is not.
    package let relief: Factor?
    package let isReviewed: Bool

    package init(_ subject: RiskSubject, weights: RiskWeights = .standard) {
        uid = subject.uid
        grounds = Self.grounds(subject)
        level = grounds.first?.level ?? .none
        factors = Self.factors(subject, weights)
        if case .approved(let who, let evidence) = subject.review {
            isReviewed = true
            // What is critical stays so, whoever said yes.
            relief =
                level == .critical
                ? nil
                : Factor(name: "approved", contribution: weights["approved"], words: "by \(who)", evidence: evidence)
        } else {
            isReviewed = false
            relief = nil
        }
        score = Self.score(of: factors, relief: relief)
    }

    /// 0 to 100, as it is shown.
    package var points: Int { Int((score * 100).rounded()) }

    /// The one that stands for several answers; nothing that is added lowers it.
    package static func worst(_ accounts: [RiskAccount]) -> RiskAccount? { inOrder(accounts).first }

    /// The worst first.
    package static func inOrder(_ accounts: [RiskAccount]) -> [RiskAccount] {
        accounts.sorted { one, other in
            if one.level != other.level { return one.level > other.level }
            return one.score != other.score ? one.score > other.score : one.uid < other.uid
        }
    }

    // MARK: - The class

    private static func grounds(_ subject: RiskSubject) -> [Ground] {
        var grounds: Set<Ground> = []
        var isApproved = false
        if case .approved = subject.review { isApproved = true }
        for finding in subject.findings {
            let (own, title, evidence) = (finding.level, finding.title, finding.evidence)
            func add(_ level: RiskClass, _ sentence: String) {
                grounds.insert(Ground(level: level, sentence: sentence, evidence: evidence))
            }
            if finding.isSuppression {
                add(.high, "The model told a scanner to be silent: \(title).")
                continue
            }
            if finding.isSecret {
                let isSure = finding.confidence ?? .high == .high
                add(isSure ? .critical : .high, "A secret stands in the code: \(title).")
            }
            switch own {
            case .critical: add(.critical, "A critical finding of high confidence is open: \(title).")
            case .high where isApproved && finding.severity == .high:
                add(.medium, "A high finding is open in what was approved: \(title).")
            case .high where finding.severity == .high:
                add(.high, "Nobody has reviewed it, and a high finding is open: \(title).")
            case .none: break
            default: add(own, "A \(finding.severity.rawValue) finding is open: \(title).")
            }
            if case .untrusted(let hops, let reason, let source) = subject.context, finding.isSecurity, own > .none {
                let raised = RiskClass(rawValue: own.rawValue + 1) ?? .critical
                let steps = hops == 1 ? "one step away" : "\(hops) steps away"
                add(
                    raised,
                    "\(title) is in an answer that saw untrusted input, \(steps)\(reason.isEmpty ? "" : " (\(reason))"): "
                        + "\(source).")
            }
        }
        switch subject.scan {
        case .needless, .whole: break
        case .partly(let why), .missing(let why):
            grounds.insert(
                Ground(
                    level: .low, sentence: "Whether it is harmless is not known: \(why).",
                    evidence: "generation:\(subject.uid)"))
        }
        return inOrder(grounds)
    }

    /// The worst first.
    static func inOrder(_ grounds: Set<Ground>) -> [Ground] {
        grounds.sorted { one, other in
            if one.level != other.level { return one.level > other.level }
            return (one.sentence, one.evidence) < (other.sentence, other.evidence)
        }
    }

    // MARK: - The score

    /// A token that the model itself gave less than one in five.
    private static let unlikely = -1.6094379124341003

    private static func factors(_ subject: RiskSubject, _ weights: RiskWeights) -> [Factor] {
        var factors: [Factor] = []
        let own = "generation:\(subject.uid)"
        func add(_ name: String, _ contribution: Double, _ words: String, _ evidence: String) {
            guard contribution > 0 else { return }
            factors.append(Factor(name: name, contribution: contribution, words: words, evidence: evidence))
        }
        for finding in subject.findings {
            let evidence = finding.evidence
            let severity = finding.isSecurity || finding.severity == .info ? finding.severity : .low
            let (weight, certainty) = (weights.weight(of: severity), RiskWeights.certainty(of: finding.confidence))
            let confidence = finding.confidence.map { "\($0.name) confidence" } ?? "confidence not said"
            let words = "\(finding.severity.rawValue), \(confidence): \(finding.title)"
            add("finding", weight * certainty, words, evidence)
            if let least = finding.leastLogprob, least < unlikely, weight > 0 {
                add(
                    "unlikely token", weights["unlikely-token"],
                    "the model gave a token under \(finding.rule) less than 20 % (not calibrated)", evidence)
            }
        }
        switch subject.context {
        case .trusted: break
        case .unknown: add("context", weights["untrusted-unknown"], "what the model saw is not known", own)
        case .untrusted(let hops, let reason, let evidence):
            let name = hops <= 1 ? "untrusted-1" : hops == 2 ? "untrusted-2" : "untrusted-far"
            let words = "\(max(1, hops)) away\(reason.isEmpty ? "" : ", \(reason)")"
            add("untrusted input", weights[name], words, evidence)
        }
        switch subject.review {
        case .missing: add("review", weights["unreviewed"], "nobody has reviewed it", own)
        case .rejected(let who, let evidence): add("review", weights["rejected"], "rejected by \(who)", evidence)
        case .approved: break
        }
        switch subject.scan {
        case .needless, .whole: break
        case .partly(let why), .missing(let why): add("scan", weights["unscanned"], why, own)
        }
        switch subject.tests {
        case .covered:
            // It adds nothing, and that is said, too.
            guard let testing = subject.testing else { break }
            factors.append(Factor(name: "tests", contribution: 0, words: testing.words, evidence: testing.evidence))
        case .uncovered: add("tests", weights["untested"], "no test covers it", own)
        case .unknown: add("tests", weights["tests-unknown"], "whether tests cover it is not known", own)
        }
        if let earlier = subject.history.min() {
            let count = Set(subject.history).count
            add(
                "history", weights["history"],
                "the same prompt gave code before that was turned down or mended (\(count))", "generation:\(earlier)")
        }
        return inOrder(factors)
    }

    /// The largest first. One order for the product, whatever the order of the values: the last bits of it depend on that.
    static func inOrder(_ factors: [Factor]) -> [Factor] {
        factors.sorted { one, other in
            if one.contribution != other.contribution { return one.contribution > other.contribution }
            return (one.name, one.words, one.evidence) < (other.name, other.words, other.evidence)
        }
    }

    /// 1 − Π (1 − each), times the relief.
    ///
    /// - Parameter factors: in their order.
    static func score(of factors: [Factor], relief: Factor?) -> Double {
        var safe = 1.0
        for factor in factors { safe *= 1 - factor.contribution }
        let score = (1 - safe) * (relief?.contribution ?? 1)
        // Sums that differ by the last bits alone are one.
        return min(1, max(0, (score * 1_000_000).rounded() / 1_000_000))
    }
}
