import Provenance
import Text

/// One `run` of a SARIF file.
struct SARIFRun {
    private let driver: SARIFComponent
    private let extensions: [SARIFComponent]
    private let places: SARIFPlaces
    /// By the index and name of `taxonomies` the ids of their entries.
    private let taxonomies: [(name: String, ids: [String])]
    private let tool: ToolHabits

    init(_ run: JSONValue) {
        let tool = run["tool"]
        driver = SARIFComponent(tool["driver"])
        extensions = tool["extensions"].elements.lazy.prefix(200).map { SARIFComponent($0) }
        self.tool = ToolHabits(of: driver.name ?? "")
        let unit: TextPlaces.Unit =
            switch run["columnKind"].words(40) {
            case "utf16CodeUnits": .utf16
            case "unicodeCodePoints": .scalars
            default: self.tool.unit
            }
        places = SARIFPlaces(run, unit: unit)
        taxonomies = run["taxonomies"].elements.lazy.prefix(20).map { component in
            (
                component["name"].words(60) ?? "",
                component["taxa"].elements.lazy.prefix(20_000).map { $0["id"].words(60) ?? "" }
            )
        }
    }

    func report(_ run: JSONValue) -> ScannerReport {
        var report = ScannerReport(format: .sarif, tool: tool.name ?? driver.name ?? "a scanner without a name")
        let component = run["tool"]["driver"]
        report.version =
            component["semanticVersion"].words(60) ?? component["version"].words(60)
            ?? component["dottedQuadFileVersion"].words(60)
        for source in run["versionControlProvenance"].elements {
            report.repository = report.repository ?? source["repositoryUri"].words(1000)
            report.revision = report.revision ?? source["revisionId"].words(200)
        }
        for entry in run["results"].elements { report.results.append(result(entry)) }
        addNotes(run, to: &report)
        return report
    }

    private func addNotes(_ run: JSONValue, to report: inout ScannerReport) {
        for invocation in run["invocations"].elements {
            if invocation["executionSuccessful"].bool == false {
                report.notes.append("\(report.tool) says that its run failed: what it did not find may be there.")
                report.isBroken = true
            }
            for notification in invocation["toolExecutionNotifications"].elements
            where notification["level"].equals("error") && report.unread.count < 10_000 {
                let reason = notification["message"]["text"].words(400) ?? "no reason given"
                if let place = notification["locations"].elements.lazy.compactMap({ places.place($0) }).first {
                    report.unread.append(.init(path: place.path, reason: reason))
                } else if report.notes.count < 20 {
                    report.notes.append("\(report.tool) says: \(reason)")
                }
            }
        }
        if run["externalPropertyFileReferences"]["results"].count > 0 {
            report.notes.append(
                "Results of \(report.tool) are in other files, which are not opened: let it write one file.")
            report.isBroken = true
        } else if run["results"].kind != .array {
            report.notes.append("\(report.tool) gives no list of results: nothing is known of the code.")
            report.isBroken = true
        }
        report.covered = places.covered(run)
        // Some tools list all their rules, others those that have results.
        let listed = ([driver] + extensions).reduce(into: Set<String>()) { $0.formUnion($1.rules.map(\.id)) }
        let hit = Set(report.results.map(\.rule))
        if listed.contains(where: { !$0.isEmpty && !hit.contains($0) }) { report.rules = listed }
        let artifacts = run["artifacts"].count
        if artifacts > 0 { report.scanned = artifacts }
    }

    // MARK: - One result

    private func result(_ entry: JSONValue) -> ScannerResult {
        let reference = entry["rule"]
        let id = entry["ruleId"].words(400) ?? reference["id"].words(400)
        let index = entry["ruleIndex"].int ?? reference["index"].int
        let rule = component(reference["toolComponent"]).rule(id: id, index: index) ?? id.flatMap(ruleAnywhere)
        let message = SARIFMessage.text(entry["message"], rule: rule)
        var result = ScannerResult(
            rule: id ?? rule?.id ?? "?", message: message ?? rule?.title ?? id ?? "The scanner gives no words.",
            severity: .medium)
        result.title = rule?.title
        result.help = rule?.help
        result.confidence = rule?.confidence
        let properties = entry["properties"]
        result.severity = severity(entry, rule)
        result.cwes = weaknesses(entry, rule, message ?? "")
        result.isSecurity = !result.cwes.isEmpty || (rule?.isSecurity ?? false) || SARIFRule.score(properties) != nil
        for location in entry["locations"].elements {
            if let place = places.place(location, rule: rule) {
                result.place = place
                break
            }
        }
        result.flow = flow(entry["codeFlows"], rule)
        result.standing = standing(entry)
        result.fingerprint = fingerprint(entry)
        if tool.hasCommits { result.revision = entry["partialFingerprints"]["commitSha"].words(100) }
        return result
    }

    private func component(_ reference: JSONValue) -> SARIFComponent {
        guard let index = reference["index"].int, extensions.indices.contains(Int(clamping: index)) else {
            guard let name = reference["name"].words(100) else { return driver }
            return extensions.first { $0.name == name } ?? driver
        }
        return extensions[Int(index)]
    }

    private func ruleAnywhere(_ id: String) -> SARIFRule? {
        driver.rule(id) ?? extensions.lazy.compactMap { $0.rule(id) }.first
    }

    private func severity(_ entry: JSONValue, _ rule: SARIFRule?) -> Severity {
        if let score = SARIFRule.score(entry["properties"]) ?? rule?.score { return Severity(score: score) }
        if tool.tagsSeverity, let tagged = rule?.tagged { return tagged }
        // "If kind … has any value other than "fail", then … level … SHALL be "none"" (3.27.10); some write none but still warn.
        switch entry["level"].words(20) ?? rule?.level ?? "warning" {
        case "error": return .high
        case "note": return .low
        case "none": return .info
        default: return .medium
        }
    }

    private func weaknesses(_ entry: JSONValue, _ rule: SARIFRule?, _ message: String) -> [Int] {
        var numbers = entry["properties"]["tags"].weaknesses() + entry["properties"]["cwe"].weaknesses()
        for taxon in entry["taxa"].elements where numbers.count < 8 {
            if let number = SARIFRule.taxon(taxon) ?? self.taxon(taxon) { numbers.append(number) }
        }
        numbers += rule?.cwes ?? []
        if numbers.isEmpty { numbers = Weaknesses.numbers(in: message) }
        if numbers.isEmpty { numbers = tool.cwes }
        var seen: Set<Int> = []
        return Array(numbers.filter { seen.insert($0).inserted }.prefix(8))
    }

    /// A taxon by its place in the run's own list.
    private func taxon(_ reference: JSONValue) -> Int? {
        let component = reference["toolComponent"]
        let list =
            component["index"].int.flatMap {
                taxonomies.indices.contains(Int(clamping: $0)) ? taxonomies[Int($0)] : nil
            }
            ?? component["name"].words(60).flatMap { name in taxonomies.first { $0.name == name } }
        guard let list, list.name.uppercased().hasPrefix("CWE"), let index = reference["index"].int,
            list.ids.indices.contains(Int(clamping: index))
        else { return nil }
        let id = list.ids[Int(index)]
        return Weaknesses.numbers(in: id).first ?? Int(id).flatMap { 1...99_999 ~= $0 ? $0 : nil }
    }

    private func flow(_ flows: JSONValue, _ rule: SARIFRule?) -> [ScannerPlace] {
        for flow in flows.elements {
            for thread in flow["threadFlows"].elements {
                var stations: [ScannerPlace] = []
                for step in thread["locations"].elements where stations.count < 32 {
                    if let place = places.place(step["location"], rule: rule) { stations.append(place) }
                }
                if !stations.isEmpty { return stations }
            }
        }
        return []
    }

    private func standing(_ entry: JSONValue) -> ScannerResult.Standing {
        if entry["baselineState"].equals("absent") { return .absent }
        switch entry["kind"].words(20) {
        case "pass", "notApplicable", "informational": return .noDefect
        default: break
        }
        // Without a status it is accepted; what is under review or was rejected waives nothing.
        for suppression in entry["suppressions"].elements {
            let status = suppression["status"].words(20) ?? suppression["state"].words(20) ?? "accepted"
            guard status == "accepted" else { continue }
            let isOutside = suppression["kind"].equals("external")
            return .suppressed(
                suppression["justification"].words(1000) ?? (isOutside ? "suppressed outside of the code" : nil))
        }
        return .open
    }

    private func fingerprint(_ entry: JSONValue) -> String? {
        var found: (name: String, value: String)?
        for (name, value) in entry["fingerprints"].members {
            guard let value = value.words(400), value != "requires login" else { continue }
            if found.map({ name < $0.name }) ?? true { found = (name, value) }
        }
        return found?.value ?? entry["partialFingerprints"]["primaryLocationLineHash"].words(100)
    }
}
