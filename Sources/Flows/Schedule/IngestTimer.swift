/// A timer of the user's own that reads the histories every hour: as a value, to be shown before anything is done.
///
/// Agents delete their histories (Claude Code after 30 days): what was read stays.
package struct IngestTimer: Equatable, Sendable, CustomStringConvertible {
    /// Who keeps the time.
    package enum Keeper: String, Sendable {
        case systemd, launchd, cron
    }

    package struct File: Equatable, Sendable {
        package var path: String
        package var text: String
    }

    package struct Command: Equatable, Sendable {
        package var words: [String]
        /// For its standard input.
        package var input: String?
        /// Its failure says only that there was nothing to undo.
        package var mayFail = false
    }

    package let keeper: Keeper
    /// Written before the commands that start the timer, removed after those that end it.
    package let files: [File]
    package let starting: [Command]
    package let ending: [Command]

    /// All that will be done, for the user to see first.
    package var description: String {
        var lines = ["every hour, by \(keeper.rawValue):"]
        for file in files {
            lines.append("  writes \(file.path)")
            lines += file.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "    | \($0)" }
        }
        for command in starting {
            lines.append("  runs   \(command.words.joined(separator: " "))")
            lines += (command.input ?? "").split(separator: "\n").map { "    < \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
