/// How bad it may get with a piece of generated work, the least first: decided by rules alone, never by a sum.
package enum RiskClass: Int, CaseIterable, Comparable, Sendable {
    case none, low, medium, high, critical

    package var name: String {
        switch self {
        case .none: "none"
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .critical: "critical"
        }
    }

    package init?(named name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
