import Flows
import Scanners
import Store
import Text

/// What is said of an import.
struct ReportPage {
    private let report: ScannerReport
    private let name: String

    private static let mostUnread = 5

    init(_ report: ScannerReport, name: String) {
        self.report = report
        self.name = name
    }

    /// A scanner that looked at no file says nothing about any.
    var nothing: String? {
        guard report.results.isEmpty, report.scanned == 0 else { return nil }
        return Visible.text("'\(name)': \(report.tool) scanned no file, so nothing is known of the code.")
    }

    func sentence(_ summary: ReportImport.Summary) -> String {
        let taken = summary.taken
        var parts: [String] = []
        func add(_ count: Int, _ words: String) { if count > 0 { parts.append("\(count) \(words)") } }
        add(taken.new, "new")
        add(taken.joined, "seen by others before, now with one witness more")
        add(taken.known, "known already")
        add(summary.ofPeople, "on lines of people, kept out")
        add(summary.withoutFile, "in files that are not here")
        add(summary.withoutLine, "on lines that their files do not have")
        add(summary.withoutPlace, "without a place")
        add(summary.closed, "fixed, gone or no defect by the report's own words")
        add(summary.unexplained, "waived in the code without a reason, kept open")
        add(summary.gone, "told of before and not any more, closed as gone")
        add(
            summary.unsure,
            "told of before and not any more, left open: whether their rules were at work it does not say (--all-rules)"
        )
        add(summary.left, "told of before and not any more, which others still tell of")
        let version = report.version.map { " \($0)" } ?? ""
        let count = IngestReport.count(report.results.count, "result")
        return Visible.text(
            "\(name): \(report.tool)\(version), \(count)\(parts.isEmpty ? "" : ": ")\(parts.joined(separator: "; ")).")
    }

    /// Files that the scanner itself could not read.
    var unread: [String] {
        var lines = report.unread.prefix(Self.mostUnread).map {
            Visible.text("\(report.tool) did not read all of \($0.path): \($0.reason)")
        }
        if report.unread.count > Self.mostUnread {
            lines.append("… nor of \(IngestReport.count(report.unread.count - Self.mostUnread, "other file")).")
        }
        return lines
    }
}
