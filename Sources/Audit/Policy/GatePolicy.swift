package import Provenance

/// What a change of generated code must keep to. The value as it is made is the safe default.
package struct GatePolicy: Equatable, Sendable {
    /// As reasons name it.
    package var name = "built-in"
    /// Findings at least as severe block; `nil`: none does by its severity.
    package var blockSeverity: Severity? = .high
    package var blockConfidence = AuditConfidence.medium
    /// Findings of these rules block, however severe.
    package var blockRules: [Wildcard] = []
    /// Answers at least as risky need a review; `nil`: none does.
    package var reviewRisk: RiskClass? = .high
    package var reviewRules: [Wildcard] = []
    package var ignoredPaths: [Wildcard] = []
    package var ignoredRules: [Wildcard] = []
    package var weights = RiskWeights.standard

    package init() {}

    package func ignores(path: String) -> Bool { ignoredPaths.contains { $0.matches(path) } }

    /// - Parameters:
    ///   - findings: in lines that a change adds and a model wrote.
    ///   - accounts: of the answers that wrote such lines.
    package func judge(_ findings: [GateFinding], _ accounts: [RiskAccount]) -> GateJudgement {
        var reasons: [GateJudgement.Reason] = []
        for finding in findings where !ignores(finding) {
            if blocks(finding) {
                reasons.append(.init(.block, "\(finding.title): \(finding.message)", finding))
            } else if reviewRules.contains(where: { $0.matches(finding.rule) }) {
                reasons.append(.init(.review, "\(finding.title): \(finding.message)", finding))
            }
        }
        if let reviewRisk {
            for account in accounts where account.level >= reviewRisk && !account.isReviewed {
                let ground = account.grounds.first
                reasons.append(
                    .init(
                        .review,
                        "generation:\(account.uid.prefix(12)) is of \(account.level.name) risk and not reviewed. "
                            + (ground.map { "\($0.sentence) (\($0.evidence.prefix(20)))" } ?? "")))
            }
        }
        return GateJudgement(reasons)
    }

    package func ignores(_ finding: GateFinding) -> Bool {
        ignores(path: finding.path) || ignoredRules.contains { $0.matches(finding.rule) }
    }

    private func blocks(_ finding: GateFinding) -> Bool {
        if blockRules.contains(where: { $0.matches(finding.rule) }) { return true }
        guard let blockSeverity, finding.isSecurity else { return false }
        return finding.severity.isAtLeast(blockSeverity) && finding.confidence ?? .high >= blockConfidence
    }
}

/// A finding in a line that a change adds.
package struct GateFinding: Equatable, Sendable {
    package var rule: String
    package var severity: Severity
    package var confidence: AuditConfidence?
    package var isSecurity: Bool
    /// From the top of the repository.
    package var path: String
    package var line: Int
    package var message: String
    /// The uid of the generation that wrote the line.
    package var generation: String

    package init(
        rule: String, severity: Severity, confidence: AuditConfidence?, isSecurity: Bool = true, path: String,
        line: Int, message: String, generation: String
    ) {
        self.rule = rule
        self.severity = severity
        self.confidence = confidence
        self.isSecurity = isSecurity
        self.path = path
        self.line = line
        self.message = message
        self.generation = generation
    }

    /// `shop/db.py:12 high python.sql-injection`
    package var title: String { "\(path):\(line) \(severity.rawValue) \(rule)" }
}

/// What a policy says, with why.
package struct GateJudgement: Equatable, Sendable {
    package struct Reason: Equatable, Sendable {
        package var verdict: Decision.Verdict
        package var sentence: String
        package var finding: GateFinding?

        init(_ verdict: Decision.Verdict, _ sentence: String, _ finding: GateFinding? = nil) {
            self.verdict = verdict
            self.sentence = sentence
            self.finding = finding
        }
    }

    /// What blocks first, then by their words.
    package let reasons: [Reason]
    package let verdict: Decision.Verdict

    init(_ reasons: [Reason]) {
        self.reasons = reasons.sorted { one, other in
            one.verdict != other.verdict ? one.verdict == .block : one.sentence < other.sentence
        }
        verdict = self.reasons.first?.verdict ?? .allow
    }
}

extension Severity {
    func isAtLeast(_ other: Severity) -> Bool {
        let order = Self.allCases
        return (order.firstIndex(of: self) ?? 0) <= (order.firstIndex(of: other) ?? 0)
    }
}
