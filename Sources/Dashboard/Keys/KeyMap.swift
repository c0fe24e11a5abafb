import Store
package import Terminal
import Text

/// Which keys do what: the table, with what the user's configuration says otherwise.
package struct KeyMap: Equatable, Sendable {
    package private(set) var bindings: [KeyBinding]
    /// What of the settings was refused, in the order of its lines.
    package private(set) var problems: [KeySetting.Problem] = []

    package static let standard = KeyMap(bindings: KeyTable.standard)

    private init(bindings: [KeyBinding]) { self.bindings = bindings }

    /// What is refused leaves its action the keys that it had.
    package init(_ settings: [KeySetting]) {
        self = .standard
        var taken: [Action: KeySetting] = [:]
        for setting in settings {
            guard let action = action(of: setting), let keys = keys(of: setting, action) else { continue }
            bindings[place(of: action)] = KeyTable.binding(standard: action).with(keys)
            taken[action] = setting
        }
        while let (refused, other, key) = conflict(among: taken), let setting = taken[refused] {
            fail(
                setting,
                "\(key.name) is a key of '\(other.name)' already; give '\(refused.name)' or '\(other.name)' another one."
            )
            taken[refused] = nil
            bindings[place(of: refused)] = KeyTable.binding(standard: refused)
        }
        problems.sort { $0.line < $1.line }
    }

    /// The actions whose keys are not those of the table.
    package var changed: [KeyBinding] {
        zip(bindings, KeyTable.standard).filter { $0.keys != $1.keys }.map { $0.0 }
    }

    /// Whether the keys of an action are not those of the table.
    package func isChanged(_ action: Action) -> Bool { changed.contains { $0.action == action } }

    private func place(of action: Action) -> Int { bindings.firstIndex { $0.action == action } ?? 0 }

    // MARK: One setting

    private mutating func action(of setting: KeySetting) -> Action? {
        let names = Action.allCases.map(\.name)
        if let index = names.firstIndex(of: setting.action) { return Action.allCases[index] }
        let hint = Nearest.word(to: setting.action, among: names).map { "is '\($0)' meant?" }
        fail(
            setting,
            "there is no action '\(Visible.text(setting.action).truncated(to: 40))'; "
                + (hint ?? "'colophon config keys' lists them all."))
        return nil
    }

    private mutating func keys(of setting: KeySetting, _ action: Action) -> [Key]? {
        var keys: [Key] = []
        for word in setting.keys {
            guard let key = Key(name: word) else {
                let hint = Nearest.word(to: word, among: Key.names).map { "is '\($0)' meant?" }
                fail(
                    setting,
                    "there is no key '\(Visible.text(word).truncated(to: 40))'; "
                        + (hint ?? "write \"x\", \"Ctrl-x\", \"Alt-x\", \"F5\" or a name such as \"Space\"."))
                return nil
            }
            if let reason = key.reasonNotToBind {
                fail(setting, reason)
                return nil
            }
            if case .character = key, FilterLine.actions.contains(action) || Palette.actions.contains(action) {
                fail(
                    setting, "'\(action.name)' is asked for while one types, where \(key.name) is a letter like others."
                )
                return nil
            }
            if !keys.contains(key) { keys.append(key) }
        }
        guard !keys.isEmpty || action != .leave else {
            fail(setting, "'\(action.name)' needs a key: it is the way out.")
            return nil
        }
        return keys
    }

    // MARK: Two settings

    /// Two actions want one key where one has to choose: which of them gives way, and the other one.
    private func conflict(among taken: [Action: KeySetting]) -> (refused: Action, other: Action, key: Key)? {
        for setting in taken.sorted(by: { $0.value.line > $1.value.line }) {
            let action = setting.key
            for key in bindings[place(of: action)].keys {
                let other = bindings.first {
                    $0.action != action && $0.keys.contains(key) && KeyTable.collide($0.action, action)
                }
                if let other { return (action, other.action, key) }
            }
        }
        return nil
    }

    private mutating func fail(_ setting: KeySetting, _ sentence: String) {
        problems.append(
            KeySetting.Problem(line: setting.line, column: setting.column, action: setting.action, sentence))
    }
}

extension KeyTable {
    fileprivate static func binding(standard action: Action) -> KeyBinding {
        standard.first { $0.action == action } ?? KeyBinding(action, help: "")
    }

    /// Whether two actions can be asked for in one place. Those that share a key in the table never are.
    fileprivate static func collide(_ one: Action, _ other: Action) -> Bool {
        let places = [Action.copies, Action.exports, FilterLine.actions, Palette.actions, Question.actions]
        let inPlaces = { (action: Action) in places.indices.filter { places[$0].contains(action) } }
        let (these, those) = (inPlaces(one), inPlaces(other))
        // In none of these: on screens, which share one table.
        let meet = these.isEmpty ? those.isEmpty : !Set(these).isDisjoint(with: those)
        return meet
            && Set(binding(standard: one).keys).isDisjoint(with: binding(standard: other).keys)
    }
}
