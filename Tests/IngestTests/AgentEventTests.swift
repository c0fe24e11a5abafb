import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// The agents' own events, which complete what their transcripts tell and double nothing of it.
struct AgentEventTests {
    private typealias O = OTLPHistory

    private func told(_ service: String, _ records: ((OTLPHistory) -> String)...) -> Told {
        var history = OTLPHistory()
        history.service = service
        return Told(OTLPReader.self, records.map { history.logs($0(history)) })
    }

    private let session = O.attribute("session.id", "5e55")

    @Test func `Claude Code's prompt has the id of its message`() throws {
        let told = told(
            "claude-code",
            {
                $0.log(
                    "user_prompt", at: 1, session, O.attribute("prompt", "go"), O.attribute("message.uuid", "u-1"),
                    O.attribute("prompt_length", "2"))
            },
            { $0.log("user_prompt", at: 2, session, O.attribute("message.uuid", "u-2")) },
            { $0.log("user_prompt", at: 2, session, O.attribute("prompt", "<REDACTED>")) })
        #expect(told.prompts.map(\.uid) == [UID(of: .prompt, makerID: "u-1")])
        #expect(told.prompts.first?.session == UID(of: .session, makerID: "5e55"))
        #expect(told.verdicts == [.read, .read, .read])
    }

    @Test func `An event that names an answer as no transcript does is no second answer`() {
        let told = told(
            "claude-code",
            {
                $0.log(
                    "api_request", at: 1, session, O.attribute("request_id", "req_1"), O.attribute("model", "m"),
                    O.attribute("input_tokens", "5"))
            },
            { $0.log("assistant_response", at: 1, session, O.attribute("response", "Done.")) },
            { $0.log("from_next_year", at: 1, session) })
        #expect(told.generations.isEmpty)
        #expect(told.verdicts == [.read, .read, .unknown])
        var gemini = OTLPHistory()
        gemini.service = "gemini-cli"
        #expect(Told(OTLPReader.self, [gemini.spans(gemini.chat(1, at: 1, response: "r"))]).generations.isEmpty)
    }

    @Test func `A commit that a command made is linked to its session`() throws {
        let hash = "0123456789abcdef0123456789abcdef01234567"
        let told = told(
            "claude-code",
            {
                $0.log(
                    "tool_result", at: 1, session, O.attribute("tool_name", "Bash"), O.attribute("success", "true"),
                    O.attribute("tool_use_id", "toolu_1"),
                    O.attribute("tool_parameters", #"{"bash_command":"git","git_commit_id":"\#(hash)"}"#))
            },
            { $0.log("tool_result", at: 1, session, O.attribute("git_commit_id", "HEAD; rm -rf")) })
        let link = try #require(told.links.first)
        #expect(told.links.count == 1)
        #expect(link.from == .init(kind: "session", uid: UID(of: .session, makerID: "5e55").text))
        #expect((link.relation, link.to) == ("committed", .init(kind: "revision", uid: hash)))
    }

    @Test func `What was refused or failed became of the edit; what settings allowed nobody accepted`() {
        func decision(_ verdict: String, _ source: String) -> Told {
            told(
                "claude-code",
                {
                    $0.log(
                        "claude_code.tool_decision", at: 1, session, O.attribute("tool_use_id", "toolu_1"),
                        O.attribute("decision", verdict), O.attribute("source", source))
                })
        }
        #expect(decision("reject", "user_reject").outcomes.map(\.status) == [.rejected])
        #expect(decision("reject", "user_reject").decisions.isEmpty)
        #expect(decision("accept", "user_temporary").outcomes.isEmpty)
        #expect(decision("accept", "user_temporary").decisions.isEmpty)
        let automatic = decision("accept", "config").decisions
        #expect(automatic.map(\.verdict) == [.allow])
        #expect(automatic.first?.edit == UID(of: .edit, makerID: "toolu_1"))
        #expect(automatic.first?.policy == "claude-code config")
        let failed = told(
            "claude-code",
            {
                $0.log(
                    "tool_result", at: 1, session, O.attribute("tool_use_id", "toolu_1"),
                    O.attribute("success", "false"))
            })
        #expect(failed.outcomes.map(\.status) == [.failed])
    }

    @Test(arguments: [false, true])
    func `Codex's patch is an edit of the name that the rollout gives it`(isObject: Bool) throws {
        let patch = "*** Begin Patch\n*** Add File: n.py\n+x = 1\n*** Update File: a.py\n@@\n-b\n+c\n*** End Patch"
        let told = told(
            "codex_cli_rs",
            {
                $0.log(
                    "codex.tool_result", at: 1, O.attribute("conversation.id", "019b"),
                    O.attribute("tool_name", "apply_patch"), O.attribute("call_id", "call_1"),
                    O.attribute("arguments", isObject ? #"{"input":\#(quoted(patch))}"# : patch),
                    O.attribute("success", "true"), O.attribute("model", "gpt-test"))
            },
            { $0.log("codex.user_prompt", at: 1, O.attribute("prompt", "go")) })
        #expect(told.edits.map(\.path) == ["n.py", "a.py"])
        #expect(told.edits.map(\.uid) == [UID(of: .edit, makerID: "call_1"), UID(of: .edit, makerID: "call_1#1")])
        #expect(told.outcomes.map(\.status) == [.applied])
        #expect(
            told.edits.map(\.standIn) == [
                .init(makerID: "call_1", model: "gpt-test"), .init(makerID: "call_1", model: "gpt-test"),
            ])
        #expect(told.generations.isEmpty)
        #expect(told.prompts.isEmpty)
    }
}
