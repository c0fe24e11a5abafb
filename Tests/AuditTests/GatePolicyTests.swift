import Provenance
import Testing

@testable import Audit

/// What a policy blocks, and what it says of a file that is none.
struct GatePolicyTests {
    private func policy(_ text: String) throws -> GatePolicy {
        try GatePolicy(parsing: Array(text.utf8), file: "policy.toml")
    }

    private func complaint(_ text: String) -> String {
        do {
            _ = try policy(text)
            return ""
        } catch { return "\(error)" }
    }

    private func finding(
        _ severity: Severity, _ confidence: AuditConfidence? = .high, rule: String = "python.x", path: String = "a.py"
    ) -> GateFinding {
        GateFinding(
            rule: rule, severity: severity, confidence: confidence, path: path, line: 3, message: "No.", generation: "g"
        )
    }

    @Test func `The default blocks what is high and likely, and asks for a review of what is risky`() {
        let policy = GatePolicy()
        #expect(policy.judge([], []).verdict == .allow)
        #expect(policy.judge([finding(.high, .medium)], []).verdict == .block)
        #expect(policy.judge([finding(.high, .low), finding(.medium)], []).verdict == .allow)
        #expect(policy.judge([finding(.high, nil)], []).verdict == .block, "what nobody doubts counts")
        var subject = RiskSubject(
            uid: "g", findings: [RiskFinding(uid: "f", rule: "r", severity: .high, confidence: .high)])
        #expect(policy.judge([], [RiskAccount(subject)]).verdict == .review)
        subject.review = .approved(by: "Ada", evidence: "decision:d")
        #expect(policy.judge([], [RiskAccount(subject)]).verdict == .allow)
    }

    @Test func `A file says otherwise: rules, paths, weights, and what never blocks`() throws {
        let own = try policy(
            """
            name = "shop"
            [block]
            severity = "never"
            rules = ["secret.*"]
            [review]
            risk = "never"
            rules = ["*.weak-hash"]
            [ignore]
            paths = ["Tests/*"]
            [weights]
            unreviewed = 0.5
            """)
        #expect(own.name == "shop" && own.weights["unreviewed"] == 0.5 && own.weights["rejected"] == 0.5)
        #expect(own.judge([finding(.critical)], []).verdict == .allow)
        #expect(own.judge([finding(.low, rule: "secret.provider-key")], []).verdict == .block)
        #expect(own.judge([finding(.low, rule: "secret.provider-key", path: "Tests/a.py")], []).verdict == .allow)
        let judged = own.judge([finding(.low, rule: "go.weak-hash"), finding(.low, rule: "secret.x")], [])
        #expect(judged.reasons.map(\.verdict) == [.block, .review])
        #expect(own.canonical != GatePolicy().canonical)
        #expect(try policy("name = \"other\"").canonical == GatePolicy().canonical)
    }

    @Test func `A mistake is told with its line`() {
        #expect(
            complaint("[block]\nseverity = \"hgih\"").hasPrefix("policy.toml, line 2: 'severity' is one of critical,"))
        #expect(complaint("[block]\n\nlevel = 3") == "policy.toml, line 3: nobody knows the key 'level'")
        #expect(complaint("blok = 1").hasPrefix("policy.toml, line 1: nobody knows the key 'blok'"))
        #expect(
            complaint("\n[weights]\nunreviewed = 2").hasPrefix("policy.toml, line 3: 'unreviewed' must be a number"))
        #expect(complaint("[weights]\nluck = 1").contains("there is no weight 'luck'"))
        #expect(complaint("[block\n").hasPrefix("policy.toml, line 1: "))
        #expect(complaint("review = true").contains("write [review]"))
    }

    @Test func `A star stands for any run of characters`() {
        #expect(Wildcard("secret.*").matches("secret.key") && !Wildcard("secret.*").matches("python.secret.key"))
        #expect(Wildcard("*.md").matches("a/b.md") && Wildcard("*").matches("") && Wildcard("a*b*c").matches("aXbYbc"))
        #expect(!Wildcard("a*b").matches("a") && !Wildcard("").matches("a") && Wildcard("").matches(""))
        let long = String(repeating: "a", count: 20_000)
        #expect(!Wildcard("*a*a*a*b").matches(long))
    }
}
