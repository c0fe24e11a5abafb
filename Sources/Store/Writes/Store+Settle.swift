import GRDB
package import Provenance
import Text

/// What still waits, by kind, for what is derived from it.
package struct PendingCounts: Equatable, Sendable {
    package var bodies = 0
    package var turns = 0
    package var search = 0

    package var isEmpty: Bool { self == PendingCounts() }
}

extension Store {
    /// Works off the queue that triggers fill, whoever wrote the rows: redaction, turns, roll-ups, search.
    ///
    /// In short transactions, so that no other writer waits; a process that dies in between leaves the rest queued.
    ///
    /// - Parameters:
    ///   - limit: how long one transaction may work. No write transaction holds the lock over 10 ms: a third of it, the
    ///     commit takes its share. `nil` for a store that nobody else has open.
    ///   - isStopped: asked between transactions; what is left stays queued.
    ///   - redact: the text without its secrets, and how many there were; `nil` where there is none.
    /// - Returns: how many queued rows were worked off.
    @discardableResult
    package func settle(
        limit: Duration? = .milliseconds(3), until isStopped: () -> Bool = { false }, redact: (String) -> Body?
    ) throws -> Int {
        var settled = 0
        while !isStopped() {
            let step = try write { db in try Settlement(db: db, limit: limit).step(redact: redact) }
            if step == 0 { return settled }
            settled += step
        }
        return settled
    }

    /// Works off what waits of one answer, however much waits before it.
    package func settle(answer: UID, redact: (String) -> Body?) throws {
        try write { db in try Settlement(db: db, limit: nil).step(ofAnswer: answer, redact: redact) }
    }

    /// Whether anything waits; cheap enough to ask before every read.
    package func hasPending() throws -> Bool {
        try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending)") ?? false }
    }

    package func pendingCounts() throws -> PendingCounts {
        try read { db in
            var counts = PendingCounts()
            for row in try Row.fetchAll(db, sql: "SELECT kind, count(*) AS n FROM pending GROUP BY kind") {
                switch row["kind"] as String {
                case "body": counts.bodies = row["n"]
                case "search": counts.search = row["n"]
                default: counts.turns += row["n"] as Int
                }
            }
            return counts
        }
    }
}
