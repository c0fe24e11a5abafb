package import Audit
package import Git
import Provenance
package import Store
import Text

/// Holds what a change adds against a policy: the lines that answers of models wrote, and nothing else.
package struct ChangeGate {
    private let store: Store
    private let checkout: Checkout
    private let now: Int64
    private var reading: ChangeReading

    /// - Parameters:
    ///   - rules: the user's own.
    ///   - now: Unix milliseconds.
    package init(store: Store, checkout: Checkout, rules: [RuleFolder.File] = [], now: Int64) throws {
        self.store = store
        self.checkout = checkout
        self.now = now
        reading = try ChangeReading(store: store, checkout: checkout, rules: rules, now: now)
    }

    package func ends(of change: String) throws -> (base: String, tip: String?) { try reading.ends(of: change) }

    /// - Parameter keeps: whether the decision is written to the store, where it can be.
    package mutating func run(_ change: NamedChange, policy: GatePolicy, keeps: Bool = true) throws -> GateReport {
        let read = try reading.read(change.range, named: change.name, policy: policy)
        let digest = self.digest(read, policy)
        var report = GateReport(
            policy: policy, judgement: policy.judge(read.findings, read.risk.answers), change: read,
            request: change.request, digest: digest, review: try store.review(ofDigest: digest, at: now))
        if keeps { report.decision = try keep(report) }
        return report
    }

    // MARK: - The answer

    /// Reviews are not in it: what is approved stays what was approved.
    private func digest(_ change: GeneratedChange, _ policy: GatePolicy) -> String {
        var words = ["gate 2", reading.identity ?? "", policy.canonical]
        words += change.words.sorted()
        for account in change.risk.answers.sorted(by: { $0.uid < $1.uid }) {
            words.append("generation\u{0}\(account.uid)")
            // Findings are among the words, wherever they are today.
            words += account.factors.filter { ["untrusted input", "context", "scan"].contains($0.name) }
                .map { "\($0.name)\u{0}\($0.evidence)" }.sorted()
        }
        return SHA256.hash(words.joined(separator: "\n")).hex(32)
    }

    /// - Returns: nil where there is nothing to keep it by, or the store cannot be written.
    private func keep(_ report: GateReport) throws -> String? {
        guard report.counts.generated > 0, let revision = report.tip ?? checkout.head else { return nil }
        // Where all that is missing is somebody who has read it, it waits for them.
        let waits = report.judgement.verdict == .allow && !report.doubts.isEmpty && report.isAnswerable
        let verdict = waits ? .review : report.judgement.verdict
        let uid = UID(of: .decision, makerID: "gate/\(report.digest)/\(verdict.rawValue)")
        var decision = Decision(uid: uid, verdict: verdict, reasons: report.judgement.reasons.map(\.sentence), at: now)
        if waits { decision.reasons += report.doubts }
        decision.revision = revision
        decision.change = report.request
        decision.policy = report.policy.name
        decision.digest = report.digest
        decision.risk = report.risk.answers.isEmpty ? nil : report.risk.level.rawValue
        decision.score = report.risk.answers.isEmpty ? nil : report.risk.score
        do {
            try store.keep(
                decision, judging: report.change.generations, in: checkout.root,
                try RepositoryPlace.here(checkout, in: store))
        } catch let error as StoreError where [.readOnly, .full, .busy].contains(error.code) {
            return nil
        }
        return uid.text
    }
}
