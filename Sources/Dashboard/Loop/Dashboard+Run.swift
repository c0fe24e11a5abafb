package import Terminal

extension Dashboard {
    /// What `run` needs to know beside data and terminal.
    package struct Options: Sendable {
        package var state: DashboardState
        /// Another way to the same rows for what one opens, so that it need not wait for a slow list; `nil` where one has to
        /// do.
        package var details: (any DashboardData)?
        /// Opens a further way to the same rows, for what takes long.
        package var openData: (@Sendable () throws -> any DashboardData)?
        /// The store's file, to be watched; `nil` for one in memory.
        package var storePath: String?
        /// Reads what the agents appended since last time; runs once, on a thread of its own, after the first paint.
        ///
        /// It may say something on the way, and return what is to be said at its end. Give it a store of its own.
        package var catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?
        /// Reads on as the agents write, on the same thread after `catchUp`; it need not return.
        package var follow: (@Sendable () -> Void)?
        /// Changes the store; `nil` for one that cannot be changed.
        package var work: (any DashboardWork)?
        /// Keeps what the next dashboard on this store comes back to; called once, at the end.
        package var keep: (@Sendable (SavedSession) -> Void)?
        /// Follows the files of themes and the terminal's ground; `nil` where the terminal's theme is to stay.
        package var themes: ThemeDesk?
        /// Follows the user's configuration; `nil` where there is none.
        package var configuration: ConfigurationFile?
        /// Something amiss, to be shown at the start.
        package var complaint: String?
        /// For the user's editor.
        package var environment: [String: String] = [:]
        /// Unix milliseconds.
        package var now: @Sendable () -> Int64

        package init(
            state: DashboardState, storePath: String? = nil,
            catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)? = nil,
            now: @escaping @Sendable () -> Int64
        ) {
            self.state = state
            self.storePath = storePath
            self.catchUp = catchUp
            self.now = now
        }
    }

    /// Why the dashboard ended.
    package enum End: Equatable, Sendable {
        case quit
        /// By this signal.
        case signal(Int32)
    }

    /// Shows the dashboard until it is left. The caller's thread is the one that owns the terminal; `end` it afterwards.
    package static func run(data: any DashboardData, terminal: some TerminalDriver, options: Options) -> End {
        DashboardLoop(data: data, terminal: terminal, options: options).run()
    }
}
