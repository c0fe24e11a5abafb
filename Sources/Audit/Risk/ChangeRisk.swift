/// The risk of a change: that of all answers that wrote lines of it, as far as their code is in it.
///
/// The class is the worst of theirs. Each finding adds to the score; of what is told of an answer as a whole (what it saw,
/// who reviewed it, whether tests cover it) the worst counts, once: a change is not riskier for having taken more answers.
/// Monotone and free of order as the account of an answer is.
package struct ChangeRisk: Equatable, Sendable {
    /// As it is shown: `acme/shop#12`, a commit, `A..B`.
    package let name: String
    package let level: RiskClass
    /// 0 to 1.
    package let score: Double
    package let grounds: [RiskAccount.Ground]
    package let factors: [RiskAccount.Factor]
    /// `nil` unless all of its answers were approved.
    package let relief: RiskAccount.Factor?
    /// The worst first.
    package let answers: [RiskAccount]

    /// - Parameters:
    ///   - doubts: why it is not known who wrote its lines, or what is in them, each a sentence: never taken for good.
    ///   - revision: the commit that it ends with, as evidence of doubts.
    package init(
        _ name: String, of answers: [RiskAccount], doubts: [String] = [], revision: String = "",
        weights: RiskWeights = .standard
    ) {
        self.name = name
        self.answers = RiskAccount.inOrder(answers)
        let evidence = revision.isEmpty ? "the work tree" : "commit:\(revision)"
        var grounds = Set(answers.flatMap(\.grounds))
        var factors: [RiskAccount.Factor] = []
        var found: [String: RiskAccount.Factor] = [:]
        for factor in answers.flatMap(\.factors) {
            // One defect that two answers wrote, as drafts of the same lines, is one.
            let key = Self.isOwn(factor) ? "\(factor.name)\u{0}\(factor.evidence)\u{0}\(factor.words)" : factor.name
            guard let known = found[key] else {
                found[key] = factor
                continue
            }
            found[key] = RiskAccount.inOrder([known, factor]).first
        }
        factors += found.values
        for doubt in doubts {
            grounds.insert(
                .init(level: .low, sentence: "Whether it is harmless is not known: \(doubt)", evidence: evidence))
        }
        if let doubt = doubts.min() {
            factors.append(
                .init(name: "unknown", contribution: weights["unscanned"], words: doubt, evidence: evidence))
        }
        self.grounds = RiskAccount.inOrder(grounds)
        self.factors = RiskAccount.inOrder(factors)
        level = self.grounds.first?.level ?? .none
        relief = level < .critical && answers.allSatisfy(\.isReviewed) ? self.answers.first?.relief : nil
        score = RiskAccount.score(of: self.factors, relief: relief)
    }

    /// 0 to 100, as it is shown.
    package var points: Int { Int((score * 100).rounded()) }

    private static func isOwn(_ factor: RiskAccount.Factor) -> Bool {
        ["finding", "unlikely token"].contains(factor.name)
    }
}
