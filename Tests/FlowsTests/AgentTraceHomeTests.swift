import Store
import Testing

@testable import Flows
@testable import Ingest

/// Where traces are found by themselves.
@Suite(.enabled(if: WorkingCopy.hasGit, "git is not there"))
struct AgentTraceHomeTests {
    @Test
    func `the traces of the repository one stands in are read, their paths its own`() throws {
        let copy = try WorkingCopy()
        try copy.write("src/a.py", "one\n")
        let hash = try copy.commit()
        try copy.write(
            ".agent-trace/traces.jsonl",
            """
            {"version":"0.1.0","id":"11111111-2222-4333-8444-555555555555","timestamp":"2026-04-14T10:18:33Z",\
            "vcs":{"type":"git","revision":"\(hash)"},"files":[{"path":"\(copy.path)/src/a.py","conversations":[\
            {"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":1}]}]}]}

            """)
        try copy.write(".agent-trace/one.json", "{}")
        let sources = try IngestSources(paths: [], environment: [:], here: copy.path + "/src")
        #expect(sources.files().map(\.path) == [copy.path + "/.agent-trace/traces.jsonl"])
        try Intake(store: copy.store).run(sources.files())
        let told = try copy.store.attributedRevisions()
        #expect(told.map(\.hash) == [hash])
        #expect(told.map(\.repository) == ["example.com/acme/shop"])
        #expect(try copy.store.attributions(of: told[0]).map(\.path) == ["src/a.py"])
    }

    @Test
    func `a record that is a file of its own is known by looking`() throws {
        let folder = try TemporaryFolder()
        let record = """
            {
              "version": "0.1.0", "id": "11111111-2222-4333-8444-555555555555", "timestamp": "2026-04-14T10:18:33Z",
              "files": [{"path": "a.py", "conversations": [{"ranges": [{"start_line": 1, "end_line": 2}]}]}]
            }
            """
        let named = try folder.write("record.json", record)
        try folder.write("shop/.agent-trace/record.json", record)
        try folder.write("shop/package.json", #"{"version": "1.0.0", "files": ["a.js"]}"#)
        #expect(folder.histories.map(\.path) == [folder.path + "/shop/.agent-trace/record.json"])
        let store = try WorkingCopy().store
        let summary = try Intake(store: store).run([#require(HistoryFile(path: named))])
        #expect(summary.added.attributions == 1)
    }
}
