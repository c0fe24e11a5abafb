package import Git
import Provenance
import Redaction
package import Scanners
package import Store
import Text

/// Keeps what scanners say of generated code, each as a finding of the edit that wrote it.
///
/// What stands on lines of people is counted and kept out.
package struct ReportImport {
    package struct Summary: Equatable, Sendable {
        package var taken = Store.TakenReport()
        /// On lines that no known generation wrote.
        package var ofPeople = 0
        /// In files that are not here, on lines that their files do not have, or without a place.
        package var withoutFile = 0
        package var withoutLine = 0
        package var withoutPlace = 0
        /// What is fixed, gone or no defect by the report's own words.
        package var closed = 0
        /// Waived in the code without a reason: kept open.
        package var unexplained = 0
        /// Told of before, in files that the report covers, and not any more: closed as gone.
        package var gone = 0
        /// Such of which another auditor still tells.
        package var left = 0
        /// Such of rules of which the report does not say whether they were at work: left open.
        package var unsure = 0

        package init() {}
    }

    private let store: Store
    private let now: Int64
    private var binding: ResultBinding
    private let redactor = Redactor()

    /// So many are written in one transaction.
    private static let atOnce = 60
    /// Their messages quote what was found.
    private static let secrets: Set<Int> = [256, 259, 312, 321, 522, 798]

    /// - Parameters:
    ///   - folder: where the user stands.
    ///   - now: when it is read.
    package init(store: Store, folder: String, checkout: Checkout?, now: Int64) {
        self.store = store
        self.now = now
        binding = ResultBinding(store: store, folder: folder, checkout: checkout)
    }

    /// Why a commit that a report names was not read, each a sentence.
    package var doubts: [String] { binding.doubts }

    /// - Parameters:
    ///   - source: the report's file or address, which is kept with what was found.
    ///   - isOfAllRules: whether all rules of the tool were at work, whatever the report says of that.
    package mutating func take(
        _ report: ScannerReport, source: String, isOfAllRules: Bool = false
    ) throws -> Summary {
        var summary = Summary()
        var report = report
        // Most tools name the rules that have results alone: another rule may have been at work, or left out this time.
        let atWork =
            isOfAllRules || report.isOfAllRules
            ? nil : Set((report.rules ?? Set(report.results.map(\.rule))).map { clean($0, 400) })
        let covered = try binding.covered(by: report)
        report.results.removeAll { result in
            let isClosed = [.fixed, .absent, .noDefect].contains(result.standing)
            if isClosed { summary.closed += 1 }
            return isClosed
        }
        let auditor = Self.auditor(report.tool)
        let edition = AuditEdition(auditor: auditor, version: report.version ?? "", source: clean(source, 400))
        var defects: [ScannedDefect] = []
        var rules: [String: Rule] = [:]
        var seen: Set<Int64> = []
        // What a result means that is bound to nobody is not known: it may be what was told of before.
        var unbound: Set<[String]> = []
        for (result, answer) in zip(report.results, try binding.bind(report)) {
            if !answer.isBound, let path = try binding.path(of: result) {
                unbound.insert([path, clean(result.rule, 400)])
            }
            switch answer {
            case .noPlace: summary.withoutPlace += 1
            case .noFile: summary.withoutFile += 1
            case .noLine: summary.withoutLine += 1
            case .nobody: summary.ofPeople += 1
            case .bound(let bound):
                if result.standing == .suppressed(nil) { summary.unexplained += 1 }
                let defect = defect(result, bound, auditor)
                rules[defect.finding.rule] = rule(result, auditor)
                defects.append(defect)
            }
        }
        for start in stride(from: 0, to: defects.count, by: Self.atOnce) {
            let some = Array(defects[start..<min(start + Self.atOnce, defects.count)])
            let named = Set(some.map(\.finding.rule)).sorted().compactMap { rules[$0] }
            let taken = try store.take(some, by: edition, rules: named, at: now, seen: &seen)
            summary.taken.new += taken.new
            summary.taken.joined += taken.joined
            summary.taken.known += taken.known
        }
        if auditor != Finding.ownAuditor, !covered.isEmpty, let identity = binding.identity {
            let missing = try store.findings(witnessedBy: auditor, but: seen).filter { finding in
                guard finding.repository == identity, let path = finding.path.flatMap(binding.path(ofEdit:))
                else { return false }
                return covered.contains(path) && !unbound.contains([path, finding.rule])
            }
            let told = missing.filter { atWork?.contains($0.rule) ?? true }
            summary.unsure = missing.count - told.count
            let closed = try store.withdraw(told.map(\.id), witnessedBy: auditor, at: now)
            summary.gone = closed.gone
            summary.left = closed.left
        }
        return summary
    }

    /// Our own reports come back as our own findings.
    private static func auditor(_ tool: String) -> String {
        tool.lowercased() == Finding.ownAuditor ? Finding.ownAuditor : tool
    }

    private func defect(_ result: ScannerResult, _ bound: BoundResult, _ auditor: String) -> ScannedDefect {
        let rule = clean(result.rule, 400)
        // A place that is not known any more is told from others by the tool's own name of it, or by its line.
        let identity = bound.fingerprint ?? result.fingerprint ?? "line \(bound.lines.lowerBound)"
        let uid = UID(
            of: .finding,
            makerID: [auditor, bound.edit.session, bound.edit.path, rule, identity].joined(separator: "\u{0}"))
        var finding = Finding(
            uid: uid, rule: rule, severity: result.severity, message: message(result), at: bound.edit.at)
        finding.edit = UID(text: bound.edit.uid)
        finding.range = bound.range
        finding.firstLine = bound.lines.lowerBound
        finding.lastLine = bound.lines.upperBound
        finding.firstColumn = bound.firstColumn
        finding.lastColumn = bound.lastColumn
        finding.kind = result.isSecurity ? "security" : "hygiene"
        finding.confidence = result.confidence?.rawValue
        finding.cwe = result.cwes.first.map { "CWE-\($0)" }
        finding.fingerprint = bound.fingerprint
        finding.auditor = auditor
        var defect = ScannedDefect(finding, edit: bound.edit.id, cwes: result.cwes)
        defect.fingerprint = result.fingerprint.map { clean($0, 400) }
        switch result.standing {
        case .suppressed(let reason?):
            defect.judgement = FindingJudgement(
                status: .accepted, who: auditor, reason: clean(reason, 1000), at: now)
        case .falsePositive:
            defect.judgement = FindingJudgement(
                status: .false, who: auditor, reason: "a false positive in \(auditor)", at: now)
        default: break
        }
        return defect
    }

    private func rule(_ result: ScannerResult, _ auditor: String) -> Rule {
        var rule = Rule(
            id: clean(result.rule, 400), title: clean(result.title ?? result.rule, 400), severity: result.severity)
        rule.cwe = result.cwes.first.map { "CWE-\($0)" }
        rule.remedy = result.help.map { clean($0, 2000) }
        rule.kind = result.isSecurity ? "security" : "hygiene"
        rule.confidence = result.confidence?.rawValue
        rule.auditor = auditor
        return rule
    }

    /// Without secrets: what a message of theirs quotes is left out altogether.
    private func message(_ result: ScannerResult) -> String {
        guard !Self.secrets.isDisjoint(with: result.cwes) else { return clean(result.message, 4000) }
        return clean(result.message.withoutQuotes, 4000)
    }

    private func clean(_ text: String, _ limit: Int) -> String {
        let text = text.utf8.count > limit * 4 ? String(text.prefix(limit)) : text
        return redactor.redact(text)?.text ?? text
    }
}

extension String {
    /// With `…` for what stands in quotes; a quote that is not closed opens all that follows.
    var withoutQuotes: String {
        var text = ""
        var open: Character?
        var before: Character = " "
        for character in self {
            if let quote = open {
                if character == quote {
                    open = nil
                    text += "…\(quote)"
                }
            } else {
                text.append(character)
                // Not the apostrophe of a word.
                if character == "\"" || character == "`" || character == "'" && !before.isLetter { open = character }
            }
            before = character
        }
        return open == nil ? text : text + "…"
    }
}
