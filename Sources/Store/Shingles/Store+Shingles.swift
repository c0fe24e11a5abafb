import GRDB

extension Store {
    /// How many edits the index from code to edits does not know yet.
    package func editsWithoutShingles() throws -> Int {
        try read { db in try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM pending_edit")) ?? 0 }
    }

    /// Edits that wait for their shingles, the newest first: they are asked about soonest.
    package func pendingEdits(limit: Int) throws -> [Int64] {
        try read { db in
            try Int64.fetchAll(db, sql: "SELECT edit FROM pending_edit ORDER BY edit DESC LIMIT ?", arguments: [limit])
        }
    }

    /// Takes the shingles of edits into the index, as a run of their own, and the edits off the queue.
    ///
    /// - Parameter edits: those that the entries are of, and those that have none.
    package func index(_ entries: [ShingleEntry], of edits: [Int64]) throws {
        let sorted = entries.sorted()
        try write { db in
            if !sorted.isEmpty {
                var writer = ShingleRunWriter(run: try Self.nextRun(db))
                for entry in sorted { try writer.add(entry)?.write(db) }
                try writer.close()?.write(db)
                try db.execute(
                    sql: "INSERT INTO shingle_run (id, level, entries) VALUES (?, 0, ?)",
                    arguments: [writer.run, writer.count])
            }
            let statement = try db.cachedStatement(sql: "DELETE FROM pending_edit WHERE edit = ?")
            for edit in edits { try statement.execute(arguments: [edit]) }
        }
    }

    /// A number that neither a run nor a run in the making has.
    static func nextRun(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(coalesce((SELECT max(id) FROM shingle_run), 0), coalesce((SELECT max(run) FROM shingle), 0)) + 1
                """) ?? 1
    }

    /// The edits that have each of the shingles; one that more than 64 have is given with none.
    ///
    /// - Parameter shingles: any number, in any order.
    package func edits(holding shingles: [UInt32]) throws -> [UInt32: [Int64]] {
        let asked = Set(shingles).sorted()
        guard !asked.isEmpty else { return [:] }
        return try read { db in
            var found: [UInt32: [Int64]] = [:]
            for run in try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM shingle_run ORDER BY id")) {
                try ShingleRunReader(db, run: run).each(of: asked) { found[$0.shingle, default: []].append($0.edit) }
            }
            return found.compactMapValues { edits in
                let edits = Set(edits)
                return edits.count < ShingleEntry.mostEdits ? edits.sorted() : nil
            }
        }
    }
}
