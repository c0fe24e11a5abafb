/// What a policy, or a person, said of a generation, an edit, a change or a revision: it names at least one of them.
package struct Decision: Equatable, Sendable {
    package enum Verdict: String, CaseIterable, Sendable {
        case allow, review, block
    }

    package var uid: UID
    package var generation: UID?
    package var edit: UID?
    /// `owner/name#number`, as links name it.
    package var change: String?
    /// The whole id of the commit.
    package var revision: String?
    package var verdict: Verdict
    package var reasons: [String]
    package var policy: String?
    /// Of all that was judged.
    package var digest: String?
    /// 0 (info) to 4 (critical).
    package var risk: Int?
    /// Within the class, 0 to 1.
    package var score: Double?
    package var at: Int64

    package init(uid: UID, verdict: Verdict, reasons: [String] = [], at: Int64) {
        self.uid = uid
        self.verdict = verdict
        self.reasons = reasons
        self.at = at
    }
}
