import Provenance
import Testing

@testable import Audit

/// What a change comes to, by the answers that wrote it.
struct ChangeRiskTests {
    private func account(
        _ uid: String, _ findings: [RiskFinding] = [], review: RiskSubject.Review = .missing,
        context: RiskSubject.Context = .trusted
    ) -> RiskAccount {
        RiskAccount(
            RiskSubject(uid: uid, findings: findings, context: context, review: review, scan: .whole, tests: .unknown))
    }

    private func finding(_ uid: String, _ severity: Severity, at place: String = "a.py:1") -> RiskFinding {
        RiskFinding(uid: uid, rule: "r." + uid, severity: severity, confidence: .high, place: place)
    }

    @Test func `Its class is the worst of its answers, and each finding of them counts`() {
        let (one, other) = (account("a", [finding("1", .medium)]), account("b", [finding("2", .high)]))
        let change = ChangeRisk("acme/shop#1", of: [one, other])
        #expect(change.level == .high && change.answers.map(\.uid) == ["b", "a"])
        #expect(change.factors.filter { $0.name == "finding" }.map(\.evidence) == ["finding:2", "finding:1"])
        #expect(change.score > max(one.score, other.score))
        #expect(change == ChangeRisk("acme/shop#1", of: [other, one]), "order tells nothing")
    }

    @Test func `More answers alone make it no riskier, and one defect of two drafts is one`() {
        let harmless = (0..<20).map { account("h\($0)") }
        #expect(ChangeRisk("c", of: harmless).score == harmless[0].score)
        let drafts = [account("a", [finding("1", .high)]), account("b", [finding("1", .high)])]
        #expect(ChangeRisk("c", of: drafts).factors.count { $0.name == "finding" } == 1)
    }

    @Test func `What is not known of it is not good`() {
        let known = ChangeRisk("c", of: [account("a")])
        let unknown = ChangeRisk("c", of: [account("a")], doubts: ["2 changed files could not be read."])
        #expect(known.level == .none && unknown.level == .low && unknown.score > known.score)
        #expect(unknown.grounds.first?.sentence.hasSuffix("2 changed files could not be read.") == true)
        #expect(ChangeRisk("c", of: []).level == .none)
    }

    @Test func `An approval relieves it where it is one of all of it`() {
        let approved = RiskSubject.Review.approved(by: "Ada", evidence: "decision:1")
        let both = ChangeRisk("c", of: [account("a", review: approved), account("b", review: approved)])
        let one = ChangeRisk("c", of: [account("a", review: approved), account("b")])
        #expect(both.relief != nil && one.relief == nil && both.score < one.score)
        let critical = ChangeRisk("c", of: [account("a", [finding("1", .critical)], review: approved)])
        #expect(critical.relief == nil)
    }

    @Test func `A finding that the store does not hold has its line as evidence`() {
        let change = ChangeRisk("c", of: [account("a", [finding("", .high, at: "shop/db.py:12")])])
        #expect(change.grounds.first?.evidence == "shop/db.py:12")
    }
}
