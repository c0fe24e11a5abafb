import Store
import Terminal
import Text

/// `  ▲ 4  ◆ 11  · 23`: open findings, the grave ones together, each with the sign that carries what the colour does.
enum SeverityCounts {
    static func spans(_ standing: Standing?) -> [Span] {
        guard let standing, standing.openFindings > 0 else { return [] }
        let counts = standing.findings
        let groups: [(sign: String, number: Int, style: Style)] = [
            ("▲", counts[0] + counts[1], Style(.severityHigh)), ("◆", counts[2], Style(.severityMedium)),
            ("·", counts[3] + counts[4], Style(.severityLow)),
        ]
        return groups.filter { $0.number > 0 }.map { Span("  \($0.sign) \($0.number.grouped)", $0.style) }
    }
}

enum StandingDays {
    static let count = Standing.days
}
