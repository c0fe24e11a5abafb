import Provenance
import Testing
import Text

@testable import Ingest

/// Agent Trace records, as they are specified and as they are really written.
struct AgentTraceReaderTests {
    private let hash = String(repeating: "a1", count: 20)

    private func record(
        _ more: String = "", path: String = "src/a.py", conversation: String = "", ranges: String, vcs: String? = nil
    ) -> String {
        """
        {"version":"0.1.0","id":"11111111-2222-4333-8444-555555555555","timestamp":"2026-04-14T10:18:33Z",\
        \(vcs ?? "\"vcs\":{\"type\":\"git\",\"revision\":\"\(hash)\"},")\(more)"files":[{"path":"\(path)",\
        "conversations":[{\(conversation)"ranges":[\(ranges)]}]}]}
        """
    }

    @Test
    func `a record as specified tells who wrote which lines`() {
        let told = Told(
            AgentTraceReader.self,
            [
                record(
                    #""tool":{"name":"cursor","version":"2.4"},"#,
                    conversation: #""url":"https://cursor.com/c/0f8fad5b-d9cb-469f-a165-70867728950e","#
                        + #""contributor":{"type":"ai","model_id":"anthropic/claude-opus-4-5"},"#,
                    ranges: #"{"start_line":3,"end_line":9,"content_hash":"murmur3:9f2e8a1b"},"#
                        + #"{"start_line":12,"end_line":12,"contributor":{"type":"human"}}"#)
            ])
        #expect(told.verdicts == [.read])
        #expect(told.sessions.map(\.makerID) == ["0f8fad5b-d9cb-469f-a165-70867728950e"])
        #expect(told.sessions.map(\.agent) == ["cursor"])
        #expect(told.attributions.map(\.lines) == [3...9, 12...12])
        #expect(told.attributions.map(\.contributor) == [.ai, .human])
        #expect(told.attributions.map(\.model) == ["anthropic/claude-opus-4-5", nil])
        #expect(told.attributions[0].contentHash == "murmur3:9f2e8a1b")
        #expect(told.attributions[0].revision == hash)
        #expect(told.attributions[0].at == 1_776_161_913_000)
        #expect(told.attributions[0].session == told.sessions[0].uid)
    }

    @Test(arguments: [
        #""metadata":{"session_id":"s-1","prompt_excerpt":"make it fast...","prompt_hash":"h1"},"#,
        #""metadata":{"agentdiff":{"session_id":"s-1","prompt_excerpt":"make it fast...","prompt_hash":"h1"}},"#,
    ])
    func `a session that is named is the one that its own history tells, the prompt an excerpt`(metadata: String) {
        let told = Told(
            AgentTraceReader.self,
            [
                record(
                    #""tool":{"name":"claude-code"},"# + metadata, conversation: #""contributor":{"type":"ai"},"#,
                    ranges: #"{"start_line":1,"end_line":2}"#)
            ])
        #expect(told.sessions.map(\.uid) == [UID(of: .session, makerID: "s-1")])
        #expect(told.sessions.map(\.agent) == ["claude-code"])
        #expect(told.words == ["[excerpt] make it fast..."])
        #expect(told.attributions.map(\.session) == [UID(of: .session, makerID: "s-1")])
    }

    @Test
    func `a person's name where the tool's belongs is the author's`() {
        let told = Told(
            AgentTraceReader.self,
            [
                record(
                    #""tool":{"name":"Ann Example"},"metadata":{"agentdiff":{"session_id":"unknown"}},"#
                        + #""sig":{"alg":"ed25519","key_id":"k","value":"v"},"#,
                    conversation: #""contributor":{"type":"human"},"#, ranges: #"{"start_line":1,"end_line":2}"#)
            ])
        #expect(told.sessions.isEmpty)
        #expect(told.attributions.map(\.author) == ["Ann Example"])
        #expect(told.attributions.map(\.contributor) == [.human])
    }

    @Test
    func `flat records of one range each are read`() {
        let line = """
            {"schema":"agent-trace/v0.1.0","session_id":"s-1","file_path":"/work/shop/src/a.py","start_line":4,\
            "end_line":6,"content_hash":"sha256:12","confidence":0.9,"tool":"Edit","tool_use_id":"toolu_1",\
            "timestamp":"2026-04-14T10:18:33Z"}
            """
        let told = Told(AgentTraceReader.self, [line])
        #expect(told.attributions.map(\.path) == ["/work/shop/src/a.py"])
        #expect(told.attributions.map(\.lines) == [4...6])
        #expect(told.attributions.map(\.contributor) == [.ai])
        #expect(told.attributions.map(\.session) == [UID(of: .session, makerID: "s-1")])
    }

    @Test(arguments: [
        (#"src\\pay\\a.py"#, "src/pay/a.py"), (#"file://c:\\\\work\\\\a.py"#, "c:/work/a.py"),
        ("file:///c:/work/a.py", "c:/work/a.py"), (#"C:\\work\\a.py"#, "C:/work/a.py"), ("./src/a.py", "src/a.py"),
        (#"odd\\name/a.py"#, #"odd\name/a.py"#),
    ])
    func `paths of every system come to one form`(written: String, path: String) {
        let told = Told(AgentTraceReader.self, [record(path: written, ranges: #"{"start_line":1,"end_line":2}"#)])
        #expect(told.attributions.map(\.path) == [path])
    }

    @Test
    func `a command in the place of a file is no line of code`() {
        let told = Told(
            AgentTraceReader.self, [record(path: ".shell-history", ranges: #"{"start_line":1,"end_line":1}"#)])
        #expect(told.attributions.isEmpty)
        #expect(told.verdicts == [.unknown])
    }

    @Test
    func `fields that are only proposed are understood`() {
        let told = Told(
            AgentTraceReader.self,
            [
                record(
                    conversation: #""id":"c-7","tool":{"name":"Codex"},"kind":"agent_action","#,
                    ranges: #"{"start_line":1,"end_line":2}"#,
                    vcs: #""vcs":{"type":"git","revision":"\#(hash)","repository_url":"git@example.com:a/b.git"},"#),
                record(conversation: #""kind":"human_typing","#, ranges: #"{"start_line":3,"end_line":3}"#),
            ])
        #expect(told.sessions.map(\.agent) == ["codex"])
        #expect(told.sessions.map(\.remote) == ["git@example.com:a/b.git"])
        #expect(told.attributions.map(\.contributor) == [.ai, .human])
    }

    @Test(arguments: ["", #""vcs":{"type":"svn","revision":"1234567"},"#, #""vcs":{"type":"git","revision":"HEAD"},"#])
    func `lines of no known commit are kept without one`(vcs: String) {
        let told = Told(AgentTraceReader.self, [record(ranges: #"{"start_line":1,"end_line":2}"#, vcs: vcs)])
        #expect(told.attributions.map(\.revision) == [nil])
    }

    @Test(arguments: [
        #"{"start_line":9,"end_line":3}"#, #"{"start_line":0,"end_line":3}"#, #"{"start_line":-4,"end_line":3}"#,
        #"{"start_line":1,"end_line":9000000000000000}"#, #"{"start_line":1e400,"end_line":2}"#, #"{"end_line":2}"#,
        #""text""#,
    ])
    func `a range that cannot be is left out with its reason, the others stay`(range: String) {
        let told = Told(
            AgentTraceReader.self, [record(ranges: range + #",{"start_line":20,"end_line":21}"#)])
        #expect(told.attributions.map(\.lines) == [20...21])
        guard case .broken = told.verdicts[0] else {
            Issue.record("no reason: \(told.verdicts)")
            return
        }
    }

    @Test
    func `a record told twice has the same names, another range another`() {
        let one = record(ranges: #"{"start_line":1,"end_line":2}"#)
        let told = Told(
            AgentTraceReader.self,
            [
                one, one, record(ranges: #"{"start_line":1,"end_line":3}"#),
                record(path: "b.py", ranges: #"{"start_line":1,"end_line":2}"#),
            ])
        #expect(Set(told.attributions.map(\.uid)).count == 3)
        #expect(told.attributions[0] == told.attributions[1])
    }
}
