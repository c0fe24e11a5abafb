import GRDB

/// What was asked in a turn, in a line.
package struct AskedTitle: Equatable, Sendable {
    /// The turn's uid.
    package var uid: String
    package var title: String
}

extension Store {
    /// What was asked in turns, by their rows' ids.
    package func asked(in turns: Set<Int64>) throws -> [Int64: AskedTitle] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT uid, title FROM turn WHERE id = ?")
            var found: [Int64: AskedTitle] = [:]
            for turn in turns {
                guard let row = try Row.fetchOne(statement, arguments: [turn]) else { continue }
                found[turn] = AskedTitle(uid: row["uid"], title: row["title"])
            }
            return found
        }
    }
}
