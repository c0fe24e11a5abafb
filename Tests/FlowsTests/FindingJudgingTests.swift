import Foundation
import GRDB
import Provenance
import Testing

@testable import Flows
@testable import Store

/// What a person says of findings, and where else their rule was broken.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct FindingJudgingTests {
    private let copy: WorkingCopy
    private let row: FindingRow

    init() throws {
        copy = try WorkingCopy()
        try copy.edit("a.py", to: StoreAuditingTests.run)
        try copy.edit("b.py", to: StoreAuditingTests.run.replacing("show", with: "list"))
        var auditing = try StoreAuditing(store: copy.store, now: 5)
        try auditing.run()
        try Intake(store: copy.store).settle()
        row = try #require(try copy.store.findings(limit: 10).first { $0.path?.hasSuffix("a.py") == true })
    }

    private func judge(
        _ status: Finding.Status, _ reason: String, until: String? = nil, links: [String]? = nil
    ) throws -> [FindingRow] {
        try FindingJudging(status: status, reason: reason, until: until).judge(
            links ?? ["finding:\(row.uid)"], by: "mia", in: copy.store, now: 1_000_000)
    }

    @Test func `What is accepted says who, why and until when, and its turn is of no risk any more`() throws {
        let turn = try #require(row.turnID)
        #expect(try copy.store.turn(turn)?.turn.risk != nil)
        #expect(try judge(.accepted, "test data", until: "2026-12-31").map(\.status) == ["accepted"])
        let judgement = try #require(try copy.store.auditedFinding(row.id)?.judgement)
        #expect(judgement.who == "mia" && judgement.reason == "test data" && judgement.until == 1_798_675_200_000)
        #expect(try copy.store.turn(turn)?.turn.risk == nil)
        #expect(try judge(.open, "").map(\.status) == ["open"])
        #expect(try copy.store.turn(turn)?.turn.risk != nil)
    }

    @Test func `Nothing is said without a reason, of a day that is none or over, with a secret, of what is not there`()
        throws
    {
        let secret = ["ghp", "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"].joined(separator: "_")
        for (reason, until, link) in [
            (" ", nil, nil), ("why", "tomorrow", nil), ("why", "1969-01-01", nil), (secret, nil, nil),
            ("why", nil, "finding:nothing"), ("why", nil, "turn:u1"),
        ] as [(String, String?, String?)] {
            #expect(throws: FindingJudging.Refusal.self) {
                try judge(.accepted, reason, until: until, links: link.map { ["finding:\(row.uid)", $0] })
            }
        }
        #expect(try copy.store.judgements(of: row.id).isEmpty)
    }

    @Test func `The same rule elsewhere is counted by prompt and by model, without what is none`() throws {
        func elsewhere() throws -> RuleElsewhere {
            try copy.store.elsewhere(rule: row.rule, finding: row.id, turn: row.turnID, model: row.model)
        }
        let before = try elsewhere()
        #expect(before.ofModel?.count == 1 && before.ofModel?.isCut == false)
        #expect(before.ofModel?.places.first?.path?.hasSuffix("b.py") == true)
        let other = try #require(before.ofModel?.places.first?.finding)
        _ = try judge(.false, "it is quoted", links: ["finding:\(other)"])
        #expect(try elsewhere().ofModel?.count == 0)
        #expect(try copy.store.elsewhere(rule: row.rule, finding: row.id, turn: nil, model: nil) == RuleElsewhere())
    }

    @Test func `A finding of which the line alone is known has its code, too`() throws {
        try copy.store.write { db in try db.execute(sql: "UPDATE finding SET start = NULL, length = NULL") }
        let detail = try #require(try FindingDetail.read(row.id, from: copy.store, now: 7))
        #expect(detail.lines.map(\.number) == [2, 3, 4, 5, 6])
        let line = try #require(detail.lines.first { $0.marked != nil })
        #expect(line.number == 5 && line.marked == 4..<line.text.utf8.count)
    }

    @Test func `Weeks are counted by severity, the last one last`() throws {
        let findings = try copy.store.findings(limit: 10)
        let trend = try copy.store.findingTrend(now: (findings.map(\.at).max() ?? 0) + 1)
        let places = trend.counts.enumerated().flatMap { level, weeks in
            weeks.enumerated().filter { $0.element > 0 }.map { (level, $0.offset, $0.element) }
        }
        #expect(places.map(\.2).reduce(0, +) == findings.count && places.last?.1 == FindingTrend.weeks - 1)
        #expect(try copy.store.findingTrend(now: 0) == FindingTrend())
    }

    @Test func `Neither reads the findings from end to end`() throws {
        try copy.store.read { db in
            for (sql, count) in [(RuleElsewhere.ofTurn, 3), (RuleElsewhere.ofModel, 3), (FindingTrend.sql, 1)] {
                let arguments = StatementArguments(Array(repeating: 1, count: count))
                let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                    .map { $0["detail"] as String }
                let scans = steps.filter {
                    $0.hasPrefix("SCAN") && !$0.contains("(subquery") && $0 != "SCAN 1 CONSTANT ROW"
                }
                #expect(scans.isEmpty, "\(steps)")
            }
        }
    }
}
