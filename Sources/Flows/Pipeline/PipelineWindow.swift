/// A stretch of time up to now, beside as long before.
package enum PipelineWindow: String, CaseIterable, Equatable, Sendable {
    case quarter = "90 days"
    case year = "a year"
    /// From the first generated commit on.
    case split = "since the first generated commit"
    case hour = "an hour"
    case day = "a day"
    case week = "a week"
    case month = "30 days"

    package var next: PipelineWindow {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    /// Milliseconds; `nil` for the one that the store says.
    package var length: Int64? {
        switch self {
        case .hour: 3_600_000
        case .day: 86_400_000
        case .week: 7 * 86_400_000
        case .month: 30 * 86_400_000
        case .quarter: 90 * 86_400_000
        case .year: 365 * 86_400_000
        case .split: nil
        }
    }
}
