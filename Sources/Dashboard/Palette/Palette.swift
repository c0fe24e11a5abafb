import Store

/// The line behind `:`, and what fits what is typed there.
package struct Palette: Equatable, Sendable {
    private(set) var line = TextLine("")
    package private(set) var entries: [PaletteEntry] = []
    /// `nil` where Enter takes the line as it is typed.
    package private(set) var selected: Int?
    /// What the screen obeys, the most useful first.
    private let actions: [PaletteEntry]
    /// Columns that the list can be ordered by.
    private let columns: [RowOrder.Column]
    /// Former filters, the last one first.
    private let filters: [String]
    private let themes: ThemeOffer?
    /// Whether there is a finding to say something of.
    private let hasFindings: Bool
    private var targets = PaletteTargets()

    static let actions: [Action] =
        [.run, .complete, .next, .previous, .dismiss] + TextLine.actions
    private static let limit = 100

    init(
        actions: [Action], columns: [RowOrder.Column], filters: [String], themes: ThemeOffer? = nil,
        hasFindings: Bool = false
    ) {
        self.hasFindings = hasFindings
        self.themes = themes
        self.actions = actions.compactMap { PaletteEntry($0) }
        self.columns = columns
        self.filters = filters.reversed()
        find()
    }

    package var text: String { line.text }

    mutating func insert(_ text: String) {
        line.insert(text)
        find()
    }

    /// Puts another text in place of the whole.
    mutating func write(_ text: String) {
        line = TextLine(text)
        find()
    }

    var views: [SavedView] { targets.views }

    mutating func perform(_ action: Action) {
        switch action {
        case .next: move(by: 1)
        case .previous: move(by: -1)
        case .complete: complete()
        default:
            line.perform(action)
            find()
        }
    }

    mutating func take(_ targets: PaletteTargets) {
        let chosen = selected.map { entries[$0] }
        self.targets = targets
        find()
        // What one is about to run stays chosen.
        if let chosen, let place = entries.firstIndex(of: chosen) { selected = place }
    }

    /// The theme that one has come to, to be looked at.
    var theme: String? {
        guard let selected, case .command(.theme, let name) = entries[selected].deed else { return nil }
        return name
    }

    /// What Enter does; `nil` where nothing fits.
    var deed: PaletteEntry.Deed? {
        if let selected { return entries[selected].deed }
        guard let (command, argument) = PaletteCommand.reading(text) else { return nil }
        return .command(command, argument)
    }

    private mutating func move(by step: Int) {
        guard !entries.isEmpty else { return }
        let place = (selected ?? (step > 0 ? -1 : entries.count)) + step
        selected = (place + entries.count) % entries.count
    }

    private mutating func complete() {
        guard let entry = entries.isEmpty ? nil : entries[selected ?? 0] else { return }
        switch entry.deed {
        case .command(let command, let argument):
            line = TextLine(command.rawValue + (command.argument == nil ? "" : " ") + (argument ?? ""))
        default: line = TextLine(entry.title)
        }
        find()
    }

    // MARK: What fits

    private mutating func find() {
        if let (command, argument) = PaletteCommand.reading(text) {
            entries = self.entries(of: command, argument)
            // A name or a filter is what is typed; a column or a view is one of those there are.
            selected = [.filter, .save].contains(command) || entries.isEmpty ? nil : 0
            // What is worn is where one begins to look at others.
            if command == .theme, argument.isEmpty {
                selected = entries.firstIndex { $0.title == themes?.worn } ?? selected
            }
            return
        }
        let targets =
            targets.views.map { PaletteEntry(deed: .view($0), title: $0.name, meaning: "view: \($0.summary)") }
            + targets.sessions.map { PaletteEntry(deed: .session($0.uid), title: $0.words, meaning: "session") }
            + targets.files.map { PaletteEntry(deed: .file($0), title: $0, meaning: "file") }
        let commands = PaletteCommand.allCases.filter {
            ($0 != .theme || themes != nil) && (!$0.isOfFindings || hasFindings)
        }
        entries = Self.best(commands.map { PaletteEntry($0) } + actions + targets, FuzzyMatcher(text))
        selected = entries.isEmpty ? nil : 0
    }

    private func entries(of command: PaletteCommand, _ argument: String) -> [PaletteEntry] {
        func entry(_ text: String, _ meaning: String = "") -> PaletteEntry {
            PaletteEntry(deed: .command(command, text), title: text, meaning: meaning)
        }
        let all: [PaletteEntry] =
            switch command {
            case .filter: filters.map { entry($0) }
            case .sort: columns.map { entry($0.rawValue) } + columns.map { entry("-" + $0.rawValue) }
            case .view, .deleteView, .save: targets.views.map { entry($0.name, $0.summary) }
            case .theme:
                themes?.names.map { name in
                    entry(name, themes?.own.contains(name) == true ? "your own" : "")
                } ?? []
            case .provenance, .split, .forget, .accept, .falsePositive, .fixed, .reopen: []
            }
        let matcher = FuzzyMatcher(argument)
        // In the order that is theirs, where nothing is typed.
        return matcher.isEmpty ? Array(all.prefix(Self.limit)) : Self.best(all, matcher)
    }

    private static func best(_ entries: [PaletteEntry], _ matcher: FuzzyMatcher) -> [PaletteEntry] {
        guard !matcher.isEmpty else {
            // What the screen obeys first, then what has no key.
            let (commands, others) = (entries.filter { $0.rank == 0 }, entries.filter { $0.rank > 0 })
            return Array((others.filter { $0.rank == 1 } + commands + others.filter { $0.rank > 1 }).prefix(limit))
        }
        let scored = entries.enumerated().compactMap { place, entry -> (entry: PaletteEntry, score: Int, place: Int)? in
            let words: Int? =
                if case .action = entry.deed {
                    // By what it does, too, but after everything of that name.
                    matcher.score(entry.meaning).map { $0 - 1_500_000 }
                } else {
                    nil
                }
            guard let score = [matcher.score(entry.title), words].compactMap({ $0 }).max() else { return nil }
            return (entry, score, place)
        }
        return scored.sorted { ($0.score, -$0.entry.rank, -$0.place) > ($1.score, -$1.entry.rank, -$1.place) }
            .prefix(limit).map(\.entry)
    }
}

extension SavedView {
    /// `turns  risk:>=high`
    var summary: String { subject.rawValue + (filter.isEmpty ? "" : "  " + filter) }
}
