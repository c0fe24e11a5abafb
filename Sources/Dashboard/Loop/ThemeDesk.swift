package import Terminal

/// Which theme the dashboard wears, and which it is to wear when a file or the terminal's ground changes.
package struct ThemeDesk: Sendable {
    package let library: ThemeLibrary
    package private(set) var choice: ThemeChoice
    /// One that is looked at for a while.
    private var tried: ThemeChoice?
    private(set) var appearance: Appearance
    /// What is worn now: of files that cannot be read, the one before.
    package private(set) var theme: Theme
    /// What is to be said of the last reading.
    package private(set) var problems: [ThemeProblem] = []

    /// - Parameter appearance: of the ground, as far as it is known before the terminal is asked.
    package init(library: ThemeLibrary, choice: ThemeChoice, appearance: Appearance?) {
        self.library = library
        self.choice = choice
        self.appearance = appearance ?? .dark
        do {
            let loaded = try library.load(choice.name(for: self.appearance))
            (theme, problems) = (loaded.theme, loaded.warnings)
        } catch {
            (theme, problems) = (.standard, error.problems)
        }
    }

    /// What is to be said in the second line; `nil` where all is well.
    package var sentence: String? { ThemeLibrary.summary(problems) }
    package var hasFailed: Bool { !problems.allSatisfy(\.isWarning) }

    /// Reads the files anew; true if anything is different.
    mutating func read() -> Bool {
        let before = (theme, problems)
        do {
            let loaded = try library.load((tried ?? choice).name(for: appearance))
            theme = loaded.theme
            problems = loaded.warnings
        } catch {
            problems = error.problems
        }
        return before != (theme, problems)
    }

    /// Shows another one for a while, or again the chosen one; true if anything is different.
    mutating func look(at name: String?) -> Bool {
        tried = name.map(choice(named:))
        return read()
    }

    /// Wears another one from now on; where it cannot be read, again the one before. True if anything is different.
    mutating func choose(_ choice: ThemeChoice) -> Bool {
        tried = nil
        let (before, shown) = (self.choice, theme)
        self.choice = choice
        let isChanged = read()
        guard hasFailed else { return isChanged }
        let problems = problems
        self.choice = before
        _ = read()
        self.problems = problems
        return shown != theme
    }

    /// What the palette offers.
    package var offer: ThemeOffer {
        let entries = library.entries
        let worn: String =
            switch choice {
            case .named(let name): name
            case .byAppearance: Self.automatic
            }
        return ThemeOffer(
            names: [Self.automatic] + entries.map(\.name), own: Set(entries.filter { $0.path != nil }.map(\.name)),
            worn: worn)
    }

    /// By the terminal's ground.
    private static let automatic = "auto"

    /// The choice that a name means.
    func choice(named name: String) -> ThemeChoice {
        guard name == Self.automatic else { return .named(name) }
        return choice.mindsAppearance ? choice : .automatic
    }

    /// Takes what the terminal says of its ground; true if that asks for another theme.
    mutating func take(_ appearance: Appearance) -> Bool {
        guard choice.mindsAppearance, appearance != self.appearance else { return false }
        self.appearance = appearance
        return read()
    }
}
