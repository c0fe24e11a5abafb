/// What is told of a node, for each kind: a SELECT of the row `?1` whose columns are the facts, named as they are told.
///
/// `took:span`, `began:moment`, `risk:risk` say how a number is to be read. `:text`, `:path`, `:line` and `:session` are
/// no facts: its words, the file and line of which they are a part, the uid of its session. `?2` is how many characters
/// of the words are wanted.
enum NodeFacts {
    static func select(_ kind: NodeKind) -> String {
        switch kind {
        case .repository: "SELECT directory AS \"in\" FROM repository WHERE id = ?1"
        case .session:
            """
            SELECT agent || coalesce(' ' || agent_version, '') AS agent, directory AS "in", branch,
                started_at AS "began:moment", nullif(ended_at - started_at, 0) AS "took:span", uid AS ":session"
            FROM session WHERE id = ?1
            """
        case .turn:
            """
            SELECT t.agent || coalesce(', ' || t.model, '') AS "asked of", t.at AS "at:moment",
                nullif(t.ended_at - t.at, 0) AS "took:span", t.input_tokens AS "tokens in", t.output_tokens AS "tokens out",
                nullif(t.edits, 0) AS edits, t.risk AS "risk:risk", t.status AS became, s.uid AS ":session",
                (SELECT substr(b.text, 1, ?2) FROM prompt p JOIN body b ON b.id = p.words WHERE p.turn = t.id
                    ORDER BY p.id LIMIT 1) AS ":text"
            FROM turn t JOIN session s ON s.id = t.session WHERE t.id = ?1
            """
        case .prompt:
            """
            SELECT p.asker AS "asked by", p.at AS "at:moment", nullif(p.thread, '') AS "sub-agent", s.uid AS ":session",
                substr(b.text, 1, ?2) AS ":text"
            FROM prompt p JOIN session s ON s.id = p.session JOIN body b ON b.id = p.words WHERE p.id = ?1
            """
        case .segment:
            """
            SELECT g.origin AS kind, g.tool, g.source AS "from", p.text AS file, g.at AS "at:moment",
                x.reason AS "trust", nullif(x.hops, 0) AS hops, s.uid AS ":session", p.text AS ":path",
                g.first_line AS ":line", substr(b.text, 1, ?2) AS ":text"
            FROM segment g JOIN session s ON s.id = g.session JOIN body b ON b.id = g.body
            LEFT JOIN path p ON p.id = g.path LEFT JOIN segment_trust x ON x.segment = g.id WHERE g.id = ?1
            """
        case .generation:
            """
            SELECT g.model, s.agent || coalesce(' ' || s.agent_version, '') AS agent, g.started_at AS "at:moment",
                nullif(g.ended_at - g.started_at, 0) AS "took:span", g.input_tokens AS "tokens in",
                g.cache_read_tokens AS "from cache", g.output_tokens AS "tokens out",
                nullif(g.reasoning_tokens, 0) AS reasoning, nullif(g.stop_reason, '') AS stop,
                nullif(g.thread, '') AS "sub-agent",
                (SELECT 'least trusted: ' || coalesce(nullif(x.reason, ''), m.tool, m.origin)
                    || iif(t.hops > 1, ', ' || t.hops || ' hops away', '')
                    FROM generation_trust t JOIN segment m ON m.id = t.segment
                    LEFT JOIN segment_trust x ON x.segment = m.id WHERE t.generation = g.id) AS trust,
                (SELECT risk FROM turn WHERE id = g.turn) AS "risk:risk", s.uid AS ":session",
                (SELECT substr(text, 1, ?2) FROM body WHERE id = g.output) AS ":text"
            FROM generation g JOIN session s ON s.id = g.session WHERE g.id = ?1
            """
        case .edit:
            """
            SELECT p.text AS file, e.kind, m.text AS "moved from", e.status, e.means AS by, e.added, e.removed,
                e.at AS "at:moment", p.text AS ":path", iif(e.after IS NULL, NULL, e.first_line) AS ":line",
                s.uid AS ":session",
                (SELECT substr(text, 1, ?2) FROM body WHERE id = coalesce(e.after, e.patch)) AS ":text"
            FROM edit e JOIN path p ON p.id = e.path LEFT JOIN path m ON m.id = e.moved_from
            JOIN generation g ON g.id = e.generation JOIN session s ON s.id = g.session WHERE e.id = ?1
            """
        case .finding:
            """
            SELECT f.rule, f.cwe, f.status, f.confidence, f.auditor AS "found by", p.text AS file, f.at AS "at:moment",
                f.message || coalesce(char(10) || char(10) || r.remedy, '') AS ":text"
            FROM finding f LEFT JOIN rule r ON r.id = f.rule LEFT JOIN edit e ON e.id = f.edit
            LEFT JOIN path p ON p.id = coalesce(f.path, e.path) WHERE f.id = ?1
            """
        case .decision:
            """
            SELECT verdict, policy, risk AS "risk:risk", at AS "at:moment", nullif(reasons, '') AS ":text"
            FROM decision WHERE id = ?1
            """
        case .alert:
            """
            SELECT a.service, a.revision AS release, a.at AS "fired:moment",
                (SELECT substr(text, 1, ?2) FROM body WHERE id = a.body) AS ":text"
            FROM alert a WHERE a.id = ?1
            """
        case .frame:
            """
            SELECT f.function AS "in", f.type AS raised, r.level AS certainty, nullif(r.evidence, '') AS evidence,
                nullif(f.message, '') AS message, f.file AS ":path", f.line AS ":line", f.source AS ":text"
            FROM frame f LEFT JOIN resolution r ON r.frame = f.id WHERE f.id = ?1
            """
        case .deployment:
            "SELECT version, service, environment AS \"to\", revision, at AS \"at:moment\" FROM deployment WHERE id = ?1"
        // By their names.
        case .revision:
            """
            SELECT n.name AS repository FROM revision v JOIN repository n ON n.id = v.repository WHERE v.hash = ?1
            """
        case .change:
            "SELECT url FROM change WHERE repository || '#' || number = ?1"
        }
    }
}
