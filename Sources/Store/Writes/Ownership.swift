/// Which session a copied record belongs to, whichever copy is read first: the one it was copied from.
struct Ownership {
    let statements: Statements
    private var verdicts: [Pair: Bool] = [:]

    private struct Pair: Hashable {
        var one: Int64
        var other: Int64
    }

    init(statements: Statements) {
        self.statements = statements
    }

    /// Whether a record that stands under `known` belongs to `found`, where it was met again.
    mutating func belongs(to found: Int64, insteadOf known: Int64) throws -> Bool {
        if found == known { return false }
        let pair = Pair(one: found, other: known)
        if let verdict = verdicts[pair] { return verdict }
        let verdict = try statements.int(Self.comparison, [found, known]) == 1
        verdicts[pair] = verdict
        return verdict
    }

    /// A fork comes after what it was forked from; of copies that say nothing of each other one is chosen for good.
    private static let comparison: StaticString = """
        WITH RECURSIVE
            above_found (uid) AS (
                SELECT parent FROM session WHERE id = ?1 AND parent IS NOT NULL
                UNION SELECT s.parent FROM session s JOIN above_found a ON s.uid = a.uid WHERE s.parent IS NOT NULL),
            above_known (uid) AS (
                SELECT parent FROM session WHERE id = ?2 AND parent IS NOT NULL
                UNION SELECT s.parent FROM session s JOIN above_known a ON s.uid = a.uid WHERE s.parent IS NOT NULL)
        SELECT CASE
            WHEN f.uid IN (SELECT uid FROM above_known) THEN 1
            WHEN k.uid IN (SELECT uid FROM above_found) THEN 0
            ELSE (f.parent IS NOT NULL, f.uid) < (k.parent IS NOT NULL, k.uid) END
        FROM session f, session k WHERE f.id = ?1 AND k.id = ?2
        """
}
