package import Store
package import Terminal
import Text

extension Dashboard {
    /// Opens the user's terminal, shows the dashboard until it is left, and gives the terminal back.
    ///
    /// - Parameters:
    ///   - sessionPath: the file that says what was left last time, and is told at the end what to come back to.
    ///   - isFresh: whether nothing but former filters is wanted of it.
    ///   - place: what it begins with, over the list.
    ///   - theme: the name of a built-in theme; of an unknown one the standard one is shown.
    ///   - color: `auto`, `always` or `never`.
    /// - Throws: `TerminalError` where there is no terminal that can show it; nothing has been drawn then.
    package static func open(
        _ data: any DashboardData, details: (any DashboardData)?,
        openData: (@Sendable () throws -> any DashboardData)?, work: any DashboardWork,
        sessionPath: String?, isFresh: Bool, storePath: String?, filter: String,
        repository: String?, place: RecordPlace? = nil, isDemo: Bool,
        lastVisit: Int64?, environment: [String: String],
        theme: String, color: String,
        catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?, follow: (@Sendable () -> Void)?
    ) throws(TerminalError) -> End {
        let terminal = try CursesTerminal.open(
            theme: Theme.all.first { $0.name == theme } ?? .standard, color: ColorChoice(rawValue: color) ?? .automatic)
        defer { terminal.end() }
        let file = sessionPath.map(SessionFile.init(path:))
        let content = file?.read() ?? .nothing
        let session: SavedSession? = if case .session(let session) = content { session } else { nil }
        var state = DashboardState(
            size: terminal.size, repositoryFilter: repository, filter: filter, isDemo: isDemo, lastVisit: lastVisit,
            session: session, isFresh: isFresh || place != nil)
        if content == .unreadable, let sessionPath {
            state.notice = DashboardState.Notice(
                text: "What was left last time cannot be read from '\(sessionPath)', so it begins afresh.")
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
        return run(data: data, terminal: terminal, options: options)
    }
}
