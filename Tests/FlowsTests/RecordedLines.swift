import Foundation
import GRDB
import Testing

@testable import Flows
@testable import Store

/// A store in memory, and what lines do to it.
struct RecordedLines {
    let store: Store

    init() throws {
        store = try Store.inMemory()
    }

    struct Outcome {
        var summary: RecordSummary
        /// `3: reason` for each line that was left out.
        var complaints: [String]
    }

    /// Records the lines as if they came from a file.
    @discardableResult
    func record(_ lines: String...) throws -> Outcome {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        fputs(lines.joined(separator: "\n") + "\n", file)
        fflush(file)
        rewind(file)
        var recording = Recording(store: store)
        var complaints: [String] = []
        let summary = try recording.run(fileno(file)) { complaints.append("\($0.line): \($0.reason)") }
        return Outcome(summary: summary, complaints: complaints)
    }

    /// All rows of a query, their columns parted by `|`, a row a line.
    func rows(_ sql: String) throws -> [String] {
        try store.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0.storage.value ?? "")" }
                    .joined(separator: "|")
            }
        }
    }

    func count(_ table: String) throws -> Int {
        try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }

    func tokens(of generation: String = "SELECT min(id) FROM generation") throws -> TokenRunText {
        let id = try store.read { db in try Int64.fetchOne(db, sql: generation) ?? -1 }
        return TokenRunText(run: try store.tokenRun(of: id))
    }
}
