import Flows
import GRDB
import Testing

@testable import Store

@Suite struct `Secrets in recorded lines` {
    private static let secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"

    @Test func `No member of any line brings a secret into the store`() throws {
        let lines = try RecordedLines()
        let s = Self.secret
        let outcome = try lines.record(
            """
            {"type":"generation","id":"g","session":"\(s)","agent":"\(s)","agent_version":"\(s)","model":"\(s)",\
            "repository":"https://u:\(s)@github.com/o/n","directory":"/x/\(s)","branch":"\(s)","commit":"\(s)",\
            "prompt":"use \(s)","output":"\(s)","stop_reason":"\(s)","tokens":[{"text":"\(s)"}],\
            "segments":[{"origin":"tool","tool":"\(s)","source":"\(s)","path":"\(s)","text":"\(s)"}],\
            "edits":[{"id":"e","path":"\(s)","moved_from":"\(s)","kind":"update","before":"\(s)","after":"b \(s)",\
            "patch":"\(s)"}]}
            """,
            """
            {"type":"finding","edit":"e","path":"\(s)","rule":"\(s)","severity":"low","message":"\(s)","auditor":"\(s)"}
            """,
            #"{"type":"decision","edit":"e","verdict":"allow","reasons":["\#(s)"],"policy":"\#(s)"}"#,
            #"{"type":"rule","id":"\#(s)","title":"\#(s)","severity":"low","owasp":"\#(s)","remedy":"\#(s)"}"#,
            #"{"type":"alert","id":"a","title":"\#(s)","text":"\#(s)","service":"\#(s)","revision":"\#(s)"}"#,
            #"{"type":"link","from":"edit:e","relation":"\#(s)","to":"ticket:\#(s)"}"#,
            #"{"type":"generation","id":"g2","agent":"a","at":"\#(s)"}"#)
        #expect(outcome.complaints.count == 1)
        #expect(!outcome.complaints.joined().contains(s))
        // Of the bodies, each of which is stored once.
        #expect(outcome.summary.added.redactions == 3)
        #expect(try lines.store.read(Self.everything).contains { $0.contains("⟦redacted:github-token⟧") })
        for text in try lines.store.read(Self.everything) { #expect(!text.contains(s.dropFirst(8))) }
        #expect(try lines.tokens().description == "\("⟦redacted:github-token⟧".utf8.count)")
    }

    /// Each text in each row of each table.
    private static func everything(_ db: Database) throws -> [String] {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
        return try tables.flatMap { table in
            try Row.fetchAll(db, sql: "SELECT * FROM \(table)").flatMap { row in
                row.databaseValues.compactMap { String.fromDatabaseValue($0) }
            }
        }
    }
}
