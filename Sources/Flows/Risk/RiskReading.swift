package import Audit
import Provenance
package import Store

/// Tells the risk of answers from what the store knows of them.
package struct RiskReading {
    private let store: Store
    private let now: Int64
    private let weights: RiskWeights
    private let edition: AuditEdition?

    /// - Parameters:
    ///   - now: Unix milliseconds; a review that has ended by then does not count.
    ///   - edition: the auditor of today: what another one looked at last is not taken for checked. `nil`: whoever did.
    package init(store: Store, now: Int64, weights: RiskWeights = .standard, edition: AuditEdition? = nil) {
        self.store = store
        self.now = now
        self.weights = weights
        self.edition = edition
    }

    /// Works off what waits of an answer: what its context can be trusted. Of a store that cannot be written, nothing.
    package func catchUp(_ generation: Int64) throws {
        do {
            try OriginIndexing(store: store).run(for: generation)
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {}
    }

    /// - Parameters:
    ///   - generation: its row.
    ///   - edit: of whose code alone; all of the answer for `nil`.
    package func account(of generation: Int64, edit: Int64? = nil) throws -> RiskAccount? {
        try subject(generation, edits: edit.map { [$0] }).map { RiskAccount($0, weights: weights) }
    }

    func subject(_ generation: Int64, edits: [Int64]? = nil) throws -> RiskSubject? {
        guard let facts = try store.riskFacts(of: generation, edits: edits, edition: edition) else { return nil }
        var subject = RiskSubject(
            uid: facts.generation, findings: try store.auditedFindings(facts.findings).map(RiskFinding.init(_:)),
            context: Self.context(facts.trust), review: review(facts.word), scan: Self.scan(facts),
            history: facts.regretted)
        subject.testing = Self.testing(facts)
        if subject.testing != nil { subject.tests = .covered }
        return subject
    }

    /// What says that tests cover it: a run that passed after it, or tests that its turn wrote. What says nothing is unknown.
    private static func testing(_ facts: RiskFacts) -> RiskSubject.Testing? {
        for answer in facts.answers {
            switch TestSigns.outcome(in: answer.end) {
            case .passed(let line):
                return RiskSubject.Testing(
                    words: "tests were run after it: \(line)", evidence: "segment:\(answer.segment)")
            // The last run counts.
            case .failed: return nil
            case nil: continue
            }
        }
        // Tests alone are not tested by themselves.
        guard facts.wrote.contains(where: { !TestSigns.isTest(path: $0.path) }),
            let test = facts.wrote.first(where: { TestSigns.isTest(path: $0.path) })
        else { return nil }
        return RiskSubject.Testing(words: "its change edits tests: \(test.path)", evidence: "edit:\(test.edit)")
    }

    private static func context(_ trust: GenerationTrust?) -> RiskSubject.Context {
        guard let trust else { return .unknown }
        guard trust.trust == .untrusted else { return .trusted }
        return .untrusted(
            hops: max(1, trust.hops), reason: trust.reason ?? "",
            evidence: trust.uid.map { "segment:\($0)" } ?? "a piece that is gone from the store")
    }

    private func review(_ word: RiskFacts.Word?) -> RiskSubject.Review {
        guard let word, word.until.map({ $0 > now }) ?? true else { return .missing }
        let evidence = "decision:\(word.decision)"
        if word.isApproval { return .approved(by: word.who, evidence: evidence) }
        return .rejected(by: word.who, evidence: evidence)
    }

    private static func scan(_ facts: RiskFacts) -> RiskSubject.Scan {
        if facts.edits == 0 { return .needless }
        var reasons: [String] = []
        func add(_ count: Int, _ words: String) {
            if count > 0 { reasons.append("\(StoryWords.count(count, "edit")) \(words)") }
        }
        add(facts.waiting, "not checked yet")
        add(facts.stale, "last checked by other rules than today's")
        add(facts.skipped[.language] ?? 0, "in a language without rules")
        add(facts.skipped[.size] ?? 0, "too large to check")
        add(facts.skipped[.text] ?? 0, "whose text is not recorded")
        let left = facts.waiting + facts.stale + facts.skipped.values.reduce(0, +)
        if left == 0 { return .whole }
        let words = reasons.joined(separator: ", ")
        return left >= facts.edits ? .missing(words) : .partly(words)
    }
}

extension RiskFinding {
    /// Weaknesses of which a value in the code is one that nobody should read: hard-coded credentials, passwords, keys.
    private static let ofSecrets: Set<String> = ["CWE-798", "CWE-259", "CWE-321"]

    init(_ finding: AuditedFinding) {
        self.init(
            uid: finding.uid, rule: finding.rule, severity: finding.severity,
            confidence: AuditConfidence.allCases.first { $0.name == finding.confidence })
        isSecurity = finding.kind != AuditClass.hygiene.name
        isSecret = finding.rule.hasPrefix("secret.") || finding.cwe.map(Self.ofSecrets.contains) ?? false
        isSuppression = finding.rule == "hygiene.suppression"
        place = [finding.path, finding.line.map(String.init)].compactMap(\.self).joined(separator: ":")
        leastLogprob = finding.tokens?.leastLogprob
    }
}

extension RiskFinding {
    /// - Parameters:
    ///   - line: of today's file.
    ///   - known: what the store has of the same defect.
    init(_ finding: AuditFinding, at line: Int, of path: String, known: [PlacedFinding]) {
        self.init(
            uid: known.first { $0.isOpen }?.uid ?? known.first?.uid ?? "", rule: finding.rule,
            severity: finding.severity, confidence: finding.confidence)
        isSecurity = finding.kind == .security
        isSecret = finding.rule.hasPrefix("secret.") || Self.ofSecrets.contains("CWE-\(finding.cwe)")
        isSuppression = finding.rule == "hygiene.suppression"
        place = "\(path):\(line)"
        leastLogprob = known.compactMap(\.leastLogprob).min()
    }
}
