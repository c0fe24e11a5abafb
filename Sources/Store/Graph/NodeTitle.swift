/// What a node is called, for each kind: `uid`, `title`, `at`, `mark` and `trust` of the row `?1`.
enum NodeTitle {
    static func select(_ kind: NodeKind) -> String {
        switch kind {
        case .repository:
            "SELECT identity AS uid, name AS title, NULL AS at, NULL AS mark, NULL AS trust FROM repository WHERE id = ?1"
        case .session:
            """
            SELECT uid, coalesce(nullif(title, ''), maker_id) AS title, started_at AS at, agent AS mark, NULL AS trust
            FROM session WHERE id = ?1
            """
        case .turn: "SELECT uid, title, at, status AS mark, NULL AS trust FROM turn WHERE id = ?1"
        case .prompt:
            """
            SELECT p.uid, substr(b.text, 1, 400) AS title, p.at, nullif(p.asker, 'person') AS mark, NULL AS trust
            FROM prompt p JOIN body b ON b.id = p.words WHERE p.id = ?1
            """
        case .segment:
            """
            SELECT s.uid, CASE
                WHEN s.path IS NOT NULL THEN (SELECT text FROM path WHERE id = s.path)
                    || iif(s.first_line IS NULL, '', ':' || s.first_line
                        || iif(s.line_count > 1, '-' || (s.first_line + s.line_count - 1), ''))
                WHEN s.tool IS NOT NULL THEN 'output of ' || s.tool
                ELSE (SELECT substr(text, 1, 400) FROM body WHERE id = s.body) END AS title,
                s.at, s.origin AS mark, (SELECT level FROM segment_trust WHERE segment = s.id) AS trust
            FROM segment s WHERE s.id = ?1
            """
        case .generation:
            """
            SELECT g.uid, coalesce(g.model, 'model not recorded') || coalesce(', ' || g.output_tokens || ' tokens', '')
                    AS title,
                g.started_at AS at, nullif(g.stop_reason, '') AS mark,
                (SELECT level FROM generation_trust WHERE generation = g.id) AS trust
            FROM generation g WHERE g.id = ?1
            """
        case .edit:
            """
            SELECT e.uid, p.text || coalesce(':' || e.first_line, '') || coalesce(' +' || e.added, '')
                    || coalesce(' −' || e.removed, '') AS title, e.at, e.status AS mark, NULL AS trust
            FROM edit e JOIN path p ON p.id = e.path WHERE e.id = ?1
            """
        case .finding:
            """
            SELECT uid, rule || coalesce(':' || first_line, '') || ': ' || message AS title, at, severity AS mark,
                NULL AS trust
            FROM finding WHERE id = ?1
            """
        case .decision:
            """
            SELECT uid, verdict || iif(reasons = '', '', ': ' || replace(reasons, char(10), '; ')) AS title, at,
                verdict AS mark, NULL AS trust
            FROM decision WHERE id = ?1
            """
        case .alert: "SELECT uid, title, at, severity AS mark, NULL AS trust FROM alert WHERE id = ?1"
        case .frame:
            """
            SELECT a.uid || '.' || f.exception || '.' || f.depth AS uid,
                f.file || coalesce(':' || f.line, '') || coalesce(' ' || f.function, '') AS title, a.at,
                (SELECT level FROM resolution WHERE frame = f.id) AS mark, NULL AS trust
            FROM frame f JOIN alert a ON a.id = f.alert WHERE f.id = ?1
            """
        case .deployment:
            """
            SELECT uid, coalesce(version, substr(revision, 1, 10)) || coalesce(' ' || service, '')
                    || coalesce(' to ' || environment, '') AS title, at, NULL AS mark, NULL AS trust
            FROM deployment WHERE id = ?1
            """
        // Never rows: they go by their names.
        case .revision:
            "SELECT hash AS uid, hash AS title, NULL AS at, NULL AS mark, NULL AS trust FROM revision WHERE id = ?1"
        case .change:
            """
            SELECT repository || '#' || number AS uid, repository || '#' || number AS title, NULL AS at, NULL AS mark,
                NULL AS trust
            FROM change WHERE id = ?1
            """
        }
    }
}
