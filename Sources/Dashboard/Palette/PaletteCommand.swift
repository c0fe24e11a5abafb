/// What is rare and has no key; most take an argument: `:save after lunch`.
package enum PaletteCommand: String, CaseIterable, Sendable {
    case filter, sort, view, save
    case deleteView = "delete-view"
    case theme
    case provenance
    case split
    case forget
    /// Of findings.
    case accept, fixed, reopen
    case falsePositive = "false-positive"

    /// What stands behind the name: `NAME`; `nil` for one that takes nothing.
    var argument: String? {
        switch self {
        case .filter: "FILTER"
        case .provenance: "LINK"
        case .split: "DATE"
        case .sort: "COLUMN"
        case .view, .save, .deleteView, .theme: "NAME"
        case .forget: nil
        case .accept: "REASON [until DATE]"
        case .falsePositive, .fixed, .reopen: "REASON"
        }
    }

    var meaning: String {
        switch self {
        case .filter: "filter the list"
        case .sort: "order by a column; -COLUMN the other way round"
        case .view: "open a saved view"
        case .save: "keep this list under a name"
        case .deleteView: "forget the name of a view"
        case .theme: "wear another theme; each is shown as you come to it"
        case .provenance: "walk from a record: edit:4f2a91, alert:77de, revision:93c2"
        case .split: "compare the pipeline from a day on, as 2026-09-01, with as long before"
        case .forget: "take what is marked, or the row here, out of the store for good; asks first"
        case .accept: "it may stay, for a reason, for good or until a day as 2026-12-31"
        case .falsePositive: "it is none: the rule is wrong here"
        case .fixed: "it is fixed; what leaves its file closes by itself"
        case .reopen: "it is open again"
        }
    }

    /// Whether it says something of findings.
    var isOfFindings: Bool { [.accept, .falsePositive, .fixed, .reopen].contains(self) }

    /// The command that a line names, and what stands behind it; `nil` where there is no blank yet.
    static func reading(_ text: String) -> (command: PaletteCommand, argument: String)? {
        guard let blank = text.firstIndex(of: " "), let command = PaletteCommand(rawValue: text[..<blank].lowercased()),
            command.argument != nil
        else { return nil }
        let rest = text[text.index(after: blank)...].drop { $0 == " " }
        return (command, String(rest))
    }
}
