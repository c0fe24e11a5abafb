package import Store
package import Terminal
import Text

extension Dashboard {
    /// Opens the user's terminal, shows the dashboard until it is left, and gives the terminal back.
    ///
    /// - Parameters:
    ///   - place: what it begins with, over the list.
    ///   - theme: the name of a built-in theme; of an unknown one the standard one is shown.
    ///   - color: `auto`, `always` or `never`.
    /// - Throws: `TerminalError` where there is no terminal that can show it; nothing has been drawn then.
    package static func open(
        _ data: any DashboardData, details: (any DashboardData)?,
        openData: (@Sendable () throws -> any DashboardData)?, storePath: String?, filter: String,
        repository: String?, place: RecordPlace? = nil, isDemo: Bool,
        lastVisit: Int64?, environment: [String: String],
        theme: String, color: String,
        catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?, follow: (@Sendable () -> Void)?
    ) throws(TerminalError) -> End {
        let terminal = try CursesTerminal.open(
            theme: Theme.all.first { $0.name == theme } ?? .standard, color: ColorChoice(rawValue: color) ?? .automatic)
        defer { terminal.end() }
        var state = DashboardState(
            size: terminal.size, repositoryFilter: repository, filter: filter, isDemo: isDemo, lastVisit: lastVisit)
        if let place { state.open(place) }
        var options = Options(
            state: state, storePath: storePath, catchUp: catchUp, now: { Timestamp.now.milliseconds })
        options.environment = environment
        options.follow = follow
        options.details = details
        options.openData = openData
        return run(data: data, terminal: terminal, options: options)
    }
}
