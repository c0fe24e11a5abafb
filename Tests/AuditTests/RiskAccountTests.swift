import Provenance
import Testing

@testable import Audit

/// What an account of risk promises, on made-up answers.
struct RiskAccountTests {
    // MARK: - Made-up answers

    private static func finding(_ dice: inout Dice, _ number: Int) -> RiskFinding {
        let confidences: [AuditConfidence?] = [nil, .low, .medium, .high]
        var finding = RiskFinding(
            uid: "f\(number)", rule: "python.rule-\(dice.roll(5))", severity: Severity.allCases[dice.roll(5)],
            confidence: confidences[dice.roll(4)], place: "a.py:\(dice.roll(99))")
        finding.isSecurity = dice.roll(5) > 0
        finding.isSecret = dice.roll(8) == 0
        finding.isSuppression = dice.roll(12) == 0
        if dice.roll(2) == 0 { finding.leastLogprob = -Double(dice.roll(60)) / 10 }
        return finding
    }

    private static func subject(_ dice: inout Dice) -> RiskSubject {
        var subject = RiskSubject(uid: "g\(dice.roll(100))")
        for number in 0..<dice.roll(6) { subject.findings.append(finding(&dice, number)) }
        subject.context =
            [
                .unknown, .trusted, .untrusted(hops: 1 + dice.roll(4), reason: "fetched", evidence: "segment:1"),
            ][dice.roll(3)]
        subject.review =
            [.missing, .approved(by: "Ada", evidence: "d"), .rejected(by: "Ada", evidence: "d")][
                dice.roll(3)]
        subject.scan = [.needless, .whole, .partly("too large"), .missing("no rules")][dice.roll(4)]
        subject.tests = [.unknown, .covered, .uncovered][dice.roll(3)]
        for _ in 0..<dice.roll(3) { subject.history.append("h\(dice.roll(9))") }
        return subject
    }

    private static func isNoBetter(_ worse: RiskAccount, than better: RiskAccount) -> Bool {
        worse.level >= better.level && worse.score >= better.score
    }

    // MARK: - Properties

    @Test func `Nothing that is added makes it better`() {
        var dice = Dice(seed: 7)
        for round in 0..<3000 {
            let subject = Self.subject(&dice)
            let account = RiskAccount(subject)
            var more = subject
            more.findings.append(Self.finding(&dice, 99))
            #expect(Self.isNoBetter(RiskAccount(more), than: account), "a finding, round \(round)")
            more = subject
            more.context = .untrusted(hops: 1, reason: "", evidence: "segment:2")
            #expect(Self.isNoBetter(RiskAccount(more), than: account), "an untrusted ancestor, round \(round)")
            more = subject
            more.history.append("h1")
            #expect(Self.isNoBetter(RiskAccount(more), than: account), "history, round \(round)")
            more = subject
            if case .approved = subject.review { more.review = .missing }
            #expect(Self.isNoBetter(RiskAccount(more), than: account), "no approval, round \(round)")
        }
    }

    @Test func `The order of what is known does not matter, and the same gives the same`() {
        var dice = Dice(seed: 8)
        for _ in 0..<1000 {
            let subject = Self.subject(&dice)
            var turned = subject
            turned.findings.reverse()
            if let first = turned.findings.popLast() { turned.findings.insert(first, at: turned.findings.count / 2) }
            turned.history.reverse()
            #expect(RiskAccount(subject) == RiskAccount(turned) && RiskAccount(subject) == RiskAccount(subject))
        }
        let accounts = (0..<20).map { _ in RiskAccount(Self.subject(&dice)) }
        #expect(RiskAccount.worst(accounts) == RiskAccount.worst(accounts.reversed()))
    }

    @Test func `What is not known is never better than the best that could be`() {
        var dice = Dice(seed: 9)
        for _ in 0..<2000 {
            var known = Self.subject(&dice)
            (known.context, known.scan, known.tests) = (.trusted, .whole, .covered)
            var unknown = known
            unknown.context = .unknown
            #expect(RiskAccount(unknown).score > RiskAccount(known).score || RiskAccount(known).score > 0.999)
            unknown = known
            unknown.scan = .missing("no rules")
            #expect(Self.isNoBetter(RiskAccount(unknown), than: RiskAccount(known)))
            #expect(RiskAccount(unknown).level > .none)
            unknown = known
            unknown.tests = .unknown
            #expect(Self.isNoBetter(RiskAccount(unknown), than: RiskAccount(known)))
            unknown = known
            for place in unknown.findings.indices { unknown.findings[place].confidence = nil }
            #expect(Self.isNoBetter(RiskAccount(unknown), than: RiskAccount(known)))
        }
        #expect(RiskAccount(RiskSubject(uid: "g")).level == .low, "an answer of which nothing is known is not harmless")
    }

    @Test func `Every ground and factor names what it rests on, and the factors make the score`() {
        var dice = Dice(seed: 10)
        for _ in 0..<500 {
            let account = RiskAccount(Self.subject(&dice))
            #expect(account.grounds.allSatisfy { !$0.evidence.isEmpty && $0.sentence.hasSuffix(".") })
            #expect(account.factors.allSatisfy { !$0.evidence.isEmpty && 0...1 ~= $0.contribution })
            #expect(account.grounds.first?.level ?? .none == account.level)
            var safe = 1.0
            for factor in account.factors { safe *= 1 - factor.contribution }
            let sum = (1 - safe) * (account.relief?.contribution ?? 1)
            #expect(abs(account.score - sum) < 1e-5)
        }
    }

    // MARK: - Rules

    private func level(_ change: (inout RiskSubject) -> Void) -> RiskClass {
        var subject = RiskSubject(uid: "g", context: .trusted, scan: .whole)
        change(&subject)
        return RiskAccount(subject).level
    }

    private func found(_ severity: Severity, _ confidence: AuditConfidence? = .high) -> RiskFinding {
        RiskFinding(uid: "f", rule: "python.sql-injection", severity: severity, confidence: confidence)
    }

    @Test func `The class is that of the worst rule`() {
        #expect(level { _ in } == .none)
        #expect(level { $0.findings = [found(.critical)] } == .critical)
        #expect(level { $0.findings = [found(.critical, .medium)] } == .high)
        #expect(level { $0.findings = [found(.high)] } == .high)
        #expect(
            level {
                $0.findings = [found(.high)]
                $0.review = .approved(by: "Ada", evidence: "d")
            } == .medium)
        #expect(
            level {
                $0.findings = [found(.medium)]
                $0.context = .untrusted(hops: 2, reason: "fetched", evidence: "segment:1")
            } == .high)
        #expect(
            level {
                $0.findings = [found(.low)]
                $0.findings[0].isSecret = true
            } == .critical)
        #expect(
            level {
                $0.findings = [found(.low)]
                $0.findings[0].isSuppression = true
            } == .high)
    }

    @Test func `The score follows the weights, and an approval does not help what is critical`() {
        var subject = RiskSubject(uid: "g", findings: [found(.high)], context: .trusted, scan: .whole, tests: .covered)
        // 1 - (1 - .5 · .9) (1 - .15)
        #expect(abs(RiskAccount(subject).score - 0.5325) < 1e-6)
        subject.review = .approved(by: "Ada", evidence: "d")
        #expect(abs(RiskAccount(subject).score - 0.45 * 0.7) < 1e-6)
        subject.findings[0].severity = .critical
        #expect(abs(RiskAccount(subject).score - 0.675) < 1e-6 && RiskAccount(subject).relief == nil)
        subject.findings[0].leastLogprob = -3
        #expect(RiskAccount(subject).factors.map(\.name) == ["finding", "unlikely token"])
    }
}
