import GRDB

extension TurnRow {
    /// Whether the prompt is so short that it says little without the answer that it answers: "yes, do it".
    package var isReply: Bool {
        guard asker == "person", !title.isEmpty, title.utf8.count <= 80 else { return false }
        return title.utf8.count { $0 == UInt8(ascii: " ") } < 7
    }
}

extension Store {
    /// The same rows, each short prompt with what it answers.
    ///
    /// A look-up of its own for those rows alone: a page of long prompts costs nothing.
    func withReplies(_ rows: [TurnRow]) throws -> [TurnRow] {
        guard rows.contains(where: \.isReply) else { return rows }
        return try read { db in try rows.map { try Self.withReply($0, db) } }
    }

    static func withReply(_ row: TurnRow, _ db: Database) throws -> TurnRow {
        guard row.isReply else { return row }
        var row = row
        row.inReplyTo = try answer(before: row, characters: ClosingWords.reach, db).flatMap {
            ClosingWords(of: $0).excerpt
        }
        return row
    }

    /// The end of the last answer with words before a turn, in the conversation itself.
    static func answer(before row: TurnRow, characters: Int, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT substr(b.text, -?4) FROM (
                        SELECT g.output FROM generation g
                        WHERE g.session = (SELECT session FROM turn WHERE id = ?1) AND g.thread = ''
                            AND g.started_at <= ?2 AND g.turn IS NOT ?1
                        ORDER BY g.started_at DESC, g.id DESC LIMIT ?3) a
                    CROSS JOIN body b ON b.id = a.output WHERE b.text <> '' LIMIT 1
                    """), arguments: [row.id, row.at, Self.lookedThrough, characters])
    }

    /// An agent may call tools for long without a word; beyond so many answers nobody looks for the last ones.
    private static let lookedThrough = 200
}
