package import Provenance

/// A finding as far as risk is concerned. Only what is open belongs into an account.
package struct RiskFinding: Equatable, Sendable {
    /// Empty for one that the store does not hold.
    package var uid: String
    package var rule: String
    package var severity: Severity
    /// `nil` where its auditor does not say: nobody doubted it.
    package var confidence: AuditConfidence?
    /// `false` for what is merely untidy.
    package var isSecurity: Bool
    package var isSecret: Bool
    /// A comment that tells a scanner to be silent.
    package var isSuppression: Bool
    /// `shop/db.py:12`; empty where it has none.
    package var place: String
    /// Natural logarithm: of the least likely token under it; `nil` where the engine gave none.
    package var leastLogprob: Double?

    package init(
        uid: String, rule: String, severity: Severity, confidence: AuditConfidence?, isSecurity: Bool = true,
        isSecret: Bool = false, isSuppression: Bool = false, place: String = "", leastLogprob: Double? = nil
    ) {
        self.uid = uid
        self.rule = rule
        self.severity = severity
        self.confidence = confidence
        self.isSecurity = isSecurity
        self.isSecret = isSecret
        self.isSuppression = isSuppression
        self.place = place
        self.leastLogprob = leastLogprob
    }
}

extension RiskFinding {
    /// What it comes to by itself.
    var level: RiskClass {
        let plain: RiskClass =
            switch severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            case .info: .none
            }
        if !isSecurity { return min(plain, .low) }
        switch confidence ?? .high {
        case .high: return plain
        case .medium: return min(plain, .high)
        case .low: return plain <= .low ? plain : RiskClass(rawValue: min(plain.rawValue - 1, 2)) ?? plain
        }
    }

    /// `finding:4f2a…`, else the line that it is on.
    var evidence: String { uid.isEmpty ? place : "finding:\(uid)" }

    /// `python.sql-injection at shop/db.py:12`
    var title: String { place.isEmpty ? rule : "\(rule) at \(place)" }
}
