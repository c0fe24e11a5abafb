/// Where an agent keeps its histories on this machine.
package struct HistoryHome: Equatable, Sendable {
    package var format: String
    package var title: String
    package var folder: String
    /// Folders and files below it that hold histories; a `*` stands for any one folder.
    package var places: [String]
    /// After how many days the agent deletes them, where it does.
    package var keepsDays: Int?

    /// The homes that this environment points to, whether they exist or not.
    ///
    /// - Parameter environment: `CLAUDE_CONFIG_DIR`, `CODEX_HOME`, `XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `HOME` are read.
    package static func all(environment: [String: String]) -> [HistoryHome] {
        func home(_ variable: String, _ folder: String) -> String? {
            if let given = environment[variable], !given.isEmpty { return given }
            guard let home = environment["HOME"], !home.isEmpty else { return nil }
            return home + "/" + folder
        }
        var homes: [HistoryHome] = []
        if let folder = home("CLAUDE_CONFIG_DIR", ".claude") {
            homes.append(
                HistoryHome(
                    format: "claude-code", title: "Claude Code", folder: folder, places: ["projects"],
                    keepsDays: ClaudeSettings.keepsDays(in: folder)))
        }
        if let folder = home("CODEX_HOME", ".codex") {
            homes.append(
                HistoryHome(
                    format: "codex", title: "Codex", folder: folder, places: ["sessions", "archived_sessions"],
                    keepsDays: nil))
        }
        guard let user = environment["HOME"], !user.isEmpty else { return homes }
        homes.append(
            HistoryHome(
                format: "gemini-cli", title: "Gemini CLI", folder: user + "/.gemini", places: ["tmp/*/chats"],
                keepsDays: nil))
        homes.append(
            HistoryHome(
                format: "copilot-cli", title: "Copilot CLI", folder: user + "/.copilot", places: ["session-state"],
                keepsDays: nil))
        homes.append(
            HistoryHome(
                format: "cursor", title: "Cursor", folder: user + "/.cursor",
                places: ["projects/*/agent-transcripts"], keepsDays: nil))
        homes.append(
            HistoryHome(
                format: "windsurf", title: "Windsurf", folder: user + "/.windsurf", places: ["transcripts"],
                keepsDays: nil))
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? user + "/.local/share"
        homes.append(
            HistoryHome(
                format: "opencode", title: "OpenCode", folder: data + "/opencode", places: ["opencode.db"],
                keepsDays: nil))
        homes.append(
            HistoryHome(
                format: "opencode-files", title: "OpenCode", folder: data + "/opencode", places: ["storage/session"],
                keepsDays: nil))
        for folder in applications(environment, user: user) {
            homes.append(
                HistoryHome(
                    format: "cursor-store", title: "Cursor", folder: folder + "/Cursor/User",
                    places: ["globalStorage/state.vscdb"], keepsDays: nil))
        }
        for folder in applications(environment, user: user).flatMap({ place in
            ["Code", "Code - Insiders", "VSCodium"].map { "\(place)/\($0)/User" }
        }) + [user + "/.vscode-server/data/User"] {
            homes.append(
                HistoryHome(
                    format: "vscode-copilot", title: "VS Code Copilot", folder: folder,
                    places: ["workspaceStorage/*/chatSessions", "globalStorage/emptyWindowChatSessions"],
                    keepsDays: nil))
        }
        return homes
    }

    /// The homes at the top of a repository's work tree.
    package static func all(inRepository top: String) -> [HistoryHome] {
        [
            HistoryHome(format: "aider", title: "aider", folder: top, places: [HistoryName.aider], keepsDays: nil),
            HistoryHome(
                format: AgentTraceReader.teller, title: "Agent Trace", folder: top,
                places: [".agent-trace/traces.jsonl"], keepsDays: nil),
        ]
    }

    /// Where programs with windows keep their users' folders, on Linux and macOS.
    private static func applications(_ environment: [String: String], user: String) -> [String] {
        let stated = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return [stated ?? user + "/.config", user + "/Library/Application Support"]
    }

    /// Every history file in it, sorted by path.
    package func files() -> [HistoryFile] {
        places.flatMap { place in
            HistoryFile.expand(place, in: folder).flatMap { path in
                HistoryFile.isFolder(path) ? HistoryFile.all(below: path) : [HistoryFile(path: path)].compactMap { $0 }
            }
        }
    }

    /// What has to be watched to see them come: of a place with a `*` the folder before it.
    package var watched: [String] {
        places.flatMap { place in
            let named = place.split(separator: "/").prefix { $0 != "*" }
            let path = ([folder] + named.map(String.init)).joined(separator: "/")
            // A database grows in its journal first.
            return path.hasSuffix("db") ? [path, path + "-wal"] : [path]
        }
    }
}
