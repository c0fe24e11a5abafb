import Provenance
import Text

/// Findings as SARIF 2.1.0, as the standard and GitHub's code scanning want it.
struct SARIFLog {
    /// What GitHub takes of one run; of tags of one rule.
    private static let mostResults = 25_000
    private static let mostRules = 25_000
    private static let mostTags = 10
    private static let mostStations = 1000
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private let notAnalysed: [String]

    init(notAnalysed: [String]) { self.notAnalysed = notAnalysed }

    func write(_ findings: [ReportedFinding]) -> (bytes: [UInt8], notes: [String]) {
        let (taken, notes) = Self.limited(findings.filter(\.status.stands))
        var rules: [ReportedRule] = []
        var places: [String: Int] = [:]
        for finding in taken where places[finding.rule.id] == nil {
            places[finding.rule.id] = rules.count
            rules.append(finding.rule)
        }
        let prompts = SARIFPrompts(taken)
        var json = JSONWriter()
        json.object { log in
            log.set("$schema", Self.schema)
            log.set("version", "2.1.0")
            log.array("runs") {
                $0.object { run in
                    run.object("tool") { $0.object("driver") { Self.write(rules, to: &$0) } }
                    run.object("automationDetails") { $0.set("id", "colophon/") }
                    run.set("columnKind", "utf16CodeUnits")
                    writeInvocation(&run)
                    prompts.write(to: &run)
                    run.array("results") { results in
                        for finding in taken {
                            results.object {
                                Self.write(finding, rule: places[finding.rule.id] ?? 0, prompts, to: &$0)
                            }
                        }
                    }
                }
            }
        }
        return (json.bytes + [0x0A], notes)
    }

    /// The worst are kept, in the order in which they came.
    private static func limited(_ findings: [ReportedFinding]) -> ([ReportedFinding], [String]) {
        guard findings.count > mostResults else { return (findings, []) }
        let worst = findings.indices.sorted {
            (findings[$0].severity.rank, $0) < (findings[$1].severity.rank, $1)
        }
        let kept = worst.prefix(mostResults).sorted().map { findings[$0] }
        return (
            kept,
            [
                "GitHub takes \(mostResults) results of a run: the \(mostResults) worst of \(findings.count) are in the file, "
                    + "give it folder by folder for all."
            ]
        )
    }

    // MARK: - Rules

    private static func write(_ rules: [ReportedRule], to driver: inout JSONObjectWriter) {
        driver.set("name", "Colophon")
        driver.set("semanticVersion", "0.1.0")
        driver.array("rules") { list in
            for rule in rules.prefix(mostRules) { list.object { write(rule, to: &$0) } }
        }
    }

    private static func write(_ rule: ReportedRule, to object: inout JSONObjectWriter) {
        object.set("id", rule.id)
        object.object("shortDescription") { $0.set("text", rule.title) }
        object.object("fullDescription") { $0.set("text", rule.description) }
        object.object("help") {
            $0.set("text", rule.remedy)
            $0.set("markdown", "\(rule.description)\n\n**What to do:** \(rule.remedy)")
        }
        if let cwe = rule.cwes.first {
            object.set("helpUri", "https://cwe.mitre.org/data/definitions/\(cwe).html")
        }
        object.object("defaultConfiguration") { $0.set("level", level(rule.severity)) }
        object.object("properties") { properties in
            var tags = [rule.isSecurity ? "security" : "correctness"]
            // Three digits, as CodeQL writes them.
            tags += rule.cwes.map {
                "external/cwe/cwe-" + String(repeating: "0", count: max(0, 3 - "\($0)".count)) + "\($0)"
            }
            tags += rule.owasp.map { "OWASP-\($0)" }
            properties.array("tags") { for tag in tags.prefix(mostTags) { $0.add(tag) } }
            if let confidence = rule.confidence { properties.set("precision", confidence) }
            // A score makes an alert a matter of security.
            if rule.isSecurity {
                properties.set("security-severity", score(rule.severity))
            } else {
                properties.set(
                    "problem.severity", level(rule.severity) == "note" ? "recommendation" : level(rule.severity))
            }
        }
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low, .info: "note"
        }
    }

    /// Inside of what GitHub calls critical, high, medium and low.
    private static func score(_ severity: Severity) -> String {
        switch severity {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "3.0"
        case .info: "1.0"
        }
    }

    // MARK: - Results

    private static func write(
        _ finding: ReportedFinding, rule: Int, _ prompts: SARIFPrompts, to result: inout JSONObjectWriter
    ) {
        result.set("ruleId", finding.rule.id)
        result.set("ruleIndex", rule)
        result.set("level", level(finding.severity))
        result.object("message") { $0.set("text", finding.message) }
        result.array("locations") { $0.object { write(finding.place, to: &$0) } }
        if finding.lineHash != nil || finding.fingerprint != nil {
            result.object("partialFingerprints") {
                if let hash = finding.lineHash { $0.set("primaryLocationLineHash", hash) }
                if let fingerprint = finding.fingerprint { $0.set("colophonFinding/v1", fingerprint) }
            }
        }
        if finding.flow.count > 1 {
            result.array("codeFlows") {
                $0.object {
                    $0.array("threadFlows") {
                        $0.object {
                            $0.array("locations") { stations in
                                for place in finding.flow.prefix(mostStations) {
                                    stations.object { $0.object("location") { write(place, to: &$0) } }
                                }
                            }
                        }
                    }
                }
            }
        }
        prompts.write(finding, to: &result)
        writeSuppression(finding.status, to: &result)
        result.object("properties") { write(finding, to: &$0) }
    }

    private static func writeSuppression(_ status: ReportedFinding.Status, to result: inout JSONObjectWriter) {
        let justification: String?
        switch status {
        case .accepted(let reason): justification = reason
        case .falsePositive(let reason): justification = "False positive" + (reason.map { ": \($0)" } ?? ".")
        case .open, .fixed, .gone: return
        }
        result.array("suppressions") {
            $0.object {
                $0.set("kind", "external")
                $0.set("status", "accepted")
                if let justification { $0.set("justification", justification) }
            }
        }
    }

    /// GitHub leaves these alone, and they come back when the file is imported.
    private static func write(_ finding: ReportedFinding, to properties: inout JSONObjectWriter) {
        if let confidence = finding.confidence { properties.set("confidence", confidence) }
        properties.set("severity", finding.severity.rawValue)
        properties.set("status", finding.status.name)
        if let uid = finding.uid { properties.set("finding", uid) }
        if let generation = finding.generation { properties.set("generation", generation) }
        if let edit = finding.edit { properties.set("edit", edit) }
        if let prompt = finding.prompt { properties.set("prompt", prompt.uid) }
        if let tokens = finding.tokens {
            properties.array("tokens") {
                $0.add(tokens.lowerBound)
                $0.add(tokens.upperBound)
            }
        }
        if !finding.witnesses.isEmpty {
            properties.array("witnesses") { for witness in finding.witnesses { $0.add(witness) } }
        }
    }

    static func write(_ place: ReportedFinding.Place, to location: inout JSONObjectWriter) {
        location.object("physicalLocation") {
            $0.object("artifactLocation") { $0.set("uri", PathAddress.of(place.path)) }
            $0.object("region") {
                $0.set("startLine", place.start.line)
                $0.set("startColumn", place.start.column)
                $0.set("endLine", max(place.start.line, place.end.line))
                $0.set("endColumn", place.end.column)
            }
        }
        if let message = place.message { location.object("message") { $0.set("text", message) } }
    }

    private func writeInvocation(_ run: inout JSONObjectWriter) {
        run.array("invocations") {
            $0.object { invocation in
                invocation.set("executionSuccessful", true)
                guard !notAnalysed.isEmpty else { return }
                invocation.array("toolExecutionNotifications") { notifications in
                    for sentence in notAnalysed {
                        notifications.object {
                            $0.set("level", "note")
                            $0.object("message") { $0.set("text", sentence) }
                        }
                    }
                }
            }
        }
    }
}
