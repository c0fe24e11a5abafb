import Provenance
import Text

/// Semgrep's and Opengrep's JSON.
enum SemgrepReport {
    /// `nil` where it is somebody else's.
    static func read(_ value: JSONValue) -> ScannerReport? {
        let first = value["results"][0]
        guard first.exists ? first["check_id"].exists && first["start"].exists : value["paths"].kind == .object else {
            return nil
        }
        var report = ScannerReport(format: .semgrep, tool: "Semgrep")
        report.version = value["version"].words(60)
        let scanned = value["paths"]["scanned"]
        if scanned.kind == .array {
            report.scanned = scanned.count
            for path in scanned.elements {
                if let path = path.words(4096) { report.covered.append(ScannerPlace(path: Paths.plain(path))) }
            }
        }
        for entry in value["results"].elements { report.results.append(result(entry)) }
        for error in value["errors"].elements {
            let reason = error["message"].words(400) ?? error["type"].words(100) ?? "no reason given"
            if let path = error["path"].words(4096) {
                report.unread.append(.init(path: Paths.plain(path), reason: reason))
            } else if report.notes.count < 20 {
                report.notes.append("Semgrep says: \(reason)")
            }
        }
        return report
    }

    private static func result(_ entry: JSONValue) -> ScannerResult {
        let extra = entry["extra"]
        let metadata = extra["metadata"]
        let rule = entry["check_id"].words(400) ?? "?"
        var result = ScannerResult(
            // It stands behind the folders of the file that it was read from.
            rule: rule.split(separator: ".").last.map(String.init) ?? rule,
            message: extra["message"].words(4000) ?? rule, severity: severity(extra["severity"].words(20)))
        result.confidence = metadata["confidence"].words(20).flatMap { ScannerConfidence(named: $0) }
        result.cwes = metadata["cwe"].weaknesses()
        result.isSecurity = !result.cwes.isEmpty || metadata["category"].equals("security")
        result.help = extra["fix"].words(1000).map { "Semgrep proposes: \($0)" }
        if extra["is_ignored"].bool ?? false { result.standing = .suppressed(nil) }
        result.place = place(entry["path"], entry)
        // "requires login" is what everybody gets who has not logged in.
        result.fingerprint = extra["fingerprint"].words(200).flatMap { $0 == "requires login" ? nil : $0 }
        let trace = extra["dataflow_trace"]
        var stations: [ScannerPlace] = []
        station(trace["taint_source"], into: &stations)
        for step in trace["intermediate_vars"].elements where stations.count < 30 {
            if let step = place(step["location"]["path"], step["location"]) { stations.append(step) }
        }
        station(trace["taint_sink"], into: &stations)
        result.flow = stations
        return result
    }

    /// `["CliLoc", [{path, start, end}, "text"]]`
    private static func station(_ value: JSONValue, into stations: inout [ScannerPlace]) {
        let location = value[1][0]
        if let step = place(location["path"], location) { stations.append(step) }
    }

    private static func place(_ path: JSONValue, _ value: JSONValue) -> ScannerPlace? {
        guard let path = path.words(4096) else { return nil }
        // Columns are bytes, whatever the documentation calls them: `é` counts two.
        var region = ScannerRegion(unit: .bytes)
        if let first = value["start"]["line"].place, let last = value["end"]["line"].place {
            region.lines = first...max(first, last)
            region.startColumn = value["start"]["col"].place
            region.endColumn = value["end"]["col"].place
        }
        return ScannerPlace(path: Paths.plain(path), region: region.lines == nil ? nil : region)
    }

    private static func severity(_ name: String?) -> Severity {
        switch name?.uppercased() {
        case "CRITICAL": .critical
        case "HIGH", "ERROR": .high
        case "LOW", "INFO": .low
        case "INVENTORY", "EXPERIMENT": .info
        default: .medium
        }
    }
}
