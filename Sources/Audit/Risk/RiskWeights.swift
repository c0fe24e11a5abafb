import Provenance

/// What each factor adds to a score, from 0 to 1. All are assumptions until outcomes of the store bear them out.
package struct RiskWeights: Equatable, Sendable {
    package static let standard = RiskWeights()

    package private(set) var values: [String: Double] = [
        "finding-critical": 0.75, "finding-high": 0.5, "finding-medium": 0.25, "finding-low": 0.08,
        "unlikely-token": 0.10, "untrusted-1": 0.40, "untrusted-2": 0.25, "untrusted-far": 0.15,
        "untrusted-unknown": 0.15, "unreviewed": 0.15, "rejected": 0.5, "approved": 0.7, "untested": 0.15,
        "tests-unknown": 0.08, "unscanned": 0.10, "history": 0.15,
    ]

    package init() {}

    package static let names = standard.values.keys.sorted()

    package subscript(name: String) -> Double {
        get { values[name] ?? 0 }
        set { values[name] = min(1, max(0, newValue)) }
    }

    func weight(of severity: Severity) -> Double {
        severity == .info ? 0 : self["finding-\(severity.rawValue)"]
    }

    static func certainty(of confidence: AuditConfidence?) -> Double {
        switch confidence ?? .high {
        case .high: 0.9
        case .medium: 0.6
        case .low: 0.3
        }
    }
}
