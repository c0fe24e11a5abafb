package import Flows
import Provenance
import Store
import Text

/// What is to be said of findings, by their links.
package struct JudgementRequest: Equatable, Sendable {
    package var links: [String]
    package var judging: FindingJudging

    package init(links: [String], judging: FindingJudging) {
        self.links = links
        self.judging = judging
    }
}

extension FindingJudging {
    /// `test data until 2026-12-31`, as it is typed behind a command; `nil` where the command says nothing of findings.
    init?(_ command: PaletteCommand, _ words: String) {
        switch command {
        case .accept: self.init(status: .accepted, reason: words)
        case .falsePositive: self.init(status: .false, reason: words)
        case .fixed: self.init(status: .fixed, reason: words)
        case .reopen: self.init(status: .open, reason: words)
        default: return nil
        }
        let parts = words.split(separator: " ")
        guard command == .accept, parts.count > 1, parts[parts.count - 2] == "until", let day = parts.last else {
            return
        }
        until = String(day)
        reason = parts.dropLast(2).joined(separator: " ")
    }

    /// What was done, in a sentence.
    func sentence(of rows: [FindingRow]) -> String {
        var words =
            switch status {
            case .accepted: "accepted"
            case .false: "false positive"
            case .fixed: "fixed"
            case .open: "open again"
            }
        if let until { words += " until \(until)" }
        guard rows.count == 1, let row = rows.first else {
            return "\(words): \(rows.count.grouped) findings"
        }
        let place = row.path.map { " " + $0 + (row.firstLine.map { ":\($0)" } ?? "") } ?? ""
        let gone = row.status == "gone" ? "; its code is gone" : ""
        return "\(words): \(row.rule)\(place)\(gone)"
    }
}

/// One finding in full.
package struct FindingRequest: Equatable, Sendable {
    package var ticket: Int
    package var id: Int64
    package var reader: TurnRequest.Reader
}

/// What the last weeks brought.
package struct TrendRequest: Equatable, Sendable {
    package var ticket: Int
}
