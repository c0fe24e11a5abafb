package import Store

/// What the palette asks of the store.
package struct TargetsRequest: Equatable, Sendable {
    package var ticket: Int
    package var query: String
}

/// Views, sessions and files that the palette can go to.
package struct PaletteTargets: Equatable, Sendable {
    package struct Session: Equatable, Sendable {
        package var uid: String
        /// Title, repository, agent.
        package var words: String

        package init(uid: String, words: String) {
            self.uid = uid
            self.words = words
        }
    }

    package var views: [SavedView]
    package var sessions: [Session]
    package var files: [String]

    package init(views: [SavedView] = [], sessions: [Session] = [], files: [String] = []) {
        self.views = views
        self.sessions = sessions
        self.files = files
    }

    /// No more than anybody reads, those that fit best.
    package static let limit = 30

    /// All views, and of sessions and files those that fit the query best; none where nothing is typed.
    package init(views: [SavedView], sessions: [Session], files: [String], fitting query: String) {
        self.views = views
        let matcher = FuzzyMatcher(query)
        guard !matcher.isEmpty else {
            self.sessions = []
            self.files = []
            return
        }
        self.sessions = Self.best(sessions, matcher) { $0.words }
        self.files = Self.best(files, matcher) { $0 }
    }

    private static func best<Value>(_ values: [Value], _ matcher: FuzzyMatcher, _ text: (Value) -> String) -> [Value] {
        let scored = values.compactMap { value in matcher.score(text(value)).map { (value, $0) } }
        return scored.sorted { $0.1 > $1.1 }.prefix(limit).map(\.0)
    }
}
