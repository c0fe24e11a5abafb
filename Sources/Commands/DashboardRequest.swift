package import Store
package import Terminal

/// What the dashboard is opened with; the program itself joins the two rooms.
package struct DashboardRequest: Sendable {
    /// For the dashboard's reads alone: it interrupts what it no longer wants to know.
    package var store: Store
    /// A connection of its own for what one opens, so that a slow filter keeps nobody from reading; `nil` for samples.
    package var details: Store?
    /// Opens the store once more, for what takes long; `nil` for one in memory.
    package var openStore: (@Sendable () throws -> Store)?
    /// Opens the store to write, for what the user wants changed; `nil` for one in memory.
    package var openWriting: (@Sendable () throws -> Store)?
    /// Where the dashboard keeps what it comes back to; `nil` for samples.
    package var sessionPath: String?
    /// Whether the user wants to begin anew.
    package var isFresh = false
    /// The store's file, to be watched; `nil` for samples in memory.
    package var storePath: String?
    /// `PRAGMA data_version`, with everything that arrived by other hands worked off first.
    package var dataVersion: @Sendable () throws -> Int
    /// Reads what was appended since last time, and says what came of it; `nil` for samples.
    package var catchUp: (@Sendable (_ say: @Sendable (String) -> Void) -> String?)?
    /// Reads on as the agents write, for ever; `nil` for samples.
    package var follow: (@Sendable () -> Void)?
    /// Remembers that the user has seen what there is; `nil` for samples.
    package var noteVisit: (@Sendable () -> Void)?
    package var filter: String
    /// The repository that the user stands in, in the words by which `repo:` finds it.
    package var repository: String?
    /// What the store knows it by.
    package var identity: String?
    /// The work tree in which the user stands.
    package var root: String?
    /// When the dashboard was last closed on this store.
    package var lastVisit: Int64?
    package var isDemo: Bool
    /// What it begins with, over the list.
    package var place: RecordPlace?
    package var look = DashboardLook(
        themes: ThemeLibrary(folder: nil), theme: .named("default"), color: .automatic)
    /// The folder and the name of the user's configuration; `nil` where there is no home.
    package var configuration: (folder: String, file: String)?
    /// Reads it again, under what the command line and the environment say.
    package var readLook: (@Sendable () -> DashboardLook?)?
}

/// What the user said of colours.
package struct DashboardLook: Sendable {
    package var themes: ThemeLibrary
    package var theme: ThemeChoice
    package var color: ColorChoice
    /// What is amiss with the configuration, in one sentence.
    package var complaint: String?
    /// For screen readers.
    package var isPlain = false
    /// What the user wants of the keys.
    package var keys: [KeySetting] = []
}

/// How the dashboard ended.
package enum DashboardEnd: Sendable {
    case quit
    case signal(Int32)
    /// There is no terminal to show it on, said in one sentence.
    case noTerminal(String)
}
