import Dashboard
import Terminal
import Testing

@Suite struct KeyMapTests {
    private func map(_ settings: (String, [String])...) -> KeyMap {
        KeyMap(settings.enumerated().map { KeySetting(action: $1.0, keys: $1.1, line: $0 + 2) })
    }

    private func problem(_ settings: (String, [String])...) -> String {
        KeyMap(settings.enumerated().map { KeySetting(action: $1.0, keys: $1.1, line: $0 + 2) }).problems
            .map { "\($0.line): \($0.sentence)" }.joined(separator: "\n")
    }

    @Test func `an action obeys its new key, not the old one, and hint bar and help name it`() {
        // As high as the whole page.
        var desk = Desk(120, 160, keys: map(("help", ["W"])))
        #expect(desk.lastLine.contains("W help") && !desk.lastLine.contains("? help"))
        desk.press(.character("?"))
        #expect(!desk.text.contains("on this screen"))
        desk.press(.character("W"))
        #expect(desk.text.contains("on this screen"))
        #expect(desk.text.contains("W ") && desk.text.contains("these keys"))
    }

    @Test func `two actions may change keys`() {
        var desk = Desk(80, 24, keys: map(("down", ["k"]), ("up", ["j"])))
        desk.press(.character("k"))
        #expect(desk.list?.selected.row == 1)
        desk.press(.character("j"))
        #expect(desk.list?.selected.row == 0)
    }

    @Test func `a key that another action has is refused with both names`() {
        let refused = problem(("follow", ["q"]))
        #expect(refused.contains("2: q is a key of 'leave'") && refused.contains("'follow'"))
        var desk = Desk(80, 24, keys: map(("follow", ["q"])))
        desk.press(.character("q"))
        #expect(desk.state.ended)
        #expect(problem(("follow", ["W"]), ("diff", ["W"])).contains("3: W is a key of 'follow'"))
    }

    @Test func `what is mistyped is named with what was meant`() {
        #expect(problem(("folow", ["W"])).contains("is 'follow' meant?"))
        #expect(problem(("follow", ["spcae"])).contains("is 'space' meant?"))
        #expect(problem(("nothing-of-the-kind", ["W"])).contains("colophon config keys"))
    }

    @Test(arguments: ["Ctrl-Z", "^c", "Ctrl-\\", "Ctrl-i", "^M", "Ctrl-h"])
    func `what the terminal needs is no key`(key: String) {
        #expect(!problem(("follow", [key])).isEmpty)
    }

    @Test func `letters stay letters where one types, and there is always a way out`() {
        #expect(problem(("erase-word", ["W"])).contains("a letter like others"))
        #expect(problem(("leave", [])).contains("the way out"))
        #expect(problem(("mouse", [])).isEmpty)
    }

    @Test func `every key of the table is read as it is written, and nothing in it collides`() {
        for binding in KeyTable.standard {
            for key in binding.keys { #expect(Key(name: key.name) == key) }
        }
        let all = KeyTable.standard.map { KeySetting(action: $0.action.name, keys: $0.keys.map(\.name), line: 1) }
        #expect(KeyMap(all).problems.isEmpty && KeyMap(all).changed.isEmpty)
        #expect(Set(Action.allCases.map(\.name)).count == Action.allCases.count)
    }
}
