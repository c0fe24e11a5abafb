import Foundation
import TestSupport
import Testing

/// Settings of agents are added to what is there, and taken out again.
struct InitCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func colophon(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun.colophon(["init"] + arguments, in: folder)
    }

    private func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(folder.path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    private static let settings = """
        {
          "model": "opus",
          "hooks": {
            "PostToolUse": [
              {
                "matcher": "Bash",
                "hooks": [
                  {
                    "type": "command",
                    "command": "say \\"done\\" 😀"
                  }
                ]
              }
            ]
          },
          "number": 1.50
        }

        """

    @Test func `What is there stays to the byte, once the settings are taken out again`() throws {
        try folder.write("claude/settings.json", Self.settings)
        let run = try colophon("--agent", "claude-code", "--yes")
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.contains("\"matcher\": \"Edit|Write|MultiEdit|NotebookEdit\""))
        let written = try #require(text("claude/settings.json"))
        #expect(written.contains(" hook claude-code\""))
        #expect(written.contains("say \\\"done\\\" 😀"))
        #expect(text("claude/settings.json.before-colophon") == Self.settings)
        #expect(try colophon("--agent", "claude-code", "--yes").output.hasSuffix("is in order.\n"))
        #expect(text("claude/settings.json") == written)
        #expect(try colophon("--agent", "claude-code", "--yes", "--undo").status == 0)
        #expect(text("claude/settings.json") == Self.settings)
    }

    @Test func `What is kept is what was there last, and comes back to the byte`() throws {
        for settings in ["{\"model\":\"opus\"}", "{ \"model\": \"sonnet\" }\n"] {
            try folder.write("claude/settings.json", settings)
            #expect(try colophon("--agent", "claude-code", "--yes").status == 0)
            #expect(text("claude/settings.json.before-colophon") == settings)
            let undone = try colophon("--agent", "claude-code", "--yes", "--undo")
            #expect(undone.output.hasSuffix("Taken out.\n"), "\(undone.output)")
            #expect(text("claude/settings.json") == settings)
            #expect(text("claude/settings.json.before-colophon") == nil)
        }
        // What was changed since stays, and so does what was kept.
        try folder.write("claude/settings.json", "{\"model\":\"opus\"}")
        #expect(try colophon("--agent", "claude-code", "--yes").status == 0)
        let written = try #require(text("claude/settings.json"))
        try folder.write("claude/settings.json", written.replacing("opus", with: "haiku"))
        #expect(try colophon("--agent", "claude-code", "--yes", "--undo").status == 0)
        #expect(text("claude/settings.json") == "{\n  \"model\": \"haiku\"\n}\n")
        #expect(text("claude/settings.json.before-colophon") == "{\"model\":\"opus\"}")
    }

    @Test func `Without a yes nothing is written`() throws {
        let run = try colophon("--agent", "codex")
        #expect(run.status == 1)
        #expect(run.output.contains("To \(folder.path)/codex/hooks.json this is added"))
        #expect(run.complaint.contains("say --yes"))
        #expect(text("codex/hooks.json") == nil)
    }

    @Test func `A file that was made for it goes with it`() throws {
        #expect(try colophon("--agent", "gemini", "--yes").status == 0)
        #expect(text("home/.gemini/settings.json")?.contains("AfterTool") == true)
        #expect(try colophon("--agent", "gemini", "--yes", "--undo").status == 0)
        #expect(text("home/.gemini/settings.json") == nil)
    }

    @Test(arguments: ["// a comment\n{}", "[1]", "{\"hooks\":7}", "{\"hooks\":{\"PostToolUse\":\"x\"}}"])
    func `A file that is not understood is left alone, and what to add is told`(broken: String) throws {
        try folder.write("claude/settings.json", broken)
        let run = try colophon("--agent", "claude-code", "--yes")
        #expect(run.status == 1)
        #expect(run.complaint.contains("add this by hand"))
        #expect(run.complaint.contains("hook claude-code"))
        #expect(text("claude/settings.json") == broken)
    }

    @Test func `The agents that are there are found`() throws {
        #expect(try colophon("--yes").complaint.contains("No agent with hooks is found"))
        try FileManager.default.createDirectory(atPath: folder.path + "/claude", withIntermediateDirectories: true)
        #expect(try colophon("--yes").output.contains("claude/settings.json"))
    }

    @Test func `The hook that is written records`() throws {
        #expect(try colophon("--agent", "claude-code", "--yes").status == 0)
        let settings = try #require(text("claude/settings.json"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(settings.utf8)) as? [String: Any])
        let hooks = try #require((json["hooks"] as? [String: Any])?["PostToolUse"] as? [[String: Any]])
        let command = try #require((hooks[0]["hooks"] as? [[String: Any]])?[0]["command"] as? String)
        let hook = try folder.write(
            "hook.json",
            "{\"hook_event_name\":\"PostToolUse\",\"session_id\":\"s\",\"tool_name\":\"Write\",\"tool_use_id\":\"t1\",\"cwd\":\"/w\","
                + "\"tool_input\":{\"file_path\":\"/w/a.py\",\"content\":\"x = 1\\n\"},\"tool_response\":{\"type\":\"create\",\"filePath\":\"/w/a.py\"}}"
        )
        #expect(try ProgramRun("/bin/sh", ["-c", "\(command) < '\(hook)'"], in: folder).status == 0)
        #expect(try ProgramRun.colophon(["list", "edits"], in: folder).output.contains("a.py"))
    }

    @Test(.enabled(if: GitFolder.hasGit, "git is not installed"))
    func `A workflow is shown, asked about, written, and taken out again`() throws {
        let git = try GitFolder()
        let file = git.root + "/.github/workflows/colophon.yml"
        func ci(_ more: String = "") throws -> ProgramRun {
            try ProgramRun(
                "/bin/sh", ["-c", "cd '\(git.root)' && '\(BuiltProgram.path("colophon"))' init --ci github \(more)"],
                in: git.folder)
        }
        func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
        let asked = try ci()
        #expect(asked.status == 1 && asked.output.contains("name: Colophon") && asked.complaint.contains("say --yes"))
        #expect(text(file) == nil)
        #expect(try ci("--yes").status == 0)
        #expect(asked.output.contains(text(file) ?? "nothing"))
        #expect(try ci("--yes").output.hasSuffix("is in order.\n"))
        #expect(try ci("--undo --yes").status == 0)
        #expect(text(git.root + "/.github") == nil && !FileManager.default.fileExists(atPath: git.root + "/.github"))
        #expect(try ci("--undo").output.hasSuffix("is not there.\n"))
        // What was there before is kept, and comes back.
        try git.folder.write("shop/.github/workflows/colophon.yml", "name: mine\n")
        #expect(try ci("--undo --yes").status == 1, "what is not ours is left alone")
        #expect(try ci("--yes").output.contains(".before-colophon"))
        #expect(text(file + ".before-colophon") == "name: mine\n")
        #expect(try ci("--undo --yes").output.contains("comes back"))
        #expect(text(file) == "name: mine\n")
        // A link leads out of the repository: nothing is written there.
        try FileManager.default.removeItem(atPath: git.root + "/.github")
        try FileManager.default.createSymbolicLink(atPath: git.root + "/.github", withDestinationPath: git.folder.path)
        let link = try ci("--yes")
        #expect(link.status == 1 && link.complaint.contains("no folder of this repository"))
    }
}
