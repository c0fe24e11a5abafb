import Flows
import Foundation
import GRDB
import Ingest
import Testing

@testable import Store

/// An ingest counts what a second, independent reader of the same files counts: `Tests/Counts/count_histories.py`.
struct SampleCountsTests {
    @Test(
        .enabled(if: Counted.hasPython, "python3 is not there"),
        .enabled(if: !Samples.transcripts.isEmpty, "no samples"))
    func `Every sample holds what the independent count says`() throws {
        for file in Samples.transcripts {
            let expected = try #require(try Counted.byScript([file], isTotal: false))
            #expect(try Counted.byIngest([file]) == expected, "\(file)")
        }
        #expect(try Counted.byIngest(Samples.transcripts) == Counted.byScript(Samples.transcripts, isTotal: true))
    }

    @Test(.enabled(if: Counted.hasPython, "python3 is not there"), .enabled(if: !Counted.notes.isEmpty, "no samples"))
    func `Every sample of notes holds what the independent count says`() throws {
        struct Told: Equatable, Decodable {
            var sessions, turns, generations, edits, attributions, lines: Int
        }
        for files in Counted.notes.map({ [$0] }) + [Counted.notes] {
            let run = try ProgramRun(
                "/usr/bin/env", ["python3", Samples.root + "/Tests/Counts/count_histories.py", "--notes"] + files,
                in: TemporaryFolder())
            let expected = try JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
            let store = try Store.inMemory()
            _ = try Intake(store: store).run(files.compactMap(HistoryFile.init(path:)))
            let found = try store.read { db in
                func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT \(sql)") ?? 0 }
                let counted = try Counted.byIngest(files)
                return Told(
                    sessions: counted.sessions, turns: counted.turns, generations: counted.generations,
                    edits: counted.edits, attributions: try number("count(*) FROM attribution"),
                    lines: try number("sum(last_line - first_line + 1) FROM attribution"))
            }
            #expect(found == expected, "\(files)")
        }
    }

    @Test(.enabled(if: Counted.hasPython, "python3 is not there"), .enabled(if: !Samples.traces.isEmpty, "no samples"))
    func `Real traces hold what the independent count says`() throws {
        let counted = try #require(try Counted.byScript(Samples.traces, isTotal: true))
        #expect(counted.attributions > 800)
        #expect(try Counted.byIngest(Samples.traces) == counted)
    }

    @Test(.enabled(if: Counted.hasPython, "python3 is not there"))
    func `Made-up histories hold what the independent count says`() throws {
        let folder = try TemporaryFolder()
        let made = try ProgramRun(
            "/usr/bin/env",
            ["python3", Samples.root + "/Tests/Bench/make_histories.py", "--bytes", "300000", "--out", folder.path],
            in: folder)
        try #require(made.status == 0, "\(made.complaint)")
        let files = folder.histories.map(\.path)
        #expect(!files.isEmpty)
        let counted = try #require(try Counted.byScript(files, isTotal: true))
        #expect(counted.generations > 10)
        #expect(try Counted.byIngest(files) == counted)
    }
}

private struct Counted: Equatable, Decodable {
    var sessions = 0
    var turns = 0
    var generations = 0
    var edits = 0
    var output_tokens = 0
    var input_tokens = 0
    var cache_read_tokens = 0
    var cache_write_tokens = 0
    var skipped_lines = 0
    var attributions = 0
    var attributed_lines = 0

    static let hasPython =
        (try? ProgramRun("/usr/bin/env", ["python3", "--version"], in: TemporaryFolder()))?.status == 0

    /// Those of h5i are counted by their own tests.
    static let notes = Samples.notes.filter {
        FileManager.default.contents(atPath: $0)?.starts(with: Array("{\"git_oid\"".utf8)) == false
    }

    static func byScript(_ files: [String], isTotal: Bool) throws -> Counted? {
        let run = try ProgramRun(
            "/usr/bin/env",
            ["python3", Samples.root + "/Tests/Counts/count_histories.py"] + (isTotal ? ["--total"] : []) + files,
            in: TemporaryFolder())
        return try? JSONDecoder().decode(Counted.self, from: Data(run.output.utf8))
    }

    static func byIngest(_ files: [String]) throws -> Counted {
        let store = try Store.inMemory()
        let summary = try Intake(store: store).run(files.compactMap(HistoryFile.init(path:)))
        return try store.read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            return Counted(
                sessions: try number("SELECT count(*) FROM session"),
                turns: try number("SELECT count(*) FROM turn WHERE asker = 'person'"),
                generations: try number("SELECT count(*) FROM generation"),
                edits: try number(
                    "SELECT count(*) FROM edit WHERE means IN ('tool', 'patch')"),
                output_tokens: try number("SELECT sum(output_tokens) FROM generation"),
                input_tokens: try number("SELECT sum(input_tokens) FROM generation"),
                cache_read_tokens: try number("SELECT sum(cache_read_tokens) FROM generation"),
                cache_write_tokens: try number("SELECT sum(cache_write_tokens) FROM generation"),
                skipped_lines: summary.skippedLines,
                attributions: try number("SELECT count(*) FROM attribution"),
                attributed_lines: try number("SELECT sum(last_line - first_line + 1) FROM attribution"))
        }
    }
}
