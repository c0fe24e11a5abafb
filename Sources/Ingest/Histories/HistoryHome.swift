/// Where an agent keeps its histories on this machine.
package struct HistoryHome: Equatable, Sendable {
    package var format: String
    package var title: String
    package var folder: String
    /// Folders below it that hold histories.
    package var places: [String]
    /// After how many days the agent deletes them, where it does.
    package var keepsDays: Int?

    /// The homes that this environment points to, whether they exist or not.
    ///
    /// - Parameter environment: `CLAUDE_CONFIG_DIR`, `CODEX_HOME` and `HOME` are read.
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
        return homes
    }

    /// Every history file in it, sorted by path.
    package func files() -> [HistoryFile] {
        places.flatMap { HistoryFile.all(below: folder + "/" + $0) }
    }
}
