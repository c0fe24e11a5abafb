import GRDB
package import Provenance

extension Store {
    /// How the engine of an answer was asked; `nil` where that was not recorded.
    package func engineRun(of generation: Int64) throws -> EngineRun? {
        try read { db in try Self.engineRun(of: generation, db) }
    }

    static func engineRun(of generation: Int64, _ db: Database) throws -> EngineRun? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM engine_run WHERE generation = ?"), arguments: [generation]
        ).flatMap(EngineRun.init(row:))
    }

    /// The commands that were run on what an answer wrote, oldest first.
    package func trials(of generation: Int64) throws -> [Trial] {
        try read { db in try Self.trials(of: generation, db) }
    }

    static func trials(of generation: Int64, _ db: Database) throws -> [Trial] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT t.*, g.uid FROM trial t JOIN generation g ON g.id = t.generation
                WHERE t.generation = ? ORDER BY t.at, t.command
                """, arguments: [generation]
        ).map(Trial.init(row:))
    }

    /// Notes what came of a command; its words are without secrets already.
    ///
    /// - Returns: whether the generation is here, and was not told this before.
    @discardableResult package func record(_ trial: Trial) throws -> Bool {
        try write { db in
            try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO trial
                        (generation, at, command, ended_at, exit_code, passed, failed, skipped, output)
                    SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM generation WHERE uid = ?
                    """
            ).execute(arguments: [
                trial.at, trial.command, trial.endedAt, trial.exitCode, trial.passed, trial.failed, trial.skipped,
                trial.output, trial.generation.text,
            ])
            return db.changesCount > 0
        }
    }
}

extension EngineRun {
    fileprivate init?(row: Row) {
        guard let fidelity = Fidelity(rawValue: row["fidelity"]), let ended = Ended(rawValue: row["ended"]) else {
            return nil
        }
        self.init(engine: row["engine"], fidelity: fidelity, observedTokens: row["observed_tokens"], ended: ended)
        host = row["host"]
        path = row["path"]
        modelDigest = row["model_digest"]
        parameters = row["parameters"]
        seed = row["seed"]
        reportedTokens = row["reported_tokens"]
        shortfall = row["shortfall"]
        firstTokenAfter = row["first_token_after"]
        promptTime = row["prompt_time"]
        generationTime = row["generation_time"]
    }
}

extension Trial {
    fileprivate init(row: Row) {
        self.init(
            generation: UID(text: row["uid"]), command: row["command"], exitCode: row["exit_code"],
            output: row["output"], at: row["at"], endedAt: row["ended_at"])
        passed = row["passed"]
        failed = row["failed"]
        skipped = row["skipped"]
    }
}
