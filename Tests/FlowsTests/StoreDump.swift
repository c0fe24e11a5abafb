import GRDB

@testable import Store

/// Everything that histories bring into a store, by uid and without row numbers: equal for equal knowledge.
struct StoreDump: Equatable {
    private(set) var rows: [String: [String]] = [:]

    init(_ store: Store) throws {
        rows = try store.read { db in
            var rows: [String: [String]] = [:]
            for (table, sql) in Self.queries {
                rows[table] = try Row.fetchAll(db, sql: sql).map { row in
                    row.map { "\($0)=\($1.description)" }.joined(separator: " ")
                }.sorted()
            }
            return rows
        }
    }

    /// The rows that only one of two dumps holds, for a test's message.
    func difference(from other: StoreDump) -> String {
        var lines: [String] = []
        for table in rows.keys.sorted() {
            let (mine, theirs) = (Set(rows[table] ?? []), Set(other.rows[table] ?? []))
            lines += mine.subtracting(theirs).sorted().prefix(4).map { "+ \(table) \($0)" }
            lines += theirs.subtracting(mine).sorted().prefix(4).map { "- \(table) \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    private static let queries = [
        "session": """
        SELECT s.uid, agent, agent_version, maker_id, r.identity, s.directory, branch, commit_id, parent, title,
            started_at, ended_at
        FROM session s LEFT JOIN repository r ON r.id = s.repository
        """,
        "turn": """
        SELECT t.uid, s.uid AS session, asker, t.at, t.ended_at, t.title, t.branch, t.agent, model, p.text AS path,
            generations, edits, files, added, removed, input_tokens, cache_read_tokens, cache_write_tokens,
            output_tokens, risk, status
        FROM turn t JOIN session s ON s.id = t.session LEFT JOIN path p ON p.id = t.path
        """,
        "prompt": """
        SELECT p.uid, s.uid AS session, t.uid AS turn, p.asker, thread, b.text AS words, p.at, first_segment,
            last_segment
        FROM prompt p JOIN session s ON s.id = p.session LEFT JOIN turn t ON t.id = p.turn
            JOIN body b ON b.id = p.words
        """,
        "segment": """
        SELECT g.uid, s.uid AS session, thread, number, origin, tool, p.text AS path, first_line, line_count,
            b.text AS body, at
        FROM segment g JOIN session s ON s.id = g.session JOIN body b ON b.id = g.body
            LEFT JOIN path p ON p.id = g.path
        """,
        "generation": """
        SELECT g.uid, s.uid AS session, t.uid AS turn, p.uid AS prompt, g.thread, g.model, g.started_at, g.ended_at,
            g.first_segment, g.last_segment, g.input_tokens, g.cache_read_tokens, g.cache_write_tokens,
            g.output_tokens, reasoning_tokens, stop_reason, b.text AS output
        FROM generation g JOIN session s ON s.id = g.session LEFT JOIN turn t ON t.id = g.turn
            LEFT JOIN prompt p ON p.id = g.prompt LEFT JOIN body b ON b.id = g.output
        """,
        "edit": """
        SELECT e.uid, call, g.uid AS generation, p.text AS path, m.text AS moved_from, kind, means, status, at,
            b.text AS before, a.text AS after, d.text AS patch, added, removed, first_line
        FROM edit e JOIN generation g ON g.id = e.generation JOIN path p ON p.id = e.path
            LEFT JOIN path m ON m.id = e.moved_from LEFT JOIN body b ON b.id = e.before
            LEFT JOIN body a ON a.id = e.after LEFT JOIN body d ON d.id = e.patch
        """,
        "finding": """
        SELECT f.uid, e.uid AS edit, g.uid AS generation, p.text AS path, f.first_line, last_line, rule, severity, cwe,
            message, auditor, f.status, f.at
        FROM finding f LEFT JOIN edit e ON e.id = f.edit LEFT JOIN generation g ON g.id = f.generation
            LEFT JOIN path p ON p.id = f.path
        """,
        "decision": """
        SELECT d.uid, e.uid AS edit, g.uid AS generation, verdict, reasons, policy, d.at
        FROM decision d LEFT JOIN edit e ON e.id = d.edit LEFT JOIN generation g ON g.id = d.generation
        """,
        "alert": """
        SELECT a.uid, title, b.text AS body, service, revision, severity, at
        FROM alert a LEFT JOIN body b ON b.id = a.body
        """,
        "rule": "SELECT * FROM rule",
        "token_run": """
        SELECT g.uid, count, hex(lengths) AS lengths, hex(logprobs) AS logprobs, hex(ids) AS ids
        FROM token_run t JOIN generation g ON g.id = t.generation
        """,
        "change": "SELECT repository, number, url FROM change",
        "link": "SELECT from_kind, from_uid, relation, to_kind, to_uid, at FROM link",
        "attribution": """
        SELECT a.uid, v.hash, r.identity, p.text AS path, first_line, last_line, contributor, s.uid AS session,
            session_hash, model, author, content_hash, teller, at
        FROM attribution a JOIN path p ON p.id = a.path LEFT JOIN revision v ON v.id = a.revision
            LEFT JOIN repository r ON r.id = v.repository LEFT JOIN session s ON s.id = a.session
        """,
        "pending": "SELECT kind, record FROM pending",
    ]
}
