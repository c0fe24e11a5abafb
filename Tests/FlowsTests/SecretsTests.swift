import Flows
import Foundation
import Ingest
import Redaction
import Store
import TestSupport
import Testing

/// Secrets are taken out before anything reaches the disk. They are put together at run time, so that no scanner of
/// repositories finds one here.
struct SecretsTests {
    private static let token = ["ghp", "_", "Zx9Kq2Lm7Rt4Wv8Yb3Nc", "6Hd1Jf5Gs0PaQeUi"].joined()
    private static let password = ["kR8wvT2h", "mQ9xWz4a", "Yb3NcD7f"].joined()

    private static let claude: [String] = {
        let history = ClaudeHistory()
        let patch = #"[{"oldStart":1,"newStart":1,"lines":["-key = \"\#(token)\"","+x"]}]"#
        return [
            history.user(1, "the token is \(token), why is it refused?"),
            history.answer(2, "msg_1", ClaudeHistory.text("Your token \(token) has expired.")),
            history.call(
                3, "msg_1", "toolu_1", "Edit",
                #"{"file_path":"/home/ada/shop/a.py","old_string":"key = \"\#(token)\"","new_string":"k2 = \"\#(token)\""}"#
            ),
            history.result(4, of: "toolu_1", "key = \(token)", #"{"structuredPatch":\#(patch),"userModified":true}"#),
            history.call(5, "msg_1", "toolu_2", "Bash", #"{"command":"cat > b.py <<'E'\nkey = '\#(token)'\nE"}"#),
            history.result(6, of: "toolu_2", "PASSWORD=\(password)", #"{"stdout":"","interrupted":false}"#),
            history.call(7, "msg_2", "toolu_3", "Write", #"{"file_path":"/home/ada/shop/.env","content":"A=1\n"}"#),
            history.result(
                8, of: "toolu_3", "ok",
                #"{"type":"update","originalFile":"UNNAMED=\#(password)\n","structuredPatch":[]}"#),
            #"{"type":"custom-title","customTitle":"About \#(token)","sessionId":"\#(history.session)"}"#,
            history.user(9, "commit 3f94257b1c0de9a8f7e6d5c4b3a2918070605040 of session \(history.session)"),
        ]
    }()

    private static let codex: [String] = {
        let history = CodexHistory()
        return [
            history.meta(1, git: #"{"repository_url":"https://ada:\#(token)@example.com/o/shop.git"}"#),
            history.asked(2, "use \(token)"), history.said(2, "user", "use \(token)"),
            history.patch(3, "call_1", "*** Begin Patch\n*** Add File: a.py\n+key = '\(token)'\n*** End Patch"),
            history.output(4, "call_1", "Success. key = '\(token)'"),
            history.said(5, "assistant", "Done with \(token)."),
        ]
    }()

    @Test func `No secret of a history reaches the store's files`() throws {
        let folder = try TemporaryFolder()
        try folder.write("claude.jsonl", Self.claude.asLines)
        try folder.write("codex.jsonl", Self.codex.asLines)
        let path = folder.path + "/store.sqlite"
        let store = try Store.open(at: path)
        let summary = try Intake(store: store).run(folder.histories)
        #expect(summary.added.redactions > 6)
        for file in [path, path + "-wal"] {
            let data = try #require(FileManager.default.contents(atPath: file))
            #expect(data.range(of: Data(Self.token.utf8)) == nil, "\(file)")
            #expect(data.range(of: Data(Self.password.utf8)) == nil, "\(file)")
        }
        let prompts = try #require(StoreDump(store).rows["prompt"])
        #expect(
            prompts.contains {
                $0.contains("3f94257b1c0de9a8f7e6d5c4b3a2918070605040") && $0.contains("0000-4000-8000")
            })
        #expect(prompts.contains { $0.contains("⟦redacted:") })
        try store.close()
    }

    @Test func `Without redaction the words stay as they are`() throws {
        let folder = try TemporaryFolder()
        try folder.write("claude.jsonl", Self.claude.asLines)
        let store = try Store.inMemory()
        let summary = try Intake(store: store, redactor: nil).run(folder.histories)
        #expect(summary.added.redactions == 0)
        #expect(try StoreDump(store).rows["prompt"]?.contains { $0.contains(Self.token) } == true)
    }
}
