package import Store
package import Terminal
import Text

extension Dashboard {
    /// What the user said of colours.
    package struct Look: Equatable, Sendable {
        package var themes: ThemeLibrary
        package var theme: ThemeChoice
        package var color: ColorChoice
        /// What is amiss with the configuration, to be shown at the start.
        package var complaint: String?

        /// For screen readers.
        package var isPlain: Bool
        /// What the user wants of the keys; what is refused of it is no reason to stop.
        package var keys: [KeySetting]

        package init(
            themes: ThemeLibrary, theme: ThemeChoice, color: ColorChoice, complaint: String? = nil,
            isPlain: Bool = false, keys: [KeySetting] = []
        ) {
            self.isPlain = isPlain
            self.keys = keys
            self.themes = themes
            self.theme = theme
            self.color = color
            self.complaint = complaint
        }
    }

    /// Opens the user's terminal, shows the dashboard until it is left, and gives the terminal back.
    ///
    /// - Parameters:
    ///   - sessionPath: the file that says what was left last time, and is told at the end what to come back to.
    ///   - isFresh: whether nothing but former filters is wanted of it.
    ///   - place: what it begins with, over the list.
    ///   - look: theme and colours; of a theme that cannot be read the standard one is shown, and the reason said.
    ///   - configuration: is read again whenever it is saved.
    /// - Throws: `TerminalError` where there is no terminal that can show it; nothing has been drawn then.
    package static func open(
        _ data: any DashboardData, details: (any DashboardData)?,
        openData: (@Sendable () throws -> any DashboardData)?, work: any DashboardWork,
        sessionPath: String?, isFresh: Bool, storePath: String?, filter: String,
        repository: String?, place: RecordPlace? = nil, isDemo: Bool,
        lastVisit: Int64?, environment: [String: String],
        look: Look, configuration: ConfigurationFile? = nil,
        catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?, follow: (@Sendable () -> Void)?
    ) throws(TerminalError) -> End {
        Heap.useOne()
        Heap.giveBackProgram()
        let terminalEnvironment = TerminalEnvironment.current
        let themes = ThemeDesk(
            library: look.themes, choice: look.theme, appearance: terminalEnvironment.appearance)
        let terminal = try CursesTerminal.open(
            theme: themes.theme, color: look.color, environment: terminalEnvironment)
        defer { terminal.end() }
        let file = sessionPath.map(SessionFile.init(path:))
        let content = file?.read() ?? .nothing
        let session: SavedSession? = if case .session(let session) = content { session } else { nil }
        var state = DashboardState(
            size: terminal.size, repositoryFilter: repository, filter: filter, isDemo: isDemo, lastVisit: lastVisit,
            session: session, isFresh: isFresh || place != nil,
            keys: look.keys.isEmpty ? .standard : KeyMap(look.keys), isPlain: look.isPlain)
        if content == .unreadable, let sessionPath {
            state.notice = DashboardState.Notice(
                text: "It begins afresh: what was left last time cannot be read from '\(sessionPath)'.")
        }
        if let place { state.open(place) }
        var options = Options(
            state: state, storePath: storePath, catchUp: catchUp, now: { Timestamp.now.milliseconds })
        options.environment = environment
        options.follow = follow
        options.details = details
        options.openData = openData
        options.work = work
        // Who looks at one record and leaves comes back to where they were before.
        if let file, place == nil { options.keep = { session in file.write(session) } }
        options.themes = themes
        options.configuration = configuration
        options.complaint = look.complaint
        return run(data: data, terminal: terminal, options: options)
    }
}
