import GRDB
import Provenance

import struct Foundation.Data

extension Store {
    /// Writes one batch, and those that are ready behind it, as one transaction; rows that are already there are
    /// completed, never doubled.
    ///
    /// Rows come in the random order of their hashes, so that each transaction writes most pages of some indexes: the
    /// more batches it takes, the fewer pages are written for each.
    ///
    /// - Parameter next: the next batch, as long as there is time under the lock; must not wait.
    @discardableResult
    package func apply(_ batch: Batch, next: () -> Batch? = { nil }) throws -> Tally {
        try write { db in
            let time = LockTime()
            var writer = SightingWriter(db: db)
            var batch = batch
            while true {
                writer.repositories = batch.repositories
                writer.checkouts = batch.checkouts
                for retelling in batch.retold { try writer.drop(retelling) }
                for sighting in batch.sightings {
                    try writer.write(sighting)
                }
                if let progress = batch.progress { try progress.save(by: writer.statements) }
                guard !time.isUp, let following = next() else { return writer.tally }
                batch = following
            }
        }
    }

    /// How far each history has been read.
    package func sources() throws -> [SourceProgress] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY location").map(SourceProgress.init(row:))
        }
    }

    package func source(at location: String) throws -> SourceProgress? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM source WHERE location = ?", arguments: [location])
                .map(SourceProgress.init(row:))
        }
    }
}

extension SourceProgress {
    fileprivate init(row: Row) {
        self.init(location: row["location"], format: row["format"], readAt: row["read_at"])
        head = Array(row["head"] as Data)
        position = row["position"]
        line = row["line"]
        state = row["state"]
        size = row["size"]
        skipped = row["skipped"]
        unknown = row["unknown"]
    }

    fileprivate func save(by statements: Statements) throws {
        try statements.run(
            """
            INSERT INTO source
                (location, format, head, position, line, state, size, skipped, unknown, read_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location) DO UPDATE SET
                format = excluded.format, head = excluded.head, position = excluded.position,
                line = excluded.line, state = excluded.state, size = excluded.size,
                skipped = excluded.skipped, unknown = excluded.unknown, read_at = excluded.read_at
            """, [location, format, head, position, line, state, size, skipped, unknown, readAt])
    }
}
