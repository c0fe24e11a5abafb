import GRDB
import Provenance
import Text

/// Writes sightings inside one transaction, remembering the row ids it met.
struct SightingWriter {
    let statements: Statements
    var repositories: [UID: RepositoryPlace] = [:]
    var checkouts: [String: RepositoryPlace] = [:]
    /// What belongs to a record that is not there is refused; else it is left out, for a history may be cut off.
    var isStrict = false
    var tally = Tally()

    private var sessions: [UID: Int64] = [:]
    private var prompts: [UID: PromptRow] = [:]
    private var generations: [UID: Int64] = [:]
    private var paths: [String: Int64] = [:]
    var revisions: [String: Int64] = [:]
    private var ownership: Ownership
    var forgotten = ForgottenRecords()

    private struct PromptRow {
        var id: Int64
        var session: Int64
        var turn: Int64?
    }

    init(db: Database) {
        statements = Statements(db: db)
        ownership = Ownership(statements: statements)
    }

    mutating func write(_ sighting: Sighting) throws {
        guard let sighting = try remembered(sighting) else { return }
        switch sighting {
        case .session(let session): try write(session)
        case .prompt(let prompt): try write(prompt)
        case .segment(let segment): try write(segment)
        case .generation(let generation):
            try write(generation)
            try writeTokens(of: generation)
            try writeEngineRun(of: generation)
        case .edit(let edit): try write(edit)
        case .outcome(let outcome): try write(outcome)
        case .change(let change): try write(change)
        case .rule(let rule): try write(rule)
        case .finding(let finding): try write(finding)
        case .decision(let decision): try write(decision)
        case .alert(let alert): try write(alert)
        case .link(let link): try write(link)
        case .attribution(let attribution): try write(attribution)
        }
    }

    /// After a rollback the rows that were met may be gone.
    mutating func forgetRows() {
        sessions.removeAll()
        prompts.removeAll()
        generations.removeAll()
        paths.removeAll()
        revisions.removeAll()
        ownership = Ownership(statements: statements)
    }
}

// MARK: - Sessions and prompts

extension SightingWriter {
    private mutating func write(_ session: Session) throws {
        let repository = try repositories[session.uid].map { try repositoryID($0) }
        let values: [(any StatementValue)?] = [
            session.uid.text, session.agent, session.agentVersion, session.makerID, repository, session.directory,
            session.branch, session.commit, session.parent?.text, session.title, session.startedAt,
        ]
        if try knownSession(session.uid) != nil {
            // No upsert: its conflict clause would stand over those of the triggers that queue the session's turns.
            try run(
                """
                UPDATE session SET
                    agent_version = coalesce(agent_version, ?3), repository = coalesce(repository, ?5),
                    directory = coalesce(directory, ?6), branch = coalesce(branch, ?7),
                    commit_id = coalesce(commit_id, ?8), parent = coalesce(parent, ?9), title = coalesce(?10, title),
                    started_at = coalesce(min(started_at, ?11), started_at, ?11)
                WHERE uid = ?1 AND ?2 IS NOT NULL AND ?4 IS NOT NULL
                """, values)
            return
        }
        sessions[session.uid] = try insert(
            """
            INSERT INTO session
                (uid, agent, agent_version, maker_id, repository, directory, branch, commit_id, parent, title,
                 started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, values)
        tally.sessions += 1
    }

    private mutating func write(_ prompt: Prompt) throws {
        guard let session = try knownSession(prompt.session) else { return }
        if let known = try self.prompt(prompt.uid) {
            try adopt(known, prompt, session: session)
            return
        }
        let words = try bodyID(prompt.words)
        var turn: Int64?
        if prompt.asker == .person {
            turn = try int(
                """
                INSERT INTO turn (uid, session, asker, at, ended_at, title, repository, branch, agent)
                SELECT ?1, id, 'person', ?3, ?3, ?4, repository, coalesce(?5, branch), agent FROM session WHERE id = ?2
                ON CONFLICT (uid) DO UPDATE SET at = min(at, excluded.at)
                RETURNING id
                """, [prompt.uid.text, session, prompt.at, prompt.words.text.title, prompt.branch])
            tally.turns += 1
        } else if let parent = prompt.parent {
            turn = try self.prompt(parent)?.turn
        }
        let id = try insert(
            """
            INSERT INTO prompt (uid, session, turn, asker, thread, words, at, first_segment, last_segment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                prompt.uid.text, session, turn, prompt.asker.rawValue, prompt.thread, words, prompt.at,
                prompt.segments?.lowerBound, prompt.segments?.upperBound,
            ])
        prompts[prompt.uid] = PromptRow(id: id, session: session, turn: turn)
        if prompt.asker == .person, let turn { try Placement.reopen(around: turn, in: statements) }
    }

    /// A prompt met again: by another history that did not know its segments, or in another session, where the copy was
    /// read before what it was copied from.
    private mutating func adopt(_ known: PromptRow, _ prompt: Prompt, session: Int64) throws {
        if let segments = prompt.segments {
            try run(
                "UPDATE prompt SET first_segment = ?2, last_segment = ?3 WHERE id = ?1 AND first_segment IS NULL",
                [known.id, segments.lowerBound, segments.upperBound])
        }
        guard try ownership.belongs(to: session, insteadOf: known.session) else { return }
        try run(
            "UPDATE prompt SET session = ?2, first_segment = ?3, last_segment = ?4 WHERE id = ?1",
            [known.id, session, prompt.segments?.lowerBound, prompt.segments?.upperBound])
        prompts[prompt.uid]?.session = session
        guard let turn = known.turn, prompt.asker == .person else { return }
        try run(
            """
            UPDATE turn SET (session, repository, branch, agent) = (
                SELECT id, repository, coalesce(?3, branch), agent FROM session WHERE id = ?2)
            WHERE id = ?1
            """, [turn, session, prompt.branch])
        try run("INSERT OR IGNORE INTO pending VALUES ('turn', ?)", [turn])
        try Placement.reopen(around: turn, in: statements)
    }

    private mutating func write(_ segment: Segment) throws {
        guard let session = try knownSession(segment.session) else { return }
        let known = try statements.row("SELECT id, session FROM segment WHERE uid = ?", [segment.uid.text]) {
            (id: $0.int(0), session: $0.int(1) ?? 0)
        }
        if let known {
            if try ownership.belongs(to: session, insteadOf: known.session) {
                try run("UPDATE segment SET session = ?, number = ? WHERE id = ?", [session, segment.number, known.id])
            }
            return
        }
        let path = try segment.path.map { try pathID($0) }
        try run(
            """
            INSERT INTO segment
                (uid, session, thread, number, origin, tool, source, path, first_line, line_count, body, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                segment.uid.text, session, segment.thread, segment.number, segment.origin.rawValue, segment.tool,
                segment.source, path, segment.firstLine, segment.lineCount, try bodyID(segment.text), segment.at,
            ])
        tally.segments += 1
    }
}

// MARK: - Generations and edits

extension SightingWriter {
    private mutating func write(_ generation: Generation) throws {
        guard let session = try knownSession(generation.session) else { return }
        let known = try self.generation(generation.uid)
        if let known { try adopt(known, generation, session: session) }
        if known != nil, try !isNews(generation) { return }
        let prompt = try generation.prompt.flatMap { try self.prompt($0) }
        if prompt == nil, generation.prompt != nil, isStrict { throw Refusal.missing(.prompt) }
        let output = generation.output.text.isEmpty ? nil : try bodyID(generation.output)
        let tokens = generation.tokens
        let range = generation.context
        let completing: [(any StatementValue)?] = [
            generation.uid.text, prompt?.turn, prompt?.id, generation.makerID, generation.model,
            generation.startedAt, generation.endedAt, range?.lowerBound, range?.upperBound, tokens.input,
            tokens.cacheRead, tokens.cacheWrite, tokens.output, tokens.reasoning, generation.stopReason, output,
        ]
        guard let known else {
            generations[generation.uid] = try insert(
                """
                INSERT INTO generation
                    (uid, turn, prompt, maker_id, model, started_at, ended_at, first_segment, last_segment,
                     input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens,
                     stop_reason, output, session, thread)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, completing + [session, generation.thread])
            tally.generations += 1
            tally.inputTokens += Int64(tokens.input ?? 0)
            tally.outputTokens += Int64(tokens.output ?? 0)
            return
        }
        // The same answer from a copy, or grown since: what is higher, longer or was missing completes the row.
        let before = try outputID(of: known)
        try run(
            """
            UPDATE generation SET
                turn = CASE WHEN prompt IS NULL THEN coalesce(?2, turn) ELSE turn END,
                prompt = coalesce(prompt, ?3), maker_id = coalesce(maker_id, ?4),
                model = coalesce(model, ?5), started_at = min(started_at, ?6), ended_at = max(ended_at, ?7),
                first_segment = coalesce(first_segment, ?8), last_segment = coalesce(last_segment, ?9),
                input_tokens = coalesce(max(input_tokens, ?10), input_tokens, ?10),
                cache_read_tokens = coalesce(max(cache_read_tokens, ?11), cache_read_tokens, ?11),
                cache_write_tokens = coalesce(max(cache_write_tokens, ?12), cache_write_tokens, ?12),
                output_tokens = coalesce(max(output_tokens, ?13), output_tokens, ?13),
                reasoning_tokens = coalesce(max(reasoning_tokens, ?14), reasoning_tokens, ?14),
                stop_reason = coalesce(?15, stop_reason),
                output = CASE
                    WHEN ?16 IS NULL THEN output
                    WHEN output IS NULL THEN ?16
                    WHEN (SELECT length(text) FROM body WHERE id = ?16)
                        > (SELECT length(text) FROM body WHERE id = output) THEN ?16
                    ELSE output END
            WHERE uid = ?1
            """, completing)
        // Tokens belong to the very output they were cut from.
        if try outputID(of: known) != before { try run("DELETE FROM token_run WHERE generation = ?", [known]) }
    }

    func outputID(of generation: Int64) throws -> Int64? {
        try optionalInt("SELECT output FROM generation WHERE id = ?", [generation])
    }

    /// A generation met again in another session: the copy was read before what it was copied from.
    private mutating func adopt(_ known: Int64, _ generation: Generation, session: Int64) throws {
        guard let stored = try optionalInt("SELECT session FROM generation WHERE id = ?", [known]),
            try ownership.belongs(to: session, insteadOf: stored)
        else { return }
        // Its turn is its prompt's, which moves by itself; without one it is placed anew among the other session's.
        try run(
            """
            UPDATE generation SET session = ?2,
                first_segment = coalesce(?3, first_segment), last_segment = coalesce(?4, last_segment),
                turn = (SELECT turn FROM prompt WHERE prompt.id = generation.prompt)
            WHERE id = ?1
            """, [known, session, generation.context?.lowerBound, generation.context?.upperBound])
        try leavePrompt(known, for: generation)
    }

    /// An answer that passed the recorder is told again by its agent's history, with what was asked: the prompt that stood for
    /// that goes with the last answer to it.
    private mutating func leavePrompt(_ known: Int64, for generation: Generation) throws {
        guard let prompt = try generation.prompt.flatMap({ try self.prompt($0) }),
            let before = try optionalInt(
                """
                SELECT p.id FROM generation g JOIN prompt p ON p.id = g.prompt JOIN session s ON s.id = p.session
                WHERE g.id = ? AND s.maker_id LIKE 'proxy/%'
                """, [known]), before != prompt.id
        else { return }
        try run("UPDATE generation SET prompt = ?2, turn = ?3 WHERE id = ?1", [known, prompt.id, prompt.turn])
        let isLeft = try optionalInt(
            "SELECT 1 FROM generation WHERE prompt = ?1 OR turn = (SELECT turn FROM prompt WHERE id = ?1) LIMIT 1",
            [before])
        guard isLeft == nil else { return }
        try run("DELETE FROM turn WHERE id = (SELECT turn FROM prompt WHERE id = ?)", [before])
        try run("DELETE FROM prompt WHERE id = ?", [before])
        prompts.removeAll()
    }

    /// Whether a second sighting says more than the row: copies of a history mostly say the same. Counts what is gained.
    private mutating func isNews(_ generation: Generation) throws -> Bool {
        let stored = try statements.row(
            """
            SELECT input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, ended_at,
                started_at, length(CAST(b.text AS BLOB)), prompt, model, first_segment, stop_reason
            FROM generation g LEFT JOIN body b ON b.id = g.output WHERE g.uid = ?
            """, [generation.uid.text]
        ) { row in
            let tokens = generation.tokens
            func gain(_ value: Int?, _ column: Int32) -> Int64 { max(0, Int64(value ?? 0) - (row.int(column) ?? 0)) }
            let input = gain(tokens.input, 0)
            let output = gain(tokens.output, 1)
            let gained = input + output + gain(tokens.cacheRead, 2) + gain(tokens.cacheWrite, 3)
            let isLonger =
                generation.endedAt > row.int(5) ?? 0 || generation.startedAt < row.int(6) ?? 0
                || Int64(generation.output.text.utf8.count) > row.int(7) ?? 0
            let isFuller =
                row.isNull(8) && generation.prompt != nil || row.isNull(9) && generation.model != nil
                || row.isNull(10) && generation.context != nil || row.isNull(11) && generation.stopReason != nil
            let isNews = gained + gain(tokens.reasoning, 4) > 0 || isLonger || isFuller
            return (isNews: isNews, input: input, output: output)
        }
        guard let stored else { return true }
        tally.inputTokens += stored.input
        tally.outputTokens += stored.output
        return stored.isNews
    }

    private mutating func write(_ edit: Edit) throws {
        var known = try optionalInt("SELECT generation FROM edit WHERE uid = ?", [edit.uid.text])
        if known == nil, let name = edit.byContent {
            if name == edit.uid, try isToldByCall(edit) { return }
            known = try optionalInt("SELECT generation FROM edit WHERE uid = ?", [name.text])
            if known != nil {
                try run(
                    "UPDATE edit SET uid = ?2, call = ?3 WHERE uid = ?1", [name.text, edit.uid.text, edit.call.text])
            }
        }
        if known == nil, let standIn = edit.standIn { try write(standIn, of: edit) }
        guard let generation = try self.generation(edit.generation) else {
            if isStrict { throw Refusal.missing(.generation) }
            return
        }
        if let known {
            if known != generation { try replaceStandIn(known, by: generation, of: edit) }
            return
        }
        try run(
            """
            INSERT INTO edit
                (uid, call, generation, path, moved_from, kind, means, status, at, before, after, patch, added,
                 removed, first_line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                edit.uid.text, edit.call.text, generation, try pathID(edit.path),
                try edit.movedFrom.map { try pathID($0) }, edit.kind.rawValue, edit.means.rawValue,
                edit.status.rawValue, edit.at, try edit.before.map { try bodyID($0) },
                try edit.after.map { try bodyID($0) }, try edit.patch.map { try bodyID($0) }, edit.added, edit.removed,
                edit.firstLine,
            ])
        tally.edits += 1
    }

    /// Whether an edit that is only known by what it does was told of by its call before: its session wrote the same there
    /// a short while ago.
    private mutating func isToldByCall(_ edit: Edit) throws -> Bool {
        let told = try optionalInt(
            """
            SELECT e.id FROM edit e JOIN generation g ON g.id = e.generation JOIN session s ON s.id = g.session
            WHERE s.uid = ? AND e.path = ? AND e.after IS ? AND e.at BETWEEN ? AND ? LIMIT 1
            """,
            [
                edit.session.text, try pathID(edit.path), try edit.after.map { try bodyID($0) }, edit.at - 60_000,
                edit.at + 60_000,
            ])
        return told != nil
    }

    private mutating func write(_ standIn: Edit.StandIn, of edit: Edit) throws {
        var generation = Generation(uid: edit.generation, session: edit.session, startedAt: edit.at)
        generation.makerID = standIn.makerID
        generation.model = standIn.model
        try write(generation)
    }

    /// The answer that made an edit takes the place of one that stood in for it, which is named by the call.
    private mutating func replaceStandIn(_ standIn: Int64, by generation: Int64, of edit: Edit) throws {
        let named = try statements.row("SELECT maker_id, uid FROM generation WHERE id = ?", [standIn]) {
            (makerID: $0.text(0), uid: $0.text(1))
        }
        guard let named, let makerID = named.makerID else { return }
        let call = UID(of: .edit, makerID: makerID)
        guard call == edit.call || call == edit.byContent else { return }
        try run("UPDATE edit SET generation = ? WHERE call = ?", [generation, edit.call.text])
        try run(
            "DELETE FROM generation WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM edit WHERE generation = ?1)", [standIn])
        generations.removeAll()
    }

    /// The answer to a call says more than the call did: it stands over what was proposed, and the first answer stays.
    private mutating func write(_ outcome: EditOutcome) throws {
        let pending = try statements.rows(
            """
            SELECT id FROM edit WHERE call = ?1
                AND (status = 'proposed' OR status = ?2 AND first_line IS NULL AND ?3 IS NOT NULL
                    OR status = ?2 AND before IS NULL AND patch IS NULL AND ?4 = 1)
            """,
            [
                outcome.call.text, outcome.status.rawValue, outcome.firstLine,
                outcome.before == nil && outcome.patch == nil ? 0 : 1,
            ]
        ) { $0.int(0) }
        guard let first = pending.first else { return }
        guard pending.count == 1 else {
            try run(
                "UPDATE edit SET status = ? WHERE call = ? AND status = 'proposed'",
                [outcome.status.rawValue, outcome.call.text])
            return
        }
        try run(
            """
            UPDATE edit SET
                status = ?2, kind = coalesce(?3, kind), before = coalesce(?4, before), after = coalesce(?5, after),
                patch = coalesce(?6, patch), added = coalesce(?7, added), removed = coalesce(?8, removed),
                first_line = coalesce(?9, first_line)
            WHERE id = ?1
            """,
            [
                first, outcome.status.rawValue, outcome.kind?.rawValue, try outcome.before.map { try bodyID($0) },
                try outcome.after.map { try bodyID($0) }, try outcome.patch.map { try bodyID($0) },
                outcome.added, outcome.removed,
                outcome.firstLine,
            ])
    }

    private mutating func write(_ change: ChangeMention) throws {
        try run(
            """
            INSERT INTO change (repository, number, url) VALUES (?, ?, ?)
            ON CONFLICT (repository, number) DO UPDATE SET url = coalesce(url, excluded.url)
            """, [change.repository, change.number, change.url])
        try run(
            "INSERT OR IGNORE INTO link (from_kind, from_uid, relation, to_kind, to_uid, at) VALUES (?, ?, ?, ?, ?, ?)",
            ["session", change.session.text, "part of", "change", "\(change.repository)#\(change.number)", change.at])
    }
}

// MARK: - Shared rows

extension SightingWriter {
    mutating func bodyID(_ body: Body) throws -> Int64 {
        let digest = body.digest ?? SHA256.hash(body.text)
        try run(
            "INSERT INTO body (sha256, text, redactions) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            [digest, body.text, body.redactions])
        if statements.changes == 0 { return try int("SELECT id FROM body WHERE sha256 = ?", [digest]) }
        tally.redactions += body.redactions ?? 0
        return statements.lastID
    }

    mutating func pathID(_ text: String) throws -> Int64 {
        if let known = paths[text] { return known }
        let id =
            try optionalInt("SELECT id FROM path WHERE text = ?", [text])
            ?? insert("INSERT INTO path (text, language) VALUES (?, ?)", [text, Language.named(by: text)])
        paths[text] = id
        return id
    }

    mutating func knownSession(_ uid: UID) throws -> Int64? {
        if let known = sessions[uid] { return known }
        let id = try optionalInt("SELECT id FROM session WHERE uid = ?", [uid.text])
        sessions[uid] = id
        return id
    }

    private mutating func prompt(_ uid: UID) throws -> PromptRow? {
        if let known = prompts[uid] { return known }
        let row = try statements.row("SELECT id, session, turn FROM prompt WHERE uid = ?", [uid.text]) {
            PromptRow(id: $0.int(0) ?? 0, session: $0.int(1) ?? 0, turn: $0.int(2))
        }
        prompts[uid] = row
        return row
    }

    mutating func generation(_ uid: UID) throws -> Int64? {
        if let known = generations[uid] { return known }
        let id = try optionalInt("SELECT id FROM generation WHERE uid = ?", [uid.text])
        generations[uid] = id
        return id
    }

    func optionalInt(_ sql: StaticString, _ values: [(any StatementValue)?]) throws -> Int64? {
        try statements.int(sql, values)
    }

    func int(_ sql: StaticString, _ values: [(any StatementValue)?]) throws -> Int64 {
        guard let value = try statements.int(sql, values) else {
            throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "a row that was just written is not there")
        }
        return value
    }

    /// Without RETURNING: that builds a table of its own for each statement.
    func insert(_ sql: StaticString, _ values: [(any StatementValue)?]) throws -> Int64 {
        try statements.run(sql, values)
        return statements.lastID
    }

    func run(_ sql: StaticString, _ values: [(any StatementValue)?]) throws {
        try statements.run(sql, values)
    }
}
