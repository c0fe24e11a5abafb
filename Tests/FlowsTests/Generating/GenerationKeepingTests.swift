import GRDB
import Provenance
import TestSupport
import Testing

@testable import Engines
@testable import Flows
@testable import Store

/// What somebody waits for after an answer: what follows from it, and no more than a share of what others left.
struct GenerationKeepingTests {
    private func record(_ number: Int) -> GenerationRecord {
        let prompt = GenerationPrompt("Run \(number).")
        let engine = Engine(.ollama, at: "http://127.0.0.1:1")
        let question = EngineQuestion("Run it.")
        var answer = EngineAnswer()
        answer.text =
            "```python\nimport subprocess\ndef run\(number)(cmd):\n    return subprocess.call(cmd, shell=True)\n```\n"
        answer.end = .complete
        let outcome = EngineClient.Outcome(
            answer: answer, request: question.request(to: engine, templated: nil), startedAt: Int64(number),
            endedAt: Int64(number), firstTokenAfter: nil, shortfall: nil)
        var record = GenerationRecord(
            id: "made/\(number)", prompt: prompt, outcome: outcome, engine: engine, model: nil, question: question,
            directory: "/")
        record.edit = .init(
            fullPath: "/srv/run.py", before: nil,
            after: "import subprocess\ndef run\(number)(cmd):\n    return subprocess.call(cmd, shell=True)\n",
            status: .applied)
        return record
    }

    private func count(_ store: Store, _ sql: String) throws -> Int {
        try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
    }

    @Test func `An answer is worked off at once, however much waits in the store`() throws {
        let store = try Store.inMemory()
        let idle = GenerationKeeping(store: store, share: .zero)
        for number in 1...30 { _ = try idle.keep(record(number), isLast: false) }
        let waiting = try ["pending", "pending_edit", "pending_origin", "pending_audit"].map { try count(store, $0) }
        #expect(waiting.allSatisfy { $0 >= 30 })
        let mine = record(31)
        let kept = try idle.keep(mine)
        #expect(kept.findings.map(\.rule) == ["python.shell-true"])
        let turn = "turn WHERE generations = 1 AND edits = 1 AND risk IS NOT NULL"
        #expect(try count(store, turn) == 1)
        #expect(try count(store, "search WHERE search MATCH 'run31'") == 2)
        for table in ["pending_edit", "pending_audit"] {
            #expect(
                try count(store, "\(table) WHERE edit = (SELECT id FROM edit WHERE uid = '\(mine.editUID.text)')") == 0)
        }
        #expect(
            try count(
                store, "pending_origin WHERE generation = (SELECT id FROM generation WHERE uid = '\(mine.uid.text)')")
                == 0)
        // What the others left is there as it was.
        #expect(
            try ["pending", "pending_edit", "pending_origin", "pending_audit"].map { try count(store, $0) } == waiting)
        _ = try GenerationKeeping(store: store, share: .seconds(600)).keep(record(32))
        #expect(try ["pending_edit", "pending_origin", "pending_audit"].map { try count(store, $0) } == [0, 0, 0])
    }
}
