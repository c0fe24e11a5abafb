import GRDB

extension Store {
    /// One turn in full; `nil` where it is gone.
    package func turn(_ id: Int64) throws -> TurnDetail? {
        try read { db -> TurnDetail? in
            guard let row = try Row.fetchOne(db, sql: "\(TurnRow.select) WHERE t.id = ?", arguments: [id]) else {
                return nil
            }
            let turn = try Self.withReply(TurnRow(row: row), db)
            guard let session = try Self.session(turn.session, db) else { return nil }
            let prompt = try String.fetchOne(
                db, sql: "SELECT text FROM body WHERE id = (\(TurnDetail.words))", arguments: [id])
            let generations = try Row.fetchAll(
                db, sql: "\(GenerationRow.select) WHERE g.turn = ? ORDER BY g.started_at, g.id", arguments: [id])
            let answers = try generations.map { try Self.answer($0, db) }
            let findings = try Row.fetchAll(
                db, sql: "\(FindingRow.select) WHERE \(FindingRow.isOfTurn) ORDER BY f.at, f.id", arguments: [id])
            var detail = TurnDetail(
                turn: turn, session: session, prompt: prompt ?? "", answers: answers,
                findings: findings.map(FindingRow.init(row:)))
            detail.sources = try TurnSource.fetch(db, turn: id)
            detail.linked = try Self.linked(to: detail, db)
            if turn.isReply {
                detail.inReplyTo = try Self.answer(before: turn, characters: ClosingWords.reach, db).flatMap {
                    ClosingWords(of: $0).paragraphs
                }
            }
            return detail
        }
    }

    /// What links tie to the turn, its answers, edits and findings; a link is read from both ends.
    private static func linked(to detail: TurnDetail, _ db: Database) throws -> [String] {
        guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM link)")) == true else {
            return []
        }
        var ends = [("turn", detail.turn.uid), ("prompt", detail.turn.uid)]
        for answer in detail.answers.prefix(100) {
            ends.append(("generation", answer.generation.uid))
            ends += answer.edits.prefix(100).map { ("edit", $0.edit.uid) }
        }
        ends += detail.findings.prefix(100).map { ("finding", $0.uid) }
        let statement = try db.cachedStatement(
            sql: """
                SELECT to_kind || ':' || to_uid FROM link WHERE from_kind = ?1 AND from_uid = ?2
                UNION SELECT from_kind || ':' || from_uid FROM link WHERE to_kind = ?1 AND to_uid = ?2 LIMIT 20
                """)
        var linked: [String] = []
        for (kind, uid) in ends {
            for name in try String.fetchAll(statement, arguments: [kind, uid]) where !linked.contains(name) {
                linked.append(name)
            }
        }
        return linked
    }

    package func edit(_ id: Int64) throws -> EditDetail? {
        try read { db in
            try Row.fetchOne(db, sql: "\(EditRow.select) WHERE e.id = ?", arguments: [id]).map {
                try Self.edit($0, db)
            }
        }
    }

    package func generation(_ id: Int64) throws -> TurnDetail.Answer? {
        try read { db in
            try Row.fetchOne(db, sql: "\(GenerationRow.select) WHERE g.id = ?", arguments: [id]).map {
                try Self.answer($0, db)
            }
        }
    }

    package func session(_ id: Int64) throws -> SessionRow? {
        try read { db in
            try Row.fetchOne(db, sql: "\(SessionRow.select) WHERE s.id = ?", arguments: [id])
                .map(SessionRow.init(row:))
        }
    }

    private static func session(_ uid: String, _ db: Database) throws -> SessionRow? {
        try Row.fetchOne(db, sql: "\(SessionRow.select) WHERE s.uid = ?", arguments: [uid]).map(SessionRow.init(row:))
    }

    private static func answer(_ row: Row, _ db: Database) throws -> TurnDetail.Answer {
        let generation = GenerationRow(row: row)
        let edits = try Row.fetchAll(
            db, sql: "\(EditRow.select) WHERE e.generation = ? ORDER BY e.at, e.id", arguments: [generation.id])
        var answer = TurnDetail.Answer(
            generation: generation, output: try body(row["output"], db) ?? "",
            edits: try edits.map { try edit($0, db) })
        answer.trust = try trust(of: generation.id, db)
        answer.engineRun = try engineRun(of: generation.id, db)
        answer.trials = try trials(of: generation.id, db)
        return answer
    }

    private static func edit(_ row: Row, _ db: Database) throws -> EditDetail {
        EditDetail(
            edit: EditRow(row: row), before: try body(row["before"], db), after: try body(row["after"], db),
            patch: try body(row["patch"], db))
    }

    private static func body(_ id: Int64?, _ db: Database) throws -> String? {
        guard let id else { return nil }
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM body WHERE id = ?"), arguments: [id])
    }
}

extension Store {
    /// The turns of one session in their order.
    package func turns(in session: Int64) throws -> [TurnRow] {
        try read { db in
            try Row.fetchAll(db, sql: "\(TurnRow.select) WHERE t.session = ? ORDER BY t.at, t.id", arguments: [session])
                .map { try Self.withReply(TurnRow(row: $0), db) }
        }
    }
}
