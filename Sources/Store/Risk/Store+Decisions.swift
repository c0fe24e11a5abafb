import GRDB
package import Provenance
import Text

extension Store {
    /// Keeps a decision, and of which answers it speaks; one that is known stays as it is.
    ///
    /// - Parameters:
    ///   - generations: uids of answers whose code was judged.
    ///   - root: the folder of the repository that its revision is of, and its names.
    package func keep(
        _ decision: Decision, judging generations: [String], in root: String? = nil, _ place: RepositoryPlace? = nil
    ) throws {
        var batch = Batch()
        batch.sightings = [.decision(decision)]
        batch.sightings += generations.map { uid in
            .link(
                RecordLink(
                    from: .init(kind: RecordKind.decision.rawValue, uid: decision.uid.text), relation: "judged",
                    to: .init(kind: RecordKind.generation.rawValue, uid: uid), at: decision.at))
        }
        if let root, let place { batch.checkouts[root] = place }
        try apply(batch)
    }

    /// What a person says of a decision; the newest word holds.
    package func keep(_ review: Review) throws {
        try write { db in
            guard
                let decision = try Int64.fetchOne(
                    db, sql: "SELECT id FROM decision WHERE uid = ?", arguments: [review.decision.text])
            else { throw StoreError(.refused, at: location, detail: "there is no such decision") }
            // Two words of one millisecond: the later one is later.
            let last = try Int64.fetchOne(
                db, sql: "SELECT max(at) FROM review WHERE decision = ?", arguments: [decision])
            let at = last.map { max(review.at, $0 + 1) } ?? review.at
            let name = "review\u{0}\(review.decision.text)\u{0}\(review.reviewer)\u{0}\(at)"
            try db.execute(
                sql: """
                    INSERT INTO review (uid, decision, verdict, reviewer, reason, until, at) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    SHA256.hash(name).hex(UID.length), decision, review.verdict.rawValue, review.reviewer,
                    review.reason, review.until, at,
                ])
        }
    }

    package func decision(_ id: Int64) throws -> StoredDecision? {
        try read { db in
            try Row.fetchOne(db, sql: "\(StoredDecision.select) WHERE d.id = ?", arguments: [id])
                .map(StoredDecision.init(row:))
        }
    }

    /// The last word of a person on what has this digest, where it holds still.
    package func review(ofDigest digest: String, at moment: Int64) throws -> Review? {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "\(StoredDecision.select) WHERE d.digest = ? AND w.id IS NOT NULL", arguments: [digest])
            let last = rows.compactMap { StoredDecision(row: $0).review }.max { $0.at < $1.at }
            return last.flatMap { $0.until.map { $0 > moment } ?? true ? $0 : nil }
        }
    }

    /// The decisions that nobody has said a word on, or none that holds still; the newest first, of the same work the
    /// newest alone.
    package func waitingDecisions(at moment: Int64, limit: Int) throws -> [StoredDecision] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    \(StoredDecision.select)
                    WHERE (d.verdict = 'review' OR d.verdict = 'block' AND d.digest IS NOT NULL) AND (w.id IS NULL OR w.until <= ?1)
                        AND (d.digest IS NULL OR NOT EXISTS (SELECT 1 FROM decision n
                            WHERE n.digest = d.digest AND n.id <> d.id AND (
                                (n.at, n.id) > (d.at, d.id) AND n.verdict <> 'allow'
                                OR EXISTS (SELECT 1 FROM review o WHERE o.decision = n.id
                                    AND (o.until IS NULL OR o.until > ?1)))))
                    ORDER BY d.at DESC, d.id DESC LIMIT ?2
                    """, arguments: [moment, limit]
            ).map(StoredDecision.init(row:))
        }
    }
}
