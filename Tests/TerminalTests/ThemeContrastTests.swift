import Testing
import Themes

@testable import Terminal

@Suite struct ThemeContrastTests {
    @Test(arguments: Themes.names) func `every shipped theme is in order and legible`(_ name: String) throws {
        let loaded = try ThemeLibrary(folder: nil).load(name)
        #expect(loaded.warnings.isEmpty)
        #expect(loaded.theme.contrastProblems(file: nil).map(\.description) == [])
    }

    @Test(arguments: ["dark", "light", "high-contrast", "colour-blind-safe"])
    func `and in the nearest of 256 colours, too`(_ name: String) throws {
        var theme = Theme.builtIn(name)
        for role in Role.allCases {
            var face = theme[role]
            face.foreground = nearest(face.foreground)
            face.background = nearest(face.background)
            theme[role] = face
        }
        #expect(theme.contrastProblems(file: nil).map(\.description) == [])
    }

    @Test(arguments: ["dark", "light", "high-contrast", "colour-blind-safe"])
    func `in 16 colours nothing vanishes on the usual palettes`(_ name: String) {
        let theme = Theme.builtIn(name).suited(to: 16)
        for role in Role.allCases where role != .border {
            let face = theme.face(for: Style(role))
            let seen = UsualPalette.all.filter { $0.appearance == theme.appearance }.contains { palette in
                func components(_ color: Color, _ own: Color.Components) -> Color.Components {
                    let number = color.number(colors: 16)
                    return number < 0 ? own : palette.colors[Int(number)]
                }
                return Contrast.ratio(
                    components(face.foreground, palette.foreground), components(face.background, palette.background))
                    >= Contrast.signal
            }
            #expect(seen, "\(role.rawValue) of \(name)")
        }
    }

    @Test func `high contrast is 7 to 1`() {
        let theme = Theme.builtIn("high-contrast")
        for role in Role.allCases {
            for surface in [nil, Role.selection, .selectionInactive] {
                let face = theme.face(for: Style(role, on: surface))
                let ratio = Contrast.ratio(
                    face.foreground.components ?? (0, 0, 0), face.background.components ?? (0, 0, 0))
                #expect(ratio >= 7, "\(role.rawValue) on \(surface?.rawValue ?? "the ground")")
            }
        }
    }

    @Test func `good and bad differ by more than red and green where that says nothing`() {
        let theme = Theme.builtIn("colour-blind-safe")
        for (good, bad) in [
            (Role.diffAdded, Role.diffRemoved), (.statusAccepted, .statusRejected), (.trusted, .untrusted),
            (.confidenceHigh, .confidenceLow), (.severityLow, .severityHigh),
        ] {
            #expect(theme[good].modifiers != theme[bad].modifiers, "\(good.rawValue)")
            guard let one = theme[good].foreground.components, let other = theme[bad].foreground.components else {
                Issue.record("\(good.rawValue) has no colour")
                continue
            }
            if good != .trusted { #expect(abs(one.blue - other.blue) > 100, "\(good.rawValue)") }
        }
    }

    @Test(
        arguments: [
            (Face(.rgb(120, 120, 120)), Appearance.dark, true), (Face(.rgb(200, 200, 200)), .dark, false),
            (Face(.rgb(200, 200, 200)), .light, true), (Face(.ansi(4)), .dark, true),
            (Face(.ansi(4), .bold), .light, false),
            (Face(.standard, .reverse), .dark, false), (Face(.rgb(0, 0, 0), on: .rgb(20, 20, 20)), .dark, true),
        ] as [(Face, Appearance, Bool)])
    func `text that is hard to tell from its ground is found`(_ face: Face, _ ground: Appearance, _ isFound: Bool) {
        var theme = Theme(name: "mine", faces: [.breadcrumb: face])
        theme.appearance = ground
        let problems = theme.contrastProblems(file: "mine.toml")
        #expect(problems.map(\.key) == (isFound ? ["ui.breadcrumb"] : []))
        if isFound { #expect(problems.first?.description.contains(":1 where 4.5:1 is asked") == true) }
    }

    @Test func `a signal in a colour that no palette shows on this ground is found`() {
        var theme = Theme(name: "mine", faces: [.severityHigh: Face(.ansi(0))])
        theme.appearance = .dark
        #expect(theme.contrastProblems(file: nil).count == 1)
        theme[.severityHigh] = Face(.ansi(1))
        #expect(theme.contrastProblems(file: nil).isEmpty)
    }

    @Test func `the ratio is WCAG's`() {
        #expect(abs(Contrast.ratio((0, 0, 0), (255, 255, 255)) - 21) < 0.001)
        #expect(abs(Contrast.ratio((119, 119, 119), (255, 255, 255)) - 4.48) < 0.01)
    }

    private func nearest(_ color: Color) -> Color {
        let number = color.number(colors: 256)
        return number < 0 ? .standard : number < 16 ? .ansi(UInt8(number)) : .indexed(UInt8(number))
    }
}
