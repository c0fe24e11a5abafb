import Git
import Provenance
import Store
import Testing
import Text

@testable import Flows

@Suite(.enabled(if: WorkingCopy.hasGit, "git is not installed"))
struct CommitSessionTests {
    private let copy: WorkingCopy

    init() throws {
        copy = try WorkingCopy()
    }

    private func sessions(
        of commit: String, path: String = "a.py", branch: String? = nil
    ) throws -> CommitSessions {
        let objects = try GitObjects(of: copy.checkout)
        return try CommitSessionSearch(
            store: copy.store, objects: objects,
            repository: LineResolver(store: copy.store, objects: objects).identity
        )
        .sessions(of: commit, path: path, branch: branch)
    }

    @Test func `A session that edited the file before the commit fits by time`() throws {
        try copy.edit("a.py", to: Lines.refund, session: "early")
        let commit = try copy.commit()
        try copy.edit("a.py", from: Lines.refund, to: Lines.ship, session: "late")
        let found = try sessions(of: commit)
        #expect(found.belonging.isEmpty)
        #expect(found.fitting.map(\.session.makerID) == ["early"])
        #expect(found.fitting.first?.editsFile == true)
        #expect(found.fitting.first?.evidence == "The session edited the file 2 hours before the commit.")
        #expect(found.agents.isEmpty)
    }

    @Test func `A session that did not touch the file stands behind, and on another branch does not fit`() throws {
        try copy.edit("b.py", to: Lines.ship, session: "other")
        try copy.edit("a.py", to: Lines.refund, session: "own")
        let commit = try copy.commit()
        #expect(try sessions(of: commit).fitting.map(\.session.makerID) == ["own", "other"])
        var record = Session(uid: UID(of: .session, makerID: "other"), agent: "claude-code", makerID: "other")
        record.branch = "side"
        var batch = Batch()
        batch.sightings = [.session(record)]
        try copy.store.apply(batch)
        #expect(try sessions(of: commit, branch: "main").fitting.map(\.session.makerID) == ["own"])
    }

    @Test func `The one session of the agent that the commit names belongs to it`() throws {
        try copy.edit("a.py", to: Lines.refund, session: "own")
        let commit = try copy.commit("Refund\n\nCo-Authored-By: Claude Opus 4.5 <noreply@anthropic.com>")
        let found = try sessions(of: commit)
        #expect(found.belonging.map(\.session.makerID) == ["own"])
        #expect(found.belonging.first?.ground == .agent)
        #expect(found.belonging.first?.editsFile == true)
        #expect(found.fitting.isEmpty)
        #expect(found.agents == ["claude-code"])
        #expect(found.agentEvidence == "The commit is an agent's: it names Claude Opus 4.5 as co-author.")
    }

    @Test func `Of two sessions of the agent none is picked`() throws {
        try copy.edit("a.py", to: Lines.refund, session: "one")
        try copy.edit("a.py", from: Lines.refund, to: Lines.ship, session: "two")
        let commit = try copy.commit("Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>")
        let found = try sessions(of: commit)
        #expect(found.belonging.isEmpty)
        #expect(found.fitting.map(\.session.makerID) == ["two", "one"])
    }

    @Test func `A person called Claude is no agent`() throws {
        try copy.edit("a.py", to: Lines.refund)
        let commit = try copy.commit("Work\n\nCo-Authored-By: Claude Petit <claude@example.fr>")
        #expect(try sessions(of: commit).agents.isEmpty)
    }

    @Test(arguments: [
        ("Co-authored-by: Cursor <cursoragent@cursor.com>", ["cursor"]),
        ("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", ["copilot-cli", "vscode-copilot"]),
        ("Co-authored-by: aider (gpt-5) <aider@aider.chat>", ["aider"]), ("Assisted-by: Codex CLI (gpt-5)", ["codex"]),
        ("\u{1F916} Generated with [Claude Code](https://claude.ai/code)", ["claude-code"]),
        ("Fixes: nothing", []),
    ])
    func `Agents are known by what they leave`(words: String, agents: [String]) throws {
        try copy.write("a.py", "a = 1\n")
        #expect(try sessions(of: try copy.commit("Work\n\n\(words)")).agents == agents)
    }

    @Test func `A session or its checkpoint that the commit names belongs to it`() throws {
        let id = "b42aaf1f-96ad-4f7a-9f52-783eb0847649"
        try copy.edit("b.py", to: Lines.ship, session: id)
        try copy.edit("b.py", from: Lines.ship, to: Lines.refund, session: "kept")
        let named = try copy.commit("Work\n\nAgent-Session: https://agents.example.com/session/\(id)")
        #expect(try sessions(of: named).belonging.map(\.ground) == [.name])
        #expect(try sessions(of: named).belonging.first?.evidence.contains("Agent-Session: \(id)") == true)
        let saved = try copy.commit("Work\n\n* first\n\nEntire-Checkpoint: 0123456789ab\n\n* second")
        #expect(try sessions(of: saved).belonging.isEmpty)
        var batch = Batch()
        let uid = UID(of: .session, makerID: "kept").text
        batch.sightings = [
            .link(
                RecordLink(
                    from: .init(kind: "session", uid: uid), relation: RecordLink.savedIn,
                    to: .init(kind: RecordLink.checkpoint, uid: "0123456789ab"), at: 1)),
            .link(
                RecordLink(
                    from: .init(kind: "session", uid: uid), relation: RecordLink.committed,
                    to: .init(kind: RecordLink.revision, uid: named), at: 1)),
        ]
        try copy.store.apply(batch)
        #expect(try sessions(of: saved).belonging.map(\.session.makerID) == ["kept"])
        #expect(try sessions(of: saved).belonging.first?.evidence.contains("checkpoint 0123456789ab") == true)
        #expect(try sessions(of: named).belonging.map(\.ground) == [.record, .name])
    }

    @Test func `Notes give a session its lines of the file`() throws {
        try copy.edit("a.py", to: Lines.refund, session: "own")
        let commit = try copy.commit()
        var told = Attribution(
            uid: UID(text: "n1"), path: "a.py", lines: 2...4, contributor: .ai, teller: "git-ai")
        told.revision = commit
        told.session = UID(of: .session, makerID: "own")
        var human = told
        human.uid = UID(text: "n2")
        human.lines = 5...5
        human.contributor = .human
        var batch = Batch()
        batch.sightings = [.attribution(told), .attribution(human)]
        try copy.store.apply(batch)
        let found = try sessions(of: commit)
        #expect(found.belonging.map(\.ground) == [.note])
        #expect(found.belonging.first?.lines == [2...4])
        #expect(try sessions(of: commit, path: "b.py").belonging.first?.lines == [])
    }

    @Test func `A commit that is not here has what others say of it alone`() throws {
        try copy.write("a.py", "a = 1\n")
        try copy.commit()
        #expect(try sessions(of: String(repeating: "0", count: 40)) == CommitSessions())
    }
}
