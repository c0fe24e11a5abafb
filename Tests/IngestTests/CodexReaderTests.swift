import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Codex's rollouts: sessions, turns, answers and their tokens.
struct CodexReaderTests {
    private let history = CodexHistory()

    @Test func `A session knows where it ran, with git or without`() throws {
        let session = try #require(
            Told.codex(
                history.meta(
                    1,
                    git: #"{"branch":"main","commit_hash":"c0ffee","repository_url":"https://example.com/o/shop.git"}"#)
            ).sessions.first)
        #expect(session.makerID == history.session)
        #expect((session.branch, session.commit) == ("main", "c0ffee"))
        #expect(session.remote == "https://example.com/o/shop.git")
        #expect(session.directory == "/home/ada/shop")
        #expect(session.agentVersion == "0.77.0")
        let bare = try #require(Told.codex(history.meta(1, git: "{}")).sessions.first)
        #expect((bare.branch, bare.commit, bare.remote) == (nil, nil, nil))
        #expect(Told.codex(history.meta(1, git: "null")).sessions.count == 1)
    }

    @Test func `A remote's user name and password go no further`() throws {
        let told = Told.codex(
            history.meta(1, git: #"{"repository_url":"https://ada:hush@example.com/o/shop.git"}"#),
            history.asked(2, "go"))
        #expect(told.sessions.map(\.remote) == ["https://example.com/o/shop.git"])
        #expect(!told.mark.state.contains("hush"))
        let ssh = Told.codex(history.meta(1, git: #"{"repository_url":"git@example.com:o/shop.git"}"#))
        #expect(ssh.sessions.map(\.remote) == ["git@example.com:o/shop.git"])
    }

    @Test func `What the model produces up to its usage is one answer`() throws {
        let told = Told.codex(
            history.meta(1), history.context(2), history.said(3, "user", "go"), history.asked(3, "go"),
            history.thought(4, "enc-1"), history.said(5, "assistant", "I will look."),
            history.call(6, "call_1", "exec_command", #"{"cmd":"ls"}"#),
            history.tokens(7, total: 100, input: 100, cached: 60, output: 9, reasoning: 4),
            history.output(8, "call_1", "Exit code: 0\nOutput:\na.py"), history.said(9, "assistant", "One file."),
            history.tokens(10, total: 230, input: 130, cached: 100, output: 5))
        #expect(told.generations.count == 2)
        #expect(
            told.generations.map(\.tokens) == [
                TokenCounts(input: 40, cacheRead: 60, output: 9, reasoning: 4),
                TokenCounts(input: 30, cacheRead: 100, output: 5, reasoning: 0),
            ])
        #expect(told.generations.map(\.output.text) == ["I will look.", "One file."])
        #expect(told.generations.map(\.model) == ["gpt-test-1", "gpt-test-1"])
        #expect(told.generations.map(\.context) == [1...1, 1...2])
        #expect(told.words == ["go"])
        #expect(told.generations.map(\.prompt) == [told.prompts.first?.uid, told.prompts.first?.uid])
    }

    @Test func `Usage that comes after a tool's output still belongs to its answer`() {
        let told = Told.codex(
            history.meta(1), history.asked(2, "go"), history.call(3, "call_1", "exec_command", #"{"cmd":"ls"}"#),
            history.output(4, "call_1", "a.py"), history.tokens(5, total: 50, input: 50, cached: 0, output: 7),
            history.said(6, "assistant", "One."), history.tokens(7, total: 90, input: 40, cached: 0, output: 2))
        #expect(told.generations.map(\.tokens.output) == [7, 2])
    }

    @Test func `Repeated usage and usage without numbers count nothing`() {
        let usage = history.tokens(4, total: 100, input: 100, cached: 0, output: 9)
        let told = Told.codex(
            history.meta(1), history.asked(2, "go"), history.event(3, #"{"type":"token_count","info":null}"#),
            history.said(3, "assistant", "a"), usage, usage, history.said(5, "assistant", "b"), usage,
            history.tokens(6, total: 150, input: 50, cached: 0, output: 3))
        #expect(told.generations.map(\.tokens.output) == [9, 3])
    }

    @Test func `Messages told as event and as item are one turn`() {
        let told = Told.codex(
            history.meta(1), history.said(2, "user", "one"), history.asked(2, "one"),
            history.said(3, "assistant", "a"), history.event(3, #"{"type":"agent_message","message":"a"}"#),
            history.asked(4, "two"), history.said(4, "user", "two"))
        #expect(told.words == ["one", "two"])
        #expect(told.generations.map(\.output.text) == ["a"])
    }

    @Test func `Where there are no events the items open the turns`() {
        let told = Told.codex(
            history.meta(1), history.said(2, "user", "one"), history.said(3, "assistant", "a"),
            history.said(4, "user", "two"))
        #expect(told.words.first == "one")
        #expect(told.words.count == 2)
    }

    @Test func `Wrappers in the user's role are no words of the person's`() {
        let told = Told.codex(
            history.meta(1),
            history.said(2, "user", "# AGENTS.md instructions for /home/ada/shop\n\n<INSTRUCTIONS>x</INSTRUCTIONS>"),
            history.said(3, "user", "<environment_context>\n  <cwd>/home/ada</cwd>\n</environment_context>"),
            history.said(4, "user", "fix it"), history.said(5, "assistant", "a"))
        #expect(told.words == ["fix it"])
        #expect(told.segments.map(\.origin) == [.system, .system, .user])
    }

    @Test func `Behind an editor's context stand the person's words`() {
        let told = Told.codex(
            history.meta(1),
            history.asked(2, "# Context from my IDE:\n\n## Open tabs:\n- a.py\n\n## My request for Codex:\nfix it\n"))
        #expect(told.words == ["fix it"])
    }

    @Test func `A picture alone is a prompt`() {
        let told = Told.codex(
            history.meta(1), history.event(2, #"{"type":"user_message","message":"","images":["data:…"]}"#))
        #expect(told.words == ["[image]"])
    }

    @Test func `A fork repeats the turns of its origin and opens its own`() {
        let shared = [history.asked(2, "go"), history.said(3, "assistant", "a")]
        let origin = Told(CodexReader.self, [history.meta(1)] + shared)
        let fork = CodexHistory(session: "019b0000-0000-7000-8000-00000000000f")
        let lines =
            [fork.meta(9, more: #","forked_from_id":"\#(history.session)""#), history.meta(1)] + shared
            + [fork.asked(10, "another way")]
        let forked = Told(CodexReader.self, lines)
        #expect(forked.words == ["go", "another way"])
        #expect(forked.prompts.first?.uid == origin.prompts.first?.uid)
        #expect(forked.generations.map(\.uid) == origin.generations.map(\.uid))
        #expect(forked.sessions.map(\.parent) == [origin.sessions.first?.uid])
    }

    @Test func `A fork of a fork still repeats the same turns`() {
        let shared = [history.asked(2, "go"), history.said(3, "assistant", "a")]
        let origin = Told(CodexReader.self, [history.meta(1)] + shared)
        let fork = CodexHistory(session: "019b0000-0000-7000-8000-00000000000f")
        let second = CodexHistory(session: "019b0000-0000-7000-8000-0000000000ff")
        let parent = fork.meta(9, more: #","forked_from_id":"\#(history.session)""#)
        let forked = Told(
            CodexReader.self,
            [second.meta(20, more: #","forked_from_id":"\#(fork.session)""#), parent, history.meta(1)] + shared)
        #expect(forked.prompts.map(\.uid) == origin.prompts.map(\.uid))
        #expect(forked.generations.map(\.uid) == origin.generations.map(\.uid))
    }

    @Test func `A sub-agent works in its parent's session, and no person asked it`() throws {
        let told = Told.codex(
            history.meta(
                1, source: #"{"subagent":{"thread_spawn":{"parent_thread_id":"019b-parent","depth":1}}}"#),
            history.asked(2, "look for callers"), history.said(3, "assistant", "None."))
        #expect(told.sessions.map(\.makerID) == ["019b-parent"])
        #expect(told.prompts.map(\.asker) == [.agent])
        #expect(told.generations.map(\.thread) == [history.session])
    }

    @Test func `After a compaction an answer has seen only the summary and what followed`() {
        let told = Told.codex(
            history.meta(1), history.asked(2, "go"), history.said(2, "user", "go"),
            history.said(3, "assistant", "a"), history.line("compacted", 4, #"{"message":"So far: …"}"#),
            history.said(5, "user", "on"), history.said(6, "assistant", "b"))
        #expect(told.segments.map(\.origin) == [.user, .summary, .user])
        #expect(told.generations.map(\.context) == [1...1, 2...3])
    }

    @Test func `Kinds of later versions are kept out of the way, and items before the session are broken`() {
        let told = Told.codex(
            history.said(1, "user", "too early"), history.meta(2), history.line("hologram", 3, "{}"),
            history.item(4, #"{"type":"hologram"}"#), history.event(5, #"{"type":"hologram"}"#),
            history.item(6, #"{"type":"ghost_snapshot","ghost_commit":{"id":"x"}}"#), #"{"type":"event_msg"}"#)
        #expect(told.verdicts.map { $0 == .unknown } == [false, false, true, true, false, false, false])
        guard case .broken = told.verdicts[0], case .broken = told.verdicts[6] else {
            Issue.record("not broken")
            return
        }
    }
}
