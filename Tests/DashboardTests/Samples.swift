import Dashboard
import Store
import Terminal
import Text

/// Turns made up for tests, and the moment at which they are looked at: 22 November 2026, 12:43 UTC.
enum Samples {
    static let now: Int64 = 1_795_351_380_000
    static let minute: Int64 = 60_000
    static let day: Int64 = 86_400_000

    static func turn(
        _ id: Int64, at: Int64, _ title: String, agent: String = "claude-code", model: String? = "opus-4.5",
        path: String? = nil, files: Int = 1, added: Int = 0, removed: Int = 0, status: String = "applied",
        risk: Int? = nil
    ) -> TurnRow {
        var row = TurnRow(
            id: id, uid: "u\(id)", at: at, title: title, agent: agent, model: model, path: path,
            files: path == nil ? 0 : files, edits: path == nil ? 0 : files, added: added, removed: removed,
            status: path == nil ? "answered" : status)
        row.repository = "shop"
        row.branch = "main"
        row.risk = risk
        row.outputTokens = path == nil ? nil : 1412
        return row
    }

    /// Newest first, with words of several scripts, and times of today, yesterday, this year and the last.
    static let turns: [TurnRow] = [
        turn(
            12, at: now - 2 * minute,
            "Refunds must be idempotent; add the endpoint and cover retries. Use the same style",
            path: "src/pay/refund.py", files: 2, added: 42, removed: 3),
        turn(
            11, at: now - 23 * minute, "ship the deploy script", agent: "codex", model: "gpt-5-codex",
            path: "deploy.sh",
            added: 18, removed: 2, status: "changed"),
        turn(10, at: now - 46 * minute, "why does the cache miss?"),
        turn(
            9, at: now - 83 * minute, "退款必须是幂等的;请添加端点并覆盖重试。使用与之前相同的风格编写代码和测试", model: nil, path: "源/退款.py",
            added: 120),
        turn(8, at: now - day, "yes, do it", path: "export.py", files: 4, added: 310, removed: 280),
        turn(
            7, at: now - day - 5 * minute, "cafe\u{301} nai\u{308}ve 👩‍👩‍👧 👍🏽 🇯🇵 ❤\u{FE0F} in one title", path: "menu.swift",
            added: 7, status: "rejected"),
        turn(
            6, at: now - day - 9 * minute,
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            path: "a/very/deep/path/to/a_file_with_a_rather_long_name_of_its_own.ts", files: 3, added: 12_345,
            removed: 6_789),
        turn(
            5, at: now - 3 * day, "\u{1B}[31mred\u{1B}[0m \u{7}bell \u{202E}reversed", path: "evil\u{9B}2J.sh", added: 1
        ),
        turn(4, at: now - 40 * day, "", model: nil),
        turn(
            3, at: now - 400 * day, "the first one there is", agent: "codex", model: "gpt-5", path: "main.c", added: 30),
    ]

    static func detail(of row: TurnRow) -> TurnDetail {
        var session = SessionRow(id: 1, uid: "s1", agent: row.agent, startedAt: row.at)
        session.repository = row.repository
        session.title = "Refunds"
        session.agentVersion = "2.1.0"
        session.directory = "/home/mia/shop"
        guard row.edits > 0 else {
            return TurnDetail(turn: row, session: session, prompt: row.title, answers: [])
        }
        var generation = GenerationRow(
            id: row.id * 10, uid: "g\(row.id)", at: row.at + 7000, session: "s1", agent: row.agent, model: row.model)
        generation.outputTokens = row.outputTokens
        var edit = EditRow(
            id: row.id * 10, uid: "e\(row.id)", at: row.at + 9000, path: row.path ?? "", kind: "update",
            status: row.status)
        edit.added = 2
        edit.removed = 1
        edit.firstLine = 61
        var created = edit
        created.id += 1
        created.at += 60_000
        created.uid += "-test"
        created.path = "src/pay/refund_test.py"
        created.kind = "create"
        created.firstLine = nil
        created.added = 3
        created.removed = 0
        var replaced = created
        replaced.id += 1
        replaced.at += 1000
        replaced.kind = "update"
        replaced.uid += "-docs"
        replaced.path = "docs/Änderungen.md"
        replaced.added = nil
        replaced.removed = nil
        let patch = """
            @@ -60,3 +60,4 @@ def refund(request):
                 key = request.headers["Idempotency-Key"]
            -    return pay(request)
            +    with lock(key):
            +        return once(key, lambda: pay(request))
                 # 終わり
            """
        return TurnDetail(
            turn: row, session: session,
            prompt: row.title + "\n\nUse the same style as charge.py.\r\nTests first:\n\t1. retries\n\t2. two at once",
            answers: [
                TurnDetail.Answer(
                    generation: generation,
                    output: "I will take a lock on the key, so that a second request waits for the first one.",
                    edits: [
                        EditDetail(edit: edit, patch: patch),
                        EditDetail(
                            edit: created,
                            after: "def test_twice():\n\tassert refund(1) == refund(1)\n\tassert balance() == 0\n"),
                        EditDetail(edit: replaced, before: "old words\n", after: "new words\n"),
                    ])
            ])
    }

    static func edits(of turns: [TurnRow]) -> [Int64: [TurnEdit]] {
        var edits: [Int64: [TurnEdit]] = [:]
        for turn in turns {
            let details = detail(of: turn)
            edits[turn.id] = details.answers.flatMap(\.edits).map { edit in
                TurnEdit(edit: edit.edit, finding: details.findings.first { $0.edit == edit.edit.uid })
            }
        }
        return edits
    }

    static func sessions(of turns: [TurnRow]) -> [SessionRow] {
        turns.map { turn in
            var row = SessionRow(id: turn.id, uid: "s\(turn.id)", agent: turn.agent, startedAt: turn.at)
            row.repository = turn.repository
            row.title = turn.title
            row.turns = 3
            return row
        }
    }

    static func finding(_ id: Int64, _ severity: String, _ rule: String, of turn: TurnRow, line: Int) -> FindingRow {
        var row = FindingRow(
            id: id, uid: "f\(id)", at: turn.at, rule: rule, severity: severity, message: "what \(rule) says")
        row.path = turn.path
        row.firstLine = line
        row.model = turn.model
        row.turnID = turn.id
        row.editID = turn.id * 10
        row.edit = "e\(turn.id)"
        return row
    }

    static func generations(of turns: [TurnRow]) -> [GenerationRow] {
        turns.map { turn in
            var row = GenerationRow(
                id: turn.id * 10, uid: "g\(turn.id)", at: turn.at, session: "s1", agent: turn.agent, model: turn.model)
            row.turnID = turn.id
            row.title = turn.title
            row.endedAt = turn.at + 8200
            row.edits = turn.edits
            row.outputTokens = turn.outputTokens
            row.thread = turn.id == 11 ? "a2898e3" : ""
            row.stopReason = "end_turn"
            return row
        }
    }
}
