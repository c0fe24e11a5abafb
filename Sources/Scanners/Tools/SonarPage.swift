import Provenance
import Text

/// A page that SonarQube answers to `/api/issues/search` or `/api/hotspots/search`.
enum SonarPage {
    /// "Can only return the first 10000 results."
    static let mostIssues = 10_000

    static func read(_ value: JSONValue) -> ScannerReport {
        var report = ScannerReport(format: .sonar, tool: "SonarQube")
        var paths: [String: String] = [:]
        for component in value["components"].elements where paths.count < 1_000_000 {
            guard let key = component["key"].words(4096), let path = component["path"].words(4096) else { continue }
            paths[key] = Paths.plain(path)
            if component["qualifier"].equals("FIL") || component["qualifier"].equals("UTS") {
                report.covered.append(ScannerPlace(path: Paths.plain(path)))
            }
        }
        var rules: [String: Rule] = [:]
        for rule in value["rules"].elements where rules.count < 100_000 {
            guard let key = rule["key"].words(200) else { continue }
            rules[key] = Rule(
                name: rule["name"].words(300),
                cwes: rule["securityStandards"].weaknesses() + rule["sysTags"].weaknesses() + rule["tags"].weaknesses())
        }
        for entry in value["issues"].elements { report.results.append(issue(entry, paths, rules)) }
        for entry in value["hotspots"].elements { report.results.append(hotspot(entry, paths, rules)) }
        let total = value["paging"]["total"].int ?? value["total"].int ?? 0
        report.announced = Int(clamping: max(0, total))
        if total > mostIssues {
            report.isBroken = true
            report.notes.append(
                "The search has \(total) issues, and SonarQube gives \(mostIssues) of one search at most: "
                    + "search by severity or folder, and import each.")
        }
        return report
    }

    private struct Rule {
        var name: String?
        var cwes: [Int]
    }

    private static func issue(_ entry: JSONValue, _ paths: [String: String], _ rules: [String: Rule]) -> ScannerResult {
        var result = common(entry, rule: entry["rule"].words(200) ?? "?", paths, rules)
        result.severity = severity(of: entry)
        let type = entry["type"].words(40)
        result.isSecurity =
            type == "VULNERABILITY" || type == "SECURITY_HOTSPOT"
            || entry["impacts"].elements.contains { $0["softwareQuality"].equals("SECURITY") }
        result.standing = standing(entry)
        // The longest flow has the most to tell.
        var longest: [ScannerPlace] = []
        for flow in entry["flows"].elements {
            var stations: [ScannerPlace] = []
            for location in flow["locations"].elements where stations.count < 32 {
                let component = location["component"].words(4096) ?? entry["component"].words(4096)
                guard let component else { continue }
                var place = ScannerPlace(path: path(component, paths), region: region(location["textRange"], line: nil))
                place.message = location["msg"].words(400)
                stations.append(place)
            }
            if stations.count > longest.count { longest = stations }
        }
        // They are told from the sink back to the source.
        result.flow = longest.reversed()
        return result
    }

    private static func hotspot(_ entry: JSONValue, _ paths: [String: String], _ rules: [String: Rule]) -> ScannerResult
    {
        var result = common(entry, rule: entry["ruleKey"].words(200) ?? "?", paths, rules)
        switch entry["vulnerabilityProbability"].words(20) {
        case "HIGH": result.severity = .high
        case "LOW": result.severity = .low
        default: result.severity = .medium
        }
        result.isSecurity = true
        // A hotspot waits for somebody to say whether it is a defect.
        result.confidence = .low
        switch entry["resolution"].words(20) {
        case "FIXED": result.standing = .fixed
        case "SAFE": result.standing = .falsePositive
        case "ACKNOWLEDGED": result.standing = .suppressed("acknowledged in SonarQube")
        default: break
        }
        return result
    }

    private static func common(
        _ entry: JSONValue, rule: String, _ paths: [String: String], _ rules: [String: Rule]
    ) -> ScannerResult {
        let message = entry["message"].words(4000) ?? rules[rule]?.name ?? rule
        var result = ScannerResult(rule: rule, message: message, severity: .medium)
        result.title = rules[rule]?.name
        result.cwes = rules[rule]?.cwes ?? []
        if result.cwes.isEmpty { result.cwes = entry["tags"].weaknesses() }
        if result.cwes.isEmpty { result.cwes = Weaknesses.numbers(in: message) }
        if result.cwes.isEmpty, let known = SonarWeaknesses.weakness(of: rule) { result.cwes = [known] }
        result.fingerprint = entry["key"].words(200)
        if let component = entry["component"].words(4096), component != entry["project"].words(4096) {
            result.place = ScannerPlace(
                path: path(component, paths), region: region(entry["textRange"], line: entry["line"].place))
        }
        return result
    }

    private static func path(_ component: String, _ paths: [String: String]) -> String {
        if let known = paths[component] { return known }
        guard let colon = component.lastIndex(of: ":") else { return Paths.plain(component) }
        return Paths.plain(String(component[component.index(after: colon)...]))
    }

    private static func region(_ value: JSONValue, line: Int?) -> ScannerRegion? {
        guard let first = value["startLine"].place ?? line else { return nil }
        var region = ScannerRegion(lines: first...max(first, value["endLine"].place ?? first))
        region.startColumn = value["startOffset"].int.flatMap { 0...Int64(Int32.max) ~= $0 ? Int($0) + 1 : nil }
        region.endColumn = value["endOffset"].int.flatMap { 0...Int64(Int32.max) ~= $0 ? Int($0) + 1 : nil }
        return region
    }

    private static func severity(of entry: JSONValue) -> Severity {
        // The worst of what it does to the software counts; older servers know only the one severity.
        var worst: Severity?
        for impact in entry["impacts"].elements {
            let found: Severity? =
                switch impact["severity"].words(20) {
                case "BLOCKER": .critical
                case "HIGH": .high
                case "MEDIUM": .medium
                case "LOW": .low
                case "INFO": .info
                default: nil
                }
            if let found, worst.map({ found.rank < $0.rank }) ?? true { worst = found }
        }
        if let worst { return worst }
        switch entry["severity"].words(20) {
        case "BLOCKER": return .critical
        case "CRITICAL": return .high
        case "MINOR": return .low
        case "INFO": return .info
        default: return .medium
        }
    }

    private static func standing(_ entry: JSONValue) -> ScannerResult.Standing {
        switch entry["resolution"].words(40) ?? entry["issueStatus"].words(40) ?? entry["status"].words(40) ?? "" {
        case "FALSE-POSITIVE", "FALSE_POSITIVE": .falsePositive
        case "WONTFIX", "ACCEPTED": .suppressed("accepted in SonarQube")
        case "FIXED", "REMOVED", "CLOSED", "RESOLVED": .fixed
        default: .open
        }
    }
}
