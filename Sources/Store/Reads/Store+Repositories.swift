import GRDB

extension Store {
    /// All repositories that the store knows.
    package func repositories() throws -> [RepositoryPlace] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT identity, name, directory FROM repository ORDER BY id")
                .map(RepositoryPlace.init(row:))
        }
    }

    /// The repository of an identity, whether it has that now or had it before.
    package func repository(_ identity: String) throws -> RepositoryPlace? {
        try read { db in
            let current = try RepositoryNames(db: db).current(of: identity)
            return try Row.fetchOne(
                db,
                sql:
                    "SELECT identity, name, directory FROM repository WHERE identity IN (?1, ?2) ORDER BY identity = ?2",
                arguments: [current, identity]
            ).map(RepositoryPlace.init(row:))
        }
    }

    /// The repository last known to lie in a folder.
    package func repository(in directory: String) throws -> RepositoryPlace? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT identity, name, directory FROM repository
                    WHERE directory = ? ORDER BY identity LIKE 'path:%', id LIMIT 1
                    """, arguments: [directory]
            ).map(RepositoryPlace.init(row:))
        }
    }

    /// The shortest words by which `repo:` finds this repository and no other: `shop`, `acme/shop`, else its identity.
    package func label(of repository: RepositoryPlace) throws -> String {
        let parts = repository.identity.split(separator: "/").map(String.init)
        let tails = (1..<max(parts.count, 2)).reversed().map { parts.dropFirst($0).joined(separator: "/") }
        return try read { db in
            try ([repository.name] + tails.filter { !$0.isEmpty }).first { words in
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM repository r WHERE \(RepositoryPlace.isCalled("?1"))",
                    arguments: [words])
                    == 1
            } ?? repository.identity
        }
    }

    /// Brings repositories together of which somebody said meanwhile that they are the same.
    package func joinRepositories() throws {
        let isAny = try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM repository WHERE identity IN (
                        SELECT from_uid FROM link WHERE \(RepositoryNames.isAlias)))
                    """)
        }
        if isAny == true { try write { db in try RepositoryNames(db: db).join() } }
    }

    /// Notes where a repository that the store knows lies today, and the names that it had; one that it does not know is
    /// no matter.
    package func note(_ place: RepositoryPlace) throws {
        let isKnown = try repository(place.identity) != nil
        let names = place.former + place.folders.map { "path:\($0)" }
        guard try isKnown || repositories().contains(where: { names.contains($0.identity) }) else { return }
        try write { db in _ = try SightingWriter(db: db).repositoryID(place) }
    }
}

extension RepositoryPlace {
    init(row: Row) {
        self.init(identity: row["identity"], name: row["name"], directory: row["directory"])
    }

    /// As the filter `repo:` matches words, on the table `r`; see `FilterCondition.repository`.
    static func isCalled(_ words: String) -> String {
        """
        (r.name = \(words) COLLATE NOCASE OR r.identity = \(words) COLLATE NOCASE
            OR substr(r.identity, -length(\(words)) - 1) = '/' || \(words) COLLATE NOCASE)
        """
    }
}
