import GRDB

/// The prompt that an edit came of.
package struct EditPrompt: Equatable, Sendable {
    package var uid: String
    /// The beginning of its words, at most 2,000 characters.
    package var words: String
    /// The uid of its turn.
    package var turn: String?
}

extension Store {
    /// By the edit's row; `nil` where no prompt with words is known.
    package func prompt(ofEdit edit: Int64) throws -> EditPrompt? {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT q.uid, t.uid AS turn, (SELECT substr(text, 1, 2000) FROM body WHERE id = q.words) AS words
                        FROM edit e JOIN generation g ON g.id = e.generation LEFT JOIN turn t ON t.id = g.turn
                        JOIN prompt q ON q.id = coalesce(g.prompt, (
                            SELECT id FROM prompt WHERE turn = g.turn AND asker = 'person' ORDER BY at, id LIMIT 1))
                        WHERE e.id = ?
                        """), arguments: [edit])
            guard let row, let words: String = row["words"] else { return nil }
            return EditPrompt(uid: row["uid"], words: words, turn: row["turn"])
        }
    }
}
