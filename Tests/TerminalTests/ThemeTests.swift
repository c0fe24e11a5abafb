import Testing
import Themes

@testable import Terminal

@Suite struct ThemeTests {
    @Test(arguments: Theme.builtIns) func `what must stand out does so without colour`(_ theme: Theme) {
        let mono = theme.monochrome
        let loud: [Role] = [
            .selection, .selectionInactive, .match, .matchCurrent, .error, .warning, .hintKey, .severityCritical,
            .severityHigh, .diffAdded, .diffRemoved, .untrusted, .statusRejected,
        ]
        for role in loud { #expect(!mono[role].modifiers.isEmpty, "\(role) of \(theme.name)") }
        #expect(mono[.diffAdded] != mono[.diffRemoved])
        #expect(mono[.selection] != mono[.selectionInactive])
    }

    @Test(arguments: Theme.builtIns) func `a monochrome theme has no colours`(_ theme: Theme) {
        let mono = theme.monochrome
        for role in Role.allCases {
            #expect(mono[role].foreground == .standard)
            #expect(mono[role].background == .standard)
        }
    }

    @Test func `a reversed selection is one even bar`() {
        let face = Theme.standard.face(for: Style(.severityHigh, on: .selection))
        #expect(face == Face(.standard, [.bold, .reverse]))
    }

    @Test func `a selection with a background leaves words their colours`() {
        let dark = Theme.builtIn("dark")
        let face = dark.face(for: Style(.severityHigh, on: .selection))
        #expect(face == Face(dark[.severityHigh].foreground, on: dark[.selection].background, .bold))
    }

    @Test func `what has a background of its own keeps it under a selection`() {
        let dark = Theme.builtIn("dark")
        #expect(dark.face(for: Style(.match, on: .selection)).background == dark[.match].background)
    }

    @Test func `the background of plain text is that of all`() {
        var theme = Theme(name: "painted", faces: [.text: Face(.rgb(255, 255, 255), on: .rgb(0, 0, 0))])
        theme[.severityHigh] = Face(.ansi(1), .bold)
        #expect(theme.face(for: Style(.severityHigh)) == Face(.ansi(1), on: .rgb(0, 0, 0), .bold))
        #expect(theme.face(for: Style(.muted)) == Face(.rgb(255, 255, 255), on: .rgb(0, 0, 0)))
    }

    @Test func `reversed on a reversed surface still shows`() {
        let bar = Theme.standard.face(for: Style(.text, on: .selection))
        #expect(Theme.standard.face(for: Style(.text, on: .selection).reversed) != bar)
    }

    @Test func `the standard theme uses none but the terminal's first eight colours`() {
        for role in Role.allCases {
            let face = Theme.standard[role]
            for color in [face.foreground, face.background] {
                switch color {
                case .standard, .ansi(1...6): break
                default: Issue.record("\(role) uses \(color)")
                }
            }
        }
    }

    @Test func `a colour becomes the nearest that the terminal has`() {
        #expect(Color.rgb(255, 0, 0).number(colors: 256) == 196)
        #expect(Color.rgb(255, 0, 0).number(colors: 16) == 9)
        #expect(Color.rgb(128, 128, 128).number(colors: 256) == 244)
        #expect(Color.indexed(210).number(colors: 16) == 9)
        #expect(Color.indexed(240).number(colors: 16) == 8)
        #expect(Color.standard.number(colors: 8) == -1)
        #expect(Color.rgb(255, 136, 0).number(colors: Color.direct) == 0xFF8800)
        #expect(Color.indexed(208).number(colors: Color.direct) == 0xFF8700)
        #expect(Color.ansi(4).number(colors: Color.direct) == 4)
        // Numbers below 8 are palette colours even there.
        for blue in UInt8.min...20 { #expect(Color.rgb(0, 0, blue).number(colors: Color.direct) > 15) }
        for number in UInt8.min...UInt8.max {
            #expect((0..<16).contains(Color.indexed(number).number(colors: 16)))
        }
    }

    @Test func `every role has a key of its own for theme files`() {
        #expect(Set(Role.allCases.map(\.rawValue)).count == Role.allCases.count)
    }
}

extension Theme {
    static let builtIns = Themes.names.map { Theme.builtIn($0) }
}

extension Theme: CustomTestStringConvertible {
    public var testDescription: String { name }
}
