import Dashboard
import Testing

@testable import Terminal

/// Screens with their looks, as files in `Screens`: before each stretch of one look, in `⟦…⟧`, what a terminal is told of it.
@Suite struct ColourScreenTests {
    enum Mode: String, CaseIterable {
        case truecolor, sixteen, mono, ascii

        var colors: Int {
            switch self {
            case .truecolor: 1 << 24
            case .sixteen, .ascii: 16
            case .mono: 0
            }
        }

        var theme: Theme { (self == .truecolor ? Theme.builtIn("dark") : .standard).suited(to: colors) }
    }

    @Test(arguments: Mode.allCases, ["overview", "list", "turn"])
    func `a screen as it is painted`(mode: Mode, name: String) throws {
        var desk = OverviewTests.desk(80, 24)
        if name == "list" { desk.press(.character("2"), .character(" ")) }
        if name == "turn" { desk.press(.enter, .character("}")) }
        try ScreenTests().expect(text(of: desk.frame, mode), "\(mode.rawValue)-\(name)-80x24")
    }

    func text(of frame: Frame, _ mode: Mode) -> String {
        (0..<frame.size.rows).map { row in
            var line = ""
            var look: String?
            for cell in frame.row(row) where cell.width > 0 {
                let face = mode.theme.face(for: cell.style).selectGraphicRendition(colors: mode.colors)
                if face != look { line += "⟦\(face.dropFirst(2).dropLast())⟧" }
                look = face
                line += mode == .ascii ? String(asciiStandIn(for: cell.base)) : cell.text
                if mode == .ascii, cell.width == 2 { line += " " }
            }
            return line
        }.joined(separator: "\n")
    }
}
