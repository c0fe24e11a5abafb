import Foundation
import GRDB

extension Store {
    /// So many runs of one level become one of the next. Every run is asked for every shingle: fewer of them are quicker to
    /// read, and written more often.
    private static let mostRuns = 3
    /// So many blocks are written, or deleted, in one transaction.
    private static let blocksAtOnce = 64

    /// Merges runs where there are many of one level, in short transactions; the old ones answer until the new one is whole.
    ///
    /// - Parameter largest: runs of more entries together are left for another time.
    /// - Returns: whether there was something to merge.
    @discardableResult
    package func mergeShingleRuns(ofAtMost largest: Int = .max) throws -> Bool {
        guard let (runs, level) = try crowded(ofAtMost: largest) else { return false }
        try sweepShingles()
        let sources = try runs.map { try Source(store: self, run: $0) }
        var writer = ShingleRunWriter(run: try reserveRun())
        var blocks: [ShingleRunWriter.Block] = []
        var written = 0
        func flush() throws {
            try write { db in for block in blocks { try block.write(db) } }
            written += blocks.count
            blocks.removeAll(keepingCapacity: true)
        }
        while true {
            var least: Int?
            for index in sources.indices {
                guard let entry = sources[index].next else { continue }
                if least.flatMap({ sources[$0].next }).map({ entry < $0 }) ?? true { least = index }
            }
            guard let least, let entry = sources[least].next else { break }
            if let block = writer.add(entry) { blocks.append(block) }
            if blocks.count >= Self.blocksAtOnce { try flush() }
            try sources[least].advance()
        }
        if let block = writer.close() { blocks.append(block) }
        try flush()
        let isWhole = try write { db in
            let names = runs.map(String.init).joined(separator: ",")
            // Another process may have merged the same, emptied the index, or swept this run away.
            let there = try Int.fetchOne(db, sql: "SELECT count(*) FROM shingle_run WHERE id IN (\(names))")
            let own = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM shingle WHERE run = ? AND first >= 0", arguments: [writer.run])
            guard there == runs.count, own == written else { return false }
            try db.execute(sql: "DELETE FROM shingle WHERE run = ? AND first < 0", arguments: [writer.run])
            try db.execute(sql: "DELETE FROM shingle_run WHERE id IN (\(names))")
            try db.execute(
                sql: "INSERT INTO shingle_run (id, level, entries) VALUES (?, ?, ?)",
                arguments: [writer.run, level + 1, writer.count])
            return true
        }
        try sweepShingles()
        return isWhole
    }

    /// A number for a run in the making; a block that no reader asks for holds it.
    private func reserveRun() throws -> Int64 {
        try write { db in
            let run = try Self.nextRun(db)
            try db.execute(sql: "INSERT INTO shingle (run, first, entries) VALUES (?, -1, x'')", arguments: [run])
            return run
        }
    }

    /// The oldest runs of a level that has too many.
    private func crowded(ofAtMost largest: Int) throws -> (runs: [Int64], level: Int)? {
        try read { db in
            let levels = try Int.fetchAll(
                db.cachedStatement(
                    sql: "SELECT level FROM shingle_run GROUP BY level HAVING count(*) >= ? ORDER BY level"),
                arguments: [Self.mostRuns])
            for level in levels {
                let runs = try Row.fetchAll(
                    db, sql: "SELECT id, entries FROM shingle_run WHERE level = ? ORDER BY id LIMIT ?",
                    arguments: [level, Self.mostRuns])
                let size = runs.reduce(0) { $0.addingReportingOverflow($1["entries"] as Int).partialValue }
                if size <= largest { return (runs.map { $0["id"] }, level) }
            }
            return nil
        }
    }

    /// Deletes blocks of runs that are no more. Those of a run in the making are younger than every run, unless its maker
    /// died or was slow.
    private func sweepShingles() throws {
        while true {
            let waste = try read { db in
                try Int64.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM shingle WHERE run < (SELECT max(id) FROM shingle_run)
                            AND run NOT IN (SELECT id FROM shingle_run) LIMIT ?
                        """, arguments: [Self.blocksAtOnce])
            }
            guard !waste.isEmpty else { return }
            try write { db in
                let statement = try db.cachedStatement(sql: "DELETE FROM shingle WHERE id = ?")
                for id in waste { try statement.execute(arguments: [id]) }
            }
        }
    }

    /// The entries of one run, a block at a time.
    private final class Source {
        private let store: Store
        private let run: Int64
        private var entries: [ShingleEntry] = []
        private var place = 0
        private var last: Int64 = -1

        var next: ShingleEntry? { place < entries.count ? entries[place] : nil }

        init(store: Store, run: Int64) throws {
            self.store = store
            self.run = run
            try load()
        }

        func advance() throws {
            place += 1
            if place == entries.count { try load() }
        }

        private func load() throws {
            entries.removeAll(keepingCapacity: true)
            place = 0
            try store.read { db in
                let row = try Row.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT first, entries FROM shingle WHERE run = ? AND first > ? ORDER BY first LIMIT 1"),
                    arguments: [run, last])
                guard let row else { return }
                last = row[0]
                try row.withUnsafeData(atIndex: 1) { data in
                    data?.withUnsafeBytes { bytes in
                        ShingleBlock.entries(of: bytes, first: UInt32(clamping: row[0] as Int64)) { entries.append($0) }
                    }
                }
            }
        }
    }
}
