import Foundation
import Ingest
import TestSupport
import Testing

/// The command as it is typed.
struct IngestCommandTests {
    private let history = ClaudeHistory()

    @Test func `Histories are found where the agents keep them`() throws {
        let folder = try TemporaryFolder()
        try folder.write("claude/projects/-home-ada-shop/a.jsonl", Conversation.claude.lines.asLines)
        try folder.write("codex/sessions/2026/01/01/rollout-b.jsonl", Conversation.codex.lines.asLines)
        let run = try ProgramRun.colophon(["ingest"], in: folder)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("read 2 of 2 files: new are 2 sessions,"))
        #expect(run.output.contains("2 skipped lines"))
        #expect(run.complaint.contains("skipped \(folder.path)/claude/projects/-home-ada-shop/a.jsonl:23: "))
        let again = try ProgramRun.colophon(["ingest"], in: folder)
        #expect(again.output.hasPrefix("read 0 of 2 files: new are 0 sessions, 0 turns, 0 generations, 0 edits,"))
    }

    @Test func `Other agents' histories are found in the user's own folders`() throws {
        let folder = try TemporaryFolder()
        try folder.write("home/.gemini/tmp/shop/chats/session-a.jsonl", Conversation.gemini.lines.asLines)
        try folder.write("home/.gemini/tmp/shop/logs.json", "[]")
        try folder.write("home/.copilot/session-state/c/events.jsonl", Conversation.copilot.lines.asLines)
        let chats = "home/.config/Code/User/workspaceStorage/f00/chatSessions/"
        try folder.write(chats + "v.json", VSCodeHistory().chat(VSCodeHistory().request(1, "r-1", "go")))
        let log = VSCodeHistory.log.map { $0.replacing("5c0de000", with: "5c0de001") }
        try folder.write(chats + "w.jsonl", log.asLines)
        try folder.write("home/.cursor/projects/shop/agent-transcripts/a/a.jsonl", Conversation.cursor.lines.asLines)
        try folder.write("home/.windsurf/transcripts/w.jsonl", Conversation.windsurf.lines.asLines)
        try folder.write("data/opencode/snapshot/x.jsonl", "{}")
        let foreign = try ForeignHistory.openCode(folder.path + "/data/opencode/opencode.db")
        try foreign.message("msg_1", in: "ses_1", at: 1, #"{"role":"user"}"#)
        let files = "data/opencode/storage/"
        try folder.write(files + "session/p1/ses_2.json", #"{"time":{"created":1}}"#)
        try folder.write(files + "message/ses_2/msg_2.json", #"{"role":"user","time":{"created":1}}"#)
        let run = try ProgramRun.colophon(["ingest"], in: folder)
        #expect(run.output.hasPrefix("read 8 of 8 files: new are 8 sessions,"), "\(run.output)\(run.complaint)")
        let page = try ProgramRun.colophon(["doctor"], in: folder).output
        #expect(page.contains("Gemini CLI"))
        #expect(page.contains("in \(folder.path)/home/.copilot; 1 of them read"))
        #expect(page.contains("not here"))
        let formats = try ProgramRun.colophon(["ingest", "--formats"], in: folder).output
        for format in HistoryFormat.all.map(\.name) + WholeHistoryFormat.all.map(\.name) {
            #expect(formats.contains("\n\(format) ") || formats.hasPrefix("\(format) "))
        }
    }

    @Test func `The chat history at the top of the repository one stands in is read`() throws {
        let folder = try TemporaryFolder()
        try folder.write("shop/.git/HEAD", "ref: refs/heads/main\n")
        try folder.write("shop/.git/config", "")
        try folder.write("shop/.git/objects/x", "")
        try folder.write("shop/.git/refs/x", "")
        try folder.write(
            "shop/.aider.chat.history.md", "# aider chat started at 2026-01-31 18:05:00\n\n#### go\n\nDone.\n")
        let process = ProgramRun.process(BuiltProgram.path("colophon"), ["ingest"], in: folder)
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path + "/shop")
        let said = Pipe()
        process.standardOutput = said
        try process.run()
        let output = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(output.hasPrefix("read 1 of 1 file: new are 1 session,"), "\(output)")
    }

    @Test func `Keeping secrets has to be asked for twice`() throws {
        let folder = try TemporaryFolder()
        try folder.write("h.jsonl", [history.user(1, "go")].asLines)
        let refused = try ProgramRun.colophon(["ingest", "--no-redact", folder.path], in: folder)
        #expect(refused.status != 0)
        #expect(refused.complaint.contains("--yes"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/store.sqlite"))
        #expect(try ProgramRun.colophon(["ingest", "--no-redact", "--yes", folder.path], in: folder).status == 0)
    }

    @Test func `A path that is not there and a file that is no history end with an error`() throws {
        let folder = try TemporaryFolder()
        let missing = try ProgramRun.colophon(["ingest", folder.path + "/nowhere"], in: folder)
        #expect(missing.status != 0)
        #expect(missing.complaint.contains("nowhere"))
        let path = try folder.write("notes.jsonl", "{\"a\":1}\n")
        let stranger = try ProgramRun.colophon(["ingest", path], in: folder)
        #expect(stranger.status != 0)
        #expect(stranger.complaint.contains("no history"))
    }

    @Test func `A history that is followed shows up as it is written`() throws {
        let folder = try TemporaryFolder()
        let name = "claude/projects/-home-ada-shop/a.jsonl"
        try folder.write(name, [history.user(1, "the first prompt")].asLines)
        let said = Pipe()
        let process = ProgramRun.process(BuiltProgram.path("colophon"), ["ingest", "--watch"], in: folder)
        process.standardOutput = said
        try process.run()
        defer {
            // A child started from one of libdispatch's threads inherits their mask and never sees SIGTERM.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        // The first line says that what was there has been read.
        #expect(String(decoding: said.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("read 1 of 1 file"))
        try folder.append(name, [history.user(2, "the second prompt")].asLines)
        #expect(try lists("the second prompt", in: folder))
        try folder.write(
            "claude/projects/-home-ada-new/b.jsonl", [history.user(3, "in a new folder")].asLines)
        #expect(try lists("in a new folder", in: folder))
        #expect(process.isRunning)
    }

    /// Asks until the list shows these words; gives up after a while that no machine needs.
    private func lists(_ words: String, in folder: TemporaryFolder) throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            if try ProgramRun.colophon(["list", "turns", "--format", "json"], in: folder).output.contains(words) {
                return true
            }
        }
        return false
    }
}
