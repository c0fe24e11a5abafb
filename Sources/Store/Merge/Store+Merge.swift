import GRDB
package import Provenance

extension Store {
    /// Takes the records of another store into this one: again, or in another order with others, it comes to the same.
    ///
    /// What was forgotten here is not taken. What was forgotten *there* says nothing of this store: else a file from
    /// anywhere could keep one's own records out. How far histories have been read is not taken either, for they lie
    /// elsewhere.
    ///
    /// - Parameters:
    ///   - redact: the text without its secrets, and how many there were; `nil` where there is none.
    ///   - settle: works off the queue; see `settle`.
    ///   - report: how many rows have been looked at.
    /// - Returns: what is new here.
    /// - Throws: `MergeRefusal` or `StoreError`. What was taken before a failure stays, and is found again by the next run.
    @discardableResult
    package func merge(
        _ path: String, redact: @escaping (String) -> Body?, settle: () throws -> Void,
        report: @escaping (Int) -> Void = { _ in }
    ) throws -> Tally {
        let stranger = try StrangerStore(at: path, into: self)
        do {
            let tally = try stranger.queue.read { source in
                try takeMark(from: source, at: path)
                let taker = RowTaker(source: source, target: self, redact: redact, report: report)
                try taker.takeAll()
                return taker.tally
            }
            try settle()
            if try TieOrder.settle(self) { try settle() }
            return tally
        } catch let error as StoreError where error.code == .refused {
            // A value that the schema does not let in can only have come from there.
            throw MergeRefusal(reason: .damaged(error.detail), location: path)
        } catch {
            throw StrangerStore.sorting(error, at: path)
        }
    }

    /// Writes the turns that a filter finds, with all that belongs to them, into a new store of their own.
    ///
    /// - Parameters:
    ///   - turns: by row; only these are looked at.
    ///   - keepingTexts: prompts, answers, code and titles as well, not only their facts.
    package func bundle(
        _ filter: Filter, among turns: [Int64]? = nil, keepingTexts: Bool, to path: String,
        redact: @escaping (String) -> Body?, settle: (Store) throws -> Void
    ) throws -> Tally {
        var tally = Tally()
        let mark = try synthetic()
        try Store.make(at: path) { bundle in
            if let mark { try bundle.markSynthetic(mark) }
            let target = turns.map { ForgetTarget.turnsAmong($0, filter) } ?? .turns(filter)
            try withRecords(target, spreading: false, .rollback) { records in
                let taker = RowTaker(source: records.db, target: bundle, redact: redact, report: { _ in })
                taker.selection = .chosen
                taker.keepsTexts = keepingTexts
                try taker.takeAll()
                tally = taker.tally
            }
            try settle(bundle)
            if try TieOrder.settle(bundle) { try settle(bundle) }
        }
        return tally
    }

    /// A store of made-up records takes others of its kind, and a new one becomes one with the first.
    private func takeMark(from source: Database, at path: String) throws {
        let theirs = try String.fetchOne(source, sql: "SELECT CAST(value AS TEXT) FROM meta WHERE key = 'synthetic'")
        let ours = try synthetic()
        if let theirs, ours == nil {
            guard try isEmpty else { throw MergeRefusal(reason: .mixed(isSourceMadeUp: true), location: path) }
            try markSynthetic(theirs)
        } else if theirs == nil, ours != nil {
            let isTheirsEmpty = try Int.fetchOne(source, sql: "SELECT 1 FROM session LIMIT 1") == nil
            guard isTheirsEmpty else { throw MergeRefusal(reason: .mixed(isSourceMadeUp: false), location: path) }
        }
    }

    private var isEmpty: Bool {
        get throws {
            try read { db in
                try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT NOT EXISTS (SELECT 1 FROM session) AND NOT EXISTS (SELECT 1 FROM alert)
                            AND NOT EXISTS (SELECT 1 FROM rule) AND NOT EXISTS (SELECT 1 FROM source)
                        """) ?? true
            }
        }
    }

    func withoutForeignKeys(_ updates: (Database) throws -> Void) throws {
        do {
            try database.writeWithoutTransaction { db in
                // It cannot change within a transaction.
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
                try db.inTransaction(.immediate) {
                    try updates(db)
                    return .commit
                }
            }
        } catch {
            throw StoreError.sorting(error, at: location)
        }
    }
}

extension RowTaker {
    /// Each kind after those that it refers to.
    func takeAll() throws {
        try takeRepositoryNames()
        try takeSessions()
        try takePrompts()
        try takeSegments()
        try takeGenerations()
        try takeEngineRuns()
        try takeEdits()
        try takeRules()
        try takeFindings()
        try takeDecisions()
        try takeAlerts()
        try takeLinks()
        try takeAttributions()
        try takeDeployments()
    }
}
