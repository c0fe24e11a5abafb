import GRDB

extension Store {
    /// What `forget` would take.
    ///
    /// - Parameter spreading: other records that hold the same texts go as well.
    package func plan(_ target: ForgetTarget, spreading: Bool = false) throws -> ForgetPlan {
        try withRecords(target, spreading: spreading, .rollback) { records in try records.plan() }
    }

    /// Takes records out for good: rows, texts, words of the index, titles and paths, from the file and its journals; their
    /// uids stay in `forgotten`, so that nothing brings them back.
    ///
    /// Other writers wait meanwhile: the file is written anew.
    ///
    /// - Parameter settle: works off the queue before the file is swept; see `settle`.
    @discardableResult
    package func forget(
        _ target: ForgetTarget, spreading: Bool = false, at moment: Int64, settle: () throws -> Void
    ) throws -> ForgetPlan {
        let plan = try withRecords(target, spreading: spreading, .commit) { chosen in
            let plan = try chosen.plan()
            if plan.isEmpty { return plan }
            try chosen.delete(at: moment)
            try Sweep.mark(in: chosen.db)
            return plan
        }
        if try Sweep(store: self).isWanted {
            try settle()
            try Sweep(store: self).run()
        }
        return plan
    }

    func withRecords<Value>(
        _ target: ForgetTarget, spreading: Bool, _ completion: Database.TransactionCompletion,
        _ body: (RecordSet) throws -> Value
    ) throws -> Value {
        do {
            return try database.writeWithoutTransaction { db in
                // Neither can change within a transaction.
                try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON")
                defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
                var result: Value?
                // Looking takes no lock from anybody.
                try db.inTransaction(completion == .commit ? .immediate : .deferred) {
                    let chosen = try RecordSet(db: db, target: target)
                    if spreading { try chosen.spread() }
                    result = try body(chosen)
                    try chosen.drop()
                    return completion
                }
                guard let result else { throw StoreError(.busy, at: location) }
                return result
            }
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }
}
