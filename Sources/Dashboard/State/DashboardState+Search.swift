import Terminal

// The line in which words are typed that are searched for inside of a screen.
extension DashboardState {
    static let searchActions: [Action] = [.apply, .cancel] + TextLine.actions

    mutating func beginSearch() -> [DashboardEffect] {
        searchLine = TextLine("")
        return topScreen { $0.search(.begin, &$1) }
    }

    mutating func typeSearch(_ key: Key) -> [DashboardEffect] {
        let action = KeyTable.action(for: key, among: Self.searchActions)
        switch action {
        case .cancel:
            searchLine = nil
            return topScreen { $0.search(.cancel, &$1) }
        case .apply:
            searchLine = nil
            return topScreen { $0.search(.keep, &$1) }
        case let action?: searchLine?.perform(action)
        case nil:
            guard case .character(let character) = key else { return [] }
            searchLine?.insert(String(character))
        }
        return searchTyped()
    }

    mutating func searchTyped() -> [DashboardEffect] {
        let words = searchLine?.text ?? ""
        return topScreen { $0.search(.words(words), &$1) }
    }
}
