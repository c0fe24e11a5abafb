/// Which turn a generation belongs to where its prompt does not say it: the last one that a person had opened by then.
enum Placement {
    /// A turn that is read later than what belongs to it takes its generations back: `settle` places them anew.
    ///
    /// Not those whose prompt has a turn, which holds whatever the clock says. Three places can hold others: the turn
    /// before it, the turn after it (what came before every known turn waits there), and a turn that was made because
    /// nobody had asked anything yet.
    static func reopen(around turn: Int64, in statements: Statements) throws {
        for sql in [Self.fromBefore, Self.fromAfter, Self.fromAgents] {
            try statements.run(sql, [turn])
        }
    }

    private static let fromBefore: StaticString = """
        UPDATE generation SET turn = NULL
        WHERE turn = (SELECT b.id FROM turn t JOIN turn b ON b.session = t.session AND b.asker = 'person'
                AND (b.at, b.uid) < (t.at, t.uid) WHERE t.id = ?1 ORDER BY b.at DESC, b.uid DESC LIMIT 1)
            AND started_at >= (SELECT at FROM turn WHERE id = ?1)
            AND NOT EXISTS (SELECT 1 FROM prompt p WHERE p.id = generation.prompt AND p.turn IS NOT NULL)
        """

    private static let fromAfter: StaticString = """
        UPDATE generation SET turn = NULL
        WHERE turn = (SELECT a.id FROM turn t JOIN turn a ON a.session = t.session AND a.asker = 'person'
                AND (a.at, a.uid) > (t.at, t.uid) WHERE t.id = ?1 ORDER BY a.at, a.uid LIMIT 1)
            AND started_at < (SELECT at FROM turn WHERE turn.id = generation.turn)
            AND NOT EXISTS (SELECT 1 FROM prompt p WHERE p.id = generation.prompt AND p.turn IS NOT NULL)
        """

    private static let fromAgents: StaticString = """
        UPDATE generation SET turn = NULL
        WHERE turn IN (SELECT a.id FROM turn t JOIN turn a ON a.session = t.session AND a.asker = 'agent'
                WHERE t.id = ?1)
            AND NOT EXISTS (SELECT 1 FROM prompt p WHERE p.id = generation.prompt AND p.turn IS NOT NULL)
        """
}
