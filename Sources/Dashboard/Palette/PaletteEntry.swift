package import Store

/// One line of the palette: what it does, by what it is found.
package struct PaletteEntry: Equatable, Sendable {
    package enum Deed: Equatable, Sendable {
        case action(Action)
        /// A command, with what stands behind its name; without it, the name is put into the line.
        case command(PaletteCommand, String?)
        case view(SavedView)
        /// By its uid.
        case session(String)
        case file(String)
    }

    package var deed: Deed
    package var title: String
    var meaning = ""
    /// The key that does the same.
    var key = ""

    /// Order among entries that fit equally well.
    var rank: Int {
        switch deed {
        case .command: 0
        case .action: 1
        case .view: 2
        case .session: 3
        case .file: 4
        }
    }
}

extension PaletteEntry {
    init?(_ action: Action) {
        guard let binding = KeyTable.binding(of: action) else { return nil }
        self.init(deed: .action(action), title: action.words, meaning: binding.help, key: binding.name)
    }

    init(_ command: PaletteCommand) {
        let argument = command.argument.map { " " + $0 } ?? ""
        self.init(
            deed: .command(command, command.argument == nil ? "" : nil), title: command.rawValue + argument,
            meaning: command.meaning)
    }
}

extension Action {
    /// `half page down`
    var words: String {
        var words = ""
        for character in "\(self)" {
            if character.isUppercase { words.append(" ") }
            words += character.lowercased()
        }
        return words
    }
}
