package import Terminal

/// What the dashboard knows of its keys, for commands that tell of them: rooms on one floor do not know each other.
package struct Keyboard: Sendable {
    /// An action with its keys, by the names that the configuration takes, and what it does.
    package struct Line: Sendable {
        package var action: String
        package var keys: [String]
        package var help: String
        /// Whether the user's configuration says so.
        package var isChanged: Bool

        package init(action: String, keys: [String], help: String, isChanged: Bool) {
            self.action = action
            self.keys = keys
            self.help = help
            self.isChanged = isChanged
        }
    }

    /// All actions under these settings.
    package var lines: @Sendable ([KeySetting]) -> [Line]
    /// What of the settings is refused.
    package var problems: @Sendable ([KeySetting]) -> [KeySetting.Problem]

    package init(
        lines: @escaping @Sendable ([KeySetting]) -> [Line],
        problems: @escaping @Sendable ([KeySetting]) -> [KeySetting.Problem]
    ) {
        self.lines = lines
        self.problems = problems
    }
}
