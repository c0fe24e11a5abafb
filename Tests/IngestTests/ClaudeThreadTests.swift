import Ingest
import Provenance
import TestSupport
import Testing
import Text

/// Sub-agents, forks and copies.
struct ClaudeThreadTests {
    private let history = ClaudeHistory()

    @Test func `A sub-agent's file belongs to its parent's session, and no person asked it`() throws {
        var agent = history
        agent.agent = "a1b2"
        let told = Told.claude(
            agent.user(1, "look for callers"), agent.call(2, "msg_1", "toolu_1", "Write", #"{"file_path":"/x"}"#),
            agent.result(3, of: "toolu_1", "done"))
        #expect(told.sessions.map(\.makerID) == [history.session])
        let prompt = try #require(told.prompts.first)
        #expect(prompt.asker == .agent)
        #expect(prompt.thread == "a1b2")
        #expect(told.generations.map(\.thread) == ["a1b2"])
        #expect(told.segments.map(\.number) == [1, 2])
        #expect(Set(told.segments.map(\.thread)) == ["a1b2"])
        #expect(told.edits.map(\.path) == ["/x"])
    }

    @Test func `A sub-agent told in its parent's history counts its own segments`() throws {
        var agent = history
        agent.agent = "a1b2"
        let told = Told.claude(
            history.user(1, "go"), history.call(2, "msg_1", "toolu_1", "Task", #"{"prompt":"look"}"#),
            history.progress(3, agent: "a1b2", agent.user(3, "look")),
            history.progress(4, agent: "a1b2", agent.answer(4, "msg_a", ClaudeHistory.text("Found."))),
            history.progress(5, agent: "c3d4", agent.user(5, "other")),
            history.progress(6, agent: "c3d4", agent.answer(6, "msg_b", ClaudeHistory.text("None."))),
            history.result(7, of: "toolu_1", "Found."), history.answer(8, "msg_2", ClaudeHistory.text("So it is.")))
        #expect(told.prompts.map(\.asker) == [.person, .agent, .agent])
        #expect(told.generations.map(\.thread) == ["", "a1b2", "c3d4", ""])
        #expect(told.generations.map(\.context) == [1...1, 1...1, 1...1, 1...2])
        #expect(told.segments.filter { $0.thread == "" }.map(\.number) == [1, 2])
        #expect(told.segments.first { $0.origin == .tool }?.tool == "Task")
    }

    @Test func `Answers of sub-agents that work at once are put together from their mixed lines`() {
        var agent = history
        agent.agent = "a"
        func line(_ id: Int, _ name: String, _ message: String, _ text: String) -> String {
            history.progress(id, agent: name, agent.answer(id, message, ClaudeHistory.text(text)))
        }
        let told = Told.claude(
            line(1, "a", "msg_a", "A1"), line(2, "b", "msg_b", "B1"), line(3, "a", "msg_a", "A2"),
            line(4, "b", "msg_b", "B2"))
        #expect(Set(told.generations.map(\.output.text)) == ["A1\nA2", "B1\nB2"])
        #expect(told.generations.count == 2)
    }

    @Test func `A fork's copied lines stay what they were, and the fork knows its origin`() {
        var fork = ClaudeHistory(session: "5e551011-0000-4000-8000-00000000000f")
        fork.forkedFrom = history.session
        let copied = [fork.user(1, "go"), fork.answer(2, "msg_1", ClaudeHistory.text("a"))]
        fork.forkedFrom = nil
        let forked = Told(ClaudeCodeReader.self, copied + [fork.user(3, "another way")])
        let origin = Told.claude(history.user(1, "go"), history.answer(2, "msg_1", ClaudeHistory.text("a")))
        #expect(forked.prompts.first?.uid == origin.prompts.first?.uid)
        #expect(forked.generations.map(\.uid) == origin.generations.map(\.uid))
        #expect(forked.segments.first?.uid == origin.segments.first?.uid)
        #expect(forked.prompts.map(\.session) == forked.sessions.map(\.uid))
        #expect(forked.sessions.map(\.makerID) == [history.session, fork.session])
        // It counts on from what it copied: the numbers before are its parent's.
        #expect(forked.segments.map(\.number) == [1, 2])
        #expect(forked.sessions.map(\.parent) == [nil, forked.sessions.first?.uid])
    }
}
