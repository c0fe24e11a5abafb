import Terminal

/// What the colours of code tell of.
enum CodeMode: CaseIterable, Equatable {
    /// The words of its language.
    case plain
    /// How likely each token was to its model.
    case confidence
    /// Where each token was copied from.
    case origin
    /// What became of each token.
    case fate
    /// Which lines are objected to.
    case findings

    var next: CodeMode {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    var name: String { "\(self)" }

    /// Whether what is known of tokens has to be read for it.
    var needsTokens: Bool { self == .confidence || self == .origin || self == .fate }

    /// What its colours and marks mean.
    var legend: [Span] {
        switch self {
        case .plain: []
        case .confidence:
            [
                Span("p .9 or more", Style(.confidenceHigh)), Span("  .5 or more", Style(.confidenceMedium)),
                Span("  "), Span("less", Self.low), Span("  not recorded", .muted),
            ]
        case .origin:
            [
                Span("new", Style(.originNew)), Span("  "), Span("file", Self.copied("file")), Span("  "),
                Span("tool", Self.copied("tool")), Span("  "), Span("words", Self.copied("user")), Span("  "),
                Span("earlier answer", Self.copied("answer")), Span("  not recorded", .muted),
            ]
        case .fate:
            [
                Span("stands today", Style(.statusAccepted)), Span("  "),
                Span("changed since", Style(.statusChanged).underlined), Span("  "),
                Span("gone", Style(.statusRejected).underlined), Span("  not known", .muted),
            ]
        case .findings:
            [
                Span("▲ critical", Style(.severityCritical)), Span("  "), Span("▲ high", Style(.severityHigh)),
                Span("  "), Span("◆ med", Style(.severityMedium)), Span("  "), Span("· low", Style(.severityLow)),
                Span("  nothing found", .muted),
            ]
        }
    }

    static let low = Style(.confidenceLow).underlined

    /// What was copied is underlined in every theme.
    static func copied(_ kind: String) -> Style {
        switch kind {
        case "file": Style(.originFile).underlined
        case "tool": Style(.originTool).underlined
        case "user", "system": Style(.originWords).underlined
        default: Style(.originEarlier).underlined
        }
    }
}
