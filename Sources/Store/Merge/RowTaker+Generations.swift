import GRDB
import Provenance

import struct Foundation.Data

extension RowTaker {
    func takeGenerations() throws {
        try take(
            """
            SELECT g.*, s.uid AS session_uid, p.uid AS prompt_uid
            FROM generation g JOIN session s ON s.id = g.session LEFT JOIN prompt p ON p.id = g.prompt
            WHERE \(selection.only("generation", "g")) ORDER BY g.id
            """, texts: ["output"]
        ) { row, db in
            if try isForgotten("generation", row["uid"], db) { return }
            if !row.raw("prompt_uid").isNull, try isForgotten("prompt", row["prompt_uid"], db) { return }
            guard let session = try id("session", row["session_uid"], db) else { return }
            let prompt = try id("prompt", row["prompt_uid"], db)
            let output = try body(row["output"], db)
            if let id = try id("generation", row["uid"], db) {
                try complete(self.row("generation", id, db), row, session: session, prompt: prompt, output, db)
                return
            }
            // Without a prompt it waits for its turn: the queue finds it by time.
            let turn = try prompt.flatMap { prompt in
                try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT turn FROM prompt WHERE id = ?"), arguments: [prompt])
            }
            try insert(
                "generation",
                [
                    "uid": row.raw("uid"), "session": session, "turn": turn, "prompt": prompt,
                    "thread": row.raw("thread"), "maker_id": row.raw("maker_id"), "model": row.raw("model"),
                    "started_at": row.raw("started_at"), "ended_at": row.raw("ended_at"),
                    "first_segment": row.raw("first_segment"), "last_segment": row.raw("last_segment"),
                    "input_tokens": row.raw("input_tokens"), "cache_read_tokens": row.raw("cache_read_tokens"),
                    "cache_write_tokens": row.raw("cache_write_tokens"), "output_tokens": row.raw("output_tokens"),
                    "reasoning_tokens": row.raw("reasoning_tokens"), "stop_reason": row.raw("stop_reason"),
                    "output": output?.id,
                ], db)
            let id = db.lastInsertedRowID
            tally.generations += 1
            tally.inputTokens += Int64.fromDatabaseValue(row["input_tokens"]) ?? 0
            tally.outputTokens += Int64.fromDatabaseValue(row["output_tokens"]) ?? 0
            try takeTokens(of: row, for: id, output, db)
        }
    }

    private static let rules: KeyValuePairs<String, JoinRule> = [
        "maker_id": .least, "model": .least, "started_at": .least, "ended_at": .greatest, "first_segment": .least,
        "last_segment": .greatest, "input_tokens": .greatest, "cache_read_tokens": .greatest,
        "cache_write_tokens": .greatest, "output_tokens": .greatest, "reasoning_tokens": .greatest,
        "stop_reason": .greatest,
    ]

    private func complete(
        _ known: Row, _ row: SourceRow, session: Int64, prompt: Int64?, _ output: TakenBody?, _ db: Database
    ) throws {
        let id: Int64 = known["id"]
        let longer = try longer(known["output"], output?.id, db)
        var given: [String: Int64?] = ["output": longer]
        var ownership = Ownership(statements: Statements(db: db))
        let moves = try ownership.belongs(to: session, insteadOf: known["session"])
        if moves { given["session"] = session }
        let isAnswer = known.raw("prompt").isNull && prompt != nil
        if isAnswer { given["prompt"] = prompt }
        if isAnswer || moves {
            given["turn"] = try (Int64.fromDatabaseValue(known["prompt"]) ?? prompt).flatMap { prompt in
                try Int64.fetchOne(db, sql: "SELECT turn FROM prompt WHERE id = ?", arguments: [prompt])
            }
        }
        let gained = (Self.gain(known, row, "input_tokens"), Self.gain(known, row, "output_tokens"))
        try join("generation", known, row, Self.rules, setting: given, db)
        tally.inputTokens += gained.0
        tally.outputTokens += gained.1
        // Tokens belong to the very output they were cut from.
        if longer?.databaseValue ?? .null != known.raw("output") {
            try db.execute(sql: "DELETE FROM token_run WHERE generation = ?", arguments: [id])
        }
        if longer == output?.id { try takeTokens(of: row, for: id, output, db) }
    }

    private static func gain(_ known: Row, _ row: SourceRow, _ column: String) -> Int64 {
        max(0, (Int64.fromDatabaseValue(row[column]) ?? 0) - (Int64.fromDatabaseValue(known[column]) ?? 0))
    }

    /// The richer of two runs stands; none over a text out of which a secret was taken, where they would not add up.
    private func takeTokens(of row: SourceRow, for id: Int64, _ output: TakenBody?, _ db: Database) throws {
        guard let output, !output.isChanged else { return }
        let statement = try source.cachedStatement(sql: "SELECT * FROM token_run WHERE generation = ?")
        guard let arriving = try Row.fetchOne(statement, arguments: [row.raw("id")]) else { return }
        guard let run = Self.blobs(arriving), let tokens = run.run else { return }
        let length = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT length(CAST(text AS BLOB)) FROM body WHERE id = ?"), arguments: [output.id])
        guard tokens.tokens.reduce(0, { $0 + $1.length }) == length else { return }
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM token_run WHERE generation = ?"), arguments: [id])
        if let known = known.flatMap(Self.blobs) {
            guard Self.isRicher(run, than: known) else { return }
        } else {
            tally.tokenRuns += 1
        }
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO token_run (generation, count, lengths, logprobs, ids, alternatives)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, run.count, run.lengths.blob, run.logprobs?.blob, run.ids?.blob, run.alternatives?.blob,
        ])
    }

    private static func blobs(_ row: Row) -> TokenBlobs? {
        guard let count = Int.fromDatabaseValue(row["count"]), let lengths = Data.fromDatabaseValue(row["lengths"])
        else { return nil }
        return TokenBlobs(
            count: count, lengths: Array(lengths), logprobs: Data.fromDatabaseValue(row["logprobs"]).map(Array.init),
            ids: Data.fromDatabaseValue(row["ids"]).map(Array.init),
            // An older store has no such column.
            alternatives: (row.hasColumn("alternatives") ? row["alternatives"] as Data? : nil).map(Array.init))
    }

    private static func isRicher(_ one: TokenBlobs, than other: TokenBlobs) -> Bool {
        func key(_ run: TokenBlobs) -> [[UInt8]] {
            [run.logprobs ?? [], run.ids ?? [], run.lengths, run.alternatives ?? []]
        }
        for (mine, theirs) in zip(key(one), key(other)) where mine != theirs {
            return mine.count != theirs.count
                ? mine.count > theirs.count : theirs.lexicographicallyPrecedes(mine)
        }
        return false
    }
}
