import Provenance
import Text

/// Bandit's JSON.
enum BanditReport {
    /// `nil` where it is somebody else's.
    static func read(_ value: JSONValue) -> ScannerReport? {
        let first = value["results"][0]
        guard first.exists ? first["test_id"].exists && first["filename"].exists : value["metrics"].kind == .object
        else { return nil }
        var report = ScannerReport(format: .bandit, tool: "Bandit")
        if value["metrics"].kind == .object {
            for (path, _) in value["metrics"].members where path != "_totals" {
                report.covered.append(ScannerPlace(path: Paths.plain(path)))
            }
            report.scanned = report.covered.count
        }
        for entry in value["results"].elements { report.results.append(result(entry)) }
        for error in value["errors"].elements {
            report.unread.append(
                .init(
                    path: Paths.plain(error["filename"].words(4096) ?? "?"),
                    reason: error["reason"].words(400) ?? "no reason given"))
        }
        return report
    }

    private static func result(_ entry: JSONValue) -> ScannerResult {
        let rule = entry["test_id"].words(100) ?? "?"
        var result = ScannerResult(
            rule: rule, message: entry["issue_text"].words(4000) ?? rule,
            severity: severity(entry["issue_severity"].words(20)))
        result.title = entry["test_name"].words(200)
        result.confidence = entry["issue_confidence"].words(20).flatMap { ScannerConfidence(named: $0) }
        if let cwe = entry["issue_cwe"]["id"].place, cwe < 100_000 { result.cwes = [cwe] }
        result.isSecurity = true
        result.help = entry["more_info"].words(400).map { "See \($0)." }
        if let path = entry["filename"].words(4096) {
            result.place = ScannerPlace(path: Paths.plain(path), region: region(entry))
        }
        return result
    }

    private static func region(_ entry: JSONValue) -> ScannerRegion? {
        guard let first = entry["line_number"].place else { return nil }
        // Columns are Python's: bytes, from 0; where there is no end, none of the statement is known.
        var region = ScannerRegion(lines: first...first, unit: .bytes)
        region.startColumn = entry["col_offset"].int.flatMap { 0...Int64(Int32.max) ~= $0 ? Int($0) + 1 : nil }
        var last = first
        for line in entry["line_range"].elements { last = max(last, line.place ?? last) }
        // It says where the call ends, but not on which line.
        if last == first {
            region.endColumn = entry["end_col_offset"].int.flatMap { 0...Int64(Int32.max) ~= $0 ? Int($0) + 1 : nil }
        } else {
            region.lines = first...last
        }
        return region
    }

    private static func severity(_ name: String?) -> Severity {
        switch name?.uppercased() {
        case "HIGH": .high
        case "MEDIUM": .medium
        case "LOW": .low
        default: .info
        }
    }
}
