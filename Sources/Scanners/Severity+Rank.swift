import Provenance

extension Severity {
    /// 0 for the worst.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// From the score that GitHub reads as `security-severity`: "over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to
    /// 3.9 low".
    init(score: Double) {
        switch score {
        case 9...: self = .critical
        case 7...: self = .high
        case 4...: self = .medium
        case 0.1...: self = .low
        default: self = .info
        }
    }
}

extension ScannerConfidence {
    /// `HIGH`, `very-high`
    init?(named name: String) {
        switch name.lowercased() {
        case "very-high", "high": self = .high
        case "medium": self = .medium
        case "low": self = .low
        default: return nil
        }
    }
}
