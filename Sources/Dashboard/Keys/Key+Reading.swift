package import Terminal

extension Key {
    private static let named: [(name: String, key: Key)] = [
        ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab),
        ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
        ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("↑", .up),
        ("↓", .down), ("←", .left), ("→", .right), ("Return", .enter), ("Escape", .escape), ("Delete", .delete),
        ("Insert", .insert), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ]

    /// In small letters, to find what was meant.
    static var names: [String] { named.map { $0.name.lowercased() } + (1...12).map { "f\($0)" } }

    /// Reads what `name` writes, and `Ctrl-D` for `^D`; names in any case.
    package init?(name: String) {
        let small = name.lowercased()
        if name.count == 1, let character = name.first, name != "\u{7F}", !character.isASCII || character > " " {
            self = Self.named.first { $0.name == name }?.key ?? .character(character)
        } else if let known = Self.named.first(where: { $0.name.lowercased() == small }) {
            self = known.key
        } else if small.hasPrefix("f"), let number = Int(small.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else if small.hasPrefix("alt-"), name.count == 5, let character = name.last {
            self = .alt(character)
        } else if small.hasPrefix("ctrl-") && name.count == 6 || small.hasPrefix("^") && name.count == 2,
            let character = small.last, character.isASCII
        {
            self = .control(character)
        } else {
            return nil
        }
    }

    /// Why no action can have this key; `nil` for keys that can be had.
    var reasonNotToBind: String? {
        switch self {
        case .control("z"): "Ctrl-Z suspends the program and is no key of its own."
        case .control("c"): "Ctrl-C ends the program and is no key of its own."
        case .control("\\"): "Ctrl-\\ kills the program and is no key of its own."
        case .control("i"): "a terminal does not tell Ctrl-I from Tab: write \"Tab\"."
        case .control("m"), .control("j"): "a terminal does not tell this key from Enter: write \"Enter\"."
        case .control("h"): "a terminal does not tell Ctrl-H from Backspace: write \"Backspace\"."
        case .control("["): "a terminal does not tell Ctrl-[ from Esc: write \"Esc\"."
        case .control("s"), .control("q"): "many terminals stop and go on with Ctrl-S and Ctrl-Q: take another key."
        default: nil
        }
    }
}

extension Action {
    /// As the configuration writes it: `half-page-down`.
    package var name: String {
        "\(self)".reduce(into: "") { name, letter in
            // `exportCSV` is `export-csv`.
            let isBegin = letter.isUppercase && name.last.map { $0 != "-" } ?? false
            let isAbbreviation = letter.isUppercase && Self.capitals.contains { name.hasSuffix($0) }
            name += (isBegin && !isAbbreviation ? "-" : "") + letter.lowercased()
        }
    }

    private static let capitals = ["-c", "-cs", "-j", "-js", "-jso"]
}
