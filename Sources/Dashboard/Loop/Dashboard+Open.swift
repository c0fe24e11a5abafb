import Store
package import Terminal
import Text

extension Dashboard {
    /// Opens the user's terminal, shows the dashboard until it is left, and gives the terminal back.
    ///
    /// - Throws: `TerminalError` where there is no terminal that can show it; nothing has been drawn then.
    package static func open(
        _ data: any DashboardData, storePath: String?, filter: String, repository: String?, isDemo: Bool,
        lastVisit: Int64?, environment: [String: String],
        catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?
    ) throws(TerminalError) -> End {
        let terminal = try CursesTerminal.open()
        defer { terminal.end() }
        let state = DashboardState(
            size: terminal.size, repositoryFilter: repository, filter: filter, isDemo: isDemo, lastVisit: lastVisit)
        var options = Options(
            state: state, storePath: storePath, catchUp: catchUp, now: { Timestamp.now.milliseconds })
        options.environment = environment
        return run(data: data, terminal: terminal, options: options)
    }
}
