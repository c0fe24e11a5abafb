/// What a policy, or a person, said of a generation or an edit: it names at least one of them.
package struct Decision: Equatable, Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
        case allow, review, block
    }

    package var uid: UID
    package var generation: UID?
    package var edit: UID?
    package var verdict: Verdict
    package var reasons: [String]
    package var policy: String?
    package var at: Int64

    package init(uid: UID, verdict: Verdict, reasons: [String] = [], at: Int64) {
        self.uid = uid
        self.verdict = verdict
        self.reasons = reasons
        self.at = at
    }
}
