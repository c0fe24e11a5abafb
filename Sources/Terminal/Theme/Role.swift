/// What a piece of the screen means. Code asks for meaning; the theme alone knows colours.
///
/// The raw value is the key by which a theme file names the role.
package enum Role: String, CaseIterable, Hashable, Sendable {
    case text = "ui.text"
    case muted = "ui.text.muted"
    case title = "ui.title"
    case heading = "ui.heading"
    case breadcrumb = "ui.breadcrumb"
    case selection = "ui.selection"
    case selectionInactive = "ui.selection.inactive"
    case marked = "ui.marked"
    case border = "ui.border"
    case borderFocus = "ui.border.focus"
    case hintKey = "ui.hint.key"
    case hintText = "ui.hint.text"
    case input = "ui.input"
    case placeholder = "ui.placeholder"
    case match = "ui.match"
    case matchCurrent = "ui.match.current"
    case link = "ui.link"
    case lineNumber = "ui.line-number"
    case note = "ui.note"
    case warning = "ui.warning"
    case error = "ui.error"
    case demo = "ui.demo"

    case severityCritical = "severity.critical"
    case severityHigh = "severity.high"
    case severityMedium = "severity.medium"
    case severityLow = "severity.low"

    case statusAccepted = "status.accepted"
    case statusRejected = "status.rejected"
    case statusChanged = "status.changed"
    case statusUnknown = "status.unknown"

    case trusted = "trust.trusted"
    case untrusted = "trust.untrusted"

    case diffAdded = "diff.plus"
    case diffRemoved = "diff.minus"
    case diffHunk = "diff.hunk"

    case confidenceHigh = "confidence.high"
    case confidenceMedium = "confidence.medium"
    case confidenceLow = "confidence.low"

    case originNew = "origin.new"
    case originFile = "origin.file"
    case originTool = "origin.tool"
    case originWords = "origin.words"
    case originEarlier = "origin.earlier"

    case syntaxKeyword = "syntax.keyword"
    case syntaxString = "syntax.string"
    case syntaxNumber = "syntax.number"
    case syntaxComment = "syntax.comment"
    case syntaxFunction = "syntax.function"
    case syntaxType = "syntax.type"

    case chart1 = "chart.1"
    case chart2 = "chart.2"
    case chart3 = "chart.3"
    case chart4 = "chart.4"
    case chart5 = "chart.5"
    case chart6 = "chart.6"
}
