import Dashboard
import Flows
import Provenance
import Store

extension Samples {
    /// A finding in full, in code that was written with probabilities of its tokens.
    static func account(of row: FindingRow) -> FindingAccount {
        var finding = AuditedFinding(
            id: row.id, uid: row.uid, at: row.at, rule: row.rule, severity: Severity(rawValue: row.severity) ?? .info,
            message: "Text of a query is built from request.args[\"id\"] on line 61.", status: row.status)
        finding.title = "SQL built from outside input"
        finding.remedy = "Pass values as parameters: execute(\"… where id = ?\", (id,))."
        finding.owasp = ["A03:2021", "A05:2025"]
        finding.kind = "security"
        finding.confidence = "high"
        finding.cwe = "CWE-89"
        finding.path = row.path
        finding.firstLine = row.firstLine
        finding.editID = row.editID
        finding.turnID = row.turnID
        finding.agent = "claude-code"
        finding.model = row.model
        finding.prompt = "p1"
        finding.words = "Refunds must be idempotent; add the endpoint\n\nUse the same style as charge.py."
        finding.tokens = Finding.TokenSpan(count: 3, leastLogprob: -1.2, meanLogprob: -0.5)
        finding.witnesses = [
            FindingWitness(
                auditor: "colophon", rule: row.rule, message: finding.message, at: row.at),
            FindingWitness(auditor: "Bandit", rule: "B608", message: "hardcoded SQL", at: row.at),
        ]
        var detail = FindingDetail(finding: finding)
        let marked = "    rows = db.execute(\"select * from refunds where id = \" + request.args[\"id\"])"
        detail.lines = [
            FindingDetail.Line(number: 59, text: "def refund(request):"),
            FindingDetail.Line(number: 60, text: "    db = connect()"),
            FindingDetail.Line(number: 61, text: marked, marked: 11..<marked.utf8.count),
            FindingDetail.Line(number: 62, text: "    return [row.id for row in rows]"),
        ]
        detail.tokens = [
            FindingDetail.Token(text: "db.execute", logprob: -0.1),
            FindingDetail.Token(text: "(\"select", logprob: -1.2),
            FindingDetail.Token(text: " request.args", logprob: nil),
        ]
        detail.standing = .stands(path: "/home/mia/shop/src/pay/refund.py", line: 88)
        return FindingAccount(
            detail,
            elsewhere: RuleElsewhere(
                ofPrompt: RuleElsewhere.Group(),
                ofModel: RuleElsewhere.Group(
                    count: 2,
                    places: [
                        RuleElsewhere.Place(
                            finding: "f8", path: "src/pay/charge.py", line: 14, status: "open", at: now - day),
                        RuleElsewhere.Place(
                            finding: "f9", path: "源/退款.py", line: nil, status: "accepted", at: now - 9 * day),
                    ])))
    }
}
