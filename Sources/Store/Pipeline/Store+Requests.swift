import GRDB

/// A pull or merge request, as far as it says which commits it is made of.
package struct StoredRequest: Equatable, Sendable {
    /// `owner/name` on its host.
    package var repository: String
    package var number: Int64
    package var url: String?
    package var title: String?
    /// `open`, `merged` or `closed`; `nil` where nobody said.
    package var state: String?
    /// Its branch, and the commit at its end.
    package var headRef: String?
    package var head: String?
    package var baseRef: String?
    package var mergeCommit: String?
    /// How many commits of the main line it is, where that was read; 0 where it was not.
    package var landed: Int

    /// `acme/shop#12`
    package var name: String { "\(repository)#\(number)" }

    fileprivate init(row: Row) {
        repository = row["repository"]
        number = row["number"]
        url = row["url"]
        title = row["title"]
        state = row["state"]
        headRef = row["head_ref"]
        head = row["head"]
        baseRef = row["base_ref"]
        mergeCommit = row["merge_commit"]
        landed = row["landed"]
    }
}

extension Store {
    /// The requests that a number, `owner/name#12` or an address names, by repository; at most ten.
    package func requests(named text: String) throws -> [StoredRequest] {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        if let number = Int64(digits), number >= 0 {
            return try requests(where: "c.number = ?", [number])
        }
        return try requests(where: "c.repository || '#' || c.number = ?1 OR c.url = ?1", [text])
    }

    /// The requests of a repository that end with, or were merged as, one of these commits; else the open ones of a branch.
    package func requests(
        of repository: String, ending commits: [String], branch: String?
    ) throws -> [StoredRequest] {
        let marks = Array(repeating: "?", count: commits.count).joined(separator: ", ")
        let byCommit = try requests(
            where: "c.repository = ? AND (c.head IN (\(marks)) OR c.merge_commit IN (\(marks)))",
            [repository] + StatementArguments(commits) + StatementArguments(commits))
        guard byCommit.isEmpty, let branch else { return byCommit }
        return try requests(where: "c.repository = ? AND c.head_ref = ? AND c.state = 'open'", [repository, branch])
    }

    private func requests(where condition: String, _ arguments: StatementArguments) throws -> [StoredRequest] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.*, (SELECT count(*) FROM mainline m WHERE m.change = c.id AND m.is_first) AS landed
                    FROM change c WHERE \(condition) ORDER BY c.repository, c.number LIMIT 10
                    """, arguments: arguments
            ).map(StoredRequest.init(row:))
        }
    }
}
