import GRDB
import Provenance

/// What other programs say of lines.
extension SightingWriter {
    mutating func write(_ attribution: Attribution) throws {
        let session = try attribution.session.flatMap { try knownSession($0) }
        // A session that is not here was forgotten: what is said of it goes with it.
        if session == nil, attribution.session != nil { return }
        let revision = try attribution.revision.map { try revisionID($0, in: attribution.directory) }
        let known = try optionalInt("SELECT id FROM attribution WHERE uid = ?", [attribution.uid.text])
        if let known {
            // A session that the teller knew by its hash alone may have become known since.
            try run(
                "UPDATE attribution SET session = ?2 WHERE id = ?1 AND session IS NULL AND ?2 IS NOT NULL",
                [known, session])
            return
        }
        try run(
            """
            INSERT INTO attribution
                (uid, revision, path, first_line, last_line, contributor, session, session_hash, model, author,
                 content_hash, teller, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                attribution.uid.text, revision, try pathID(attribution.path), attribution.lines.lowerBound,
                attribution.lines.upperBound, attribution.contributor.rawValue, session, attribution.sessionHash,
                attribution.model, attribution.author, attribution.contentHash, attribution.teller, attribution.at,
            ])
        tally.attributions += 1
    }

    func drop(_ retelling: Retelling) throws {
        try run(
            "DELETE FROM attribution WHERE revision = (SELECT id FROM revision WHERE hash = ?) AND teller = ?",
            [retelling.revision, retelling.teller])
    }

    /// A commit that a link leads to; it lies in the repository that is being read.
    mutating func revisionID(linked hash: String) throws {
        _ = try revisionID(hash, in: checkouts.count == 1 ? checkouts.keys.first : nil)
    }

    private mutating func revisionID(_ hash: String, in directory: String?) throws -> Int64 {
        if let known = revisions[hash] { return known }
        let repository = try directory.flatMap { checkouts[$0] }.map { try repositoryID($0) }
        try run(
            """
            INSERT INTO revision (hash, repository) VALUES (?, ?)
            ON CONFLICT (hash) DO UPDATE SET repository = excluded.repository
                WHERE repository IS NULL AND excluded.repository IS NOT NULL
            """, [hash, repository])
        let id = try int("SELECT id FROM revision WHERE hash = ?", [hash])
        revisions[hash] = id
        return id
    }
}
