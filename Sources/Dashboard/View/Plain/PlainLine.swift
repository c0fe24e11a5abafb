import Terminal

/// One row of a screen told in words.
struct PlainLine {
    private let cells: [Cell]
    /// Not the first line, not the keys: in its first two columns stand the signs of rows.
    private let isOfScreen: Bool
    private var column = 0
    /// By how many columns words are to the right of where their signs stood.
    private var debt = 0

    init(_ cells: ArraySlice<Cell>, isOfScreen: Bool) {
        self.cells = cells.filter { $0.width > 0 }
        self.isOfScreen = isOfScreen
    }

    mutating func write(row: Int, on frame: inout Frame) {
        // A chart says nothing to those who do not see it.
        guard !cells.contains(where: { $0.style.role == .chart1 }) else { return }
        var index = 0
        if isOfScreen, cells.contains(where: { $0.style.surface == .selection }) {
            if cells.first?.base == "▸" { index = 1 }
            let isApart = index == 1 && cells.count > 1 && cells[1].base == " "
            put(isApart ? "selected" : "selected ", Style(.text, on: .selection), length: index, row, &frame)
        }
        while index < cells.count {
            let cell = cells[index]
            if cell.base == " ", cell.marks.isEmpty {
                let end = cells[index...].firstIndex { $0.base != " " || !$0.marks.isEmpty } ?? cells.count
                let isBeforeComma = end < cells.count && end == index + 1 && word(at: end)?.0.hasPrefix(",") == true
                if !isBeforeComma { writeBlanks(cells[index..<end], row, &frame) }
                index = end
            } else if let (word, length) = word(at: index) {
                put(word, cell.style, length: length, row, &frame)
                index += length
            } else {
                put(cell.text, cell.style, length: Int(cell.width), row, &frame)
                index += 1
            }
        }
    }

    private mutating func put(_ text: String, _ style: Style, length: Int, _ row: Int, _ frame: inout Frame) {
        let used = frame.put(text, row: row, column: column, style: style)
        column += used
        debt = max(debt + used - length, 0)
    }

    /// Where there are more than two blanks, what words took too much is taken back.
    private mutating func writeBlanks(_ blanks: ArraySlice<Cell>, _ row: Int, _ frame: inout Frame) {
        let spare = min(debt, max(blanks.count - 2, 0))
        debt -= spare
        for blank in blanks.dropFirst(spare) {
            frame.put(" ", row: row, column: column, style: blank.style)
            column += 1
        }
    }

    /// The word for the sign at a place, and the cells that it stands for; `nil` for what is no sign of ours.
    private func word(at index: Int) -> (String, Int)? {
        let cell = cells[index]
        let next = index + 1 < cells.count ? cells[index + 1] : nil
        switch cell.base {
        case "▲", "◆", "·":
            guard let word = Self.severities[cell.style.role] else { return cell.style.role == .muted ? (" ", 1) : nil }
            // Where its word follows, the sign says nothing more.
            let follows = String(cells[(index + 1)...].prefix(10).map(\.base).map(Character.init))
            if Self.words.contains(where: { follows.hasPrefix(" " + $0) }) { return ("", 2) }
            return next?.base == " " ? (word, 1) : (word + " ", 1)
        case "●" where cell.style.role == .marked: return ("marked", 1)
        case "▾" where cell.style.role == .heading: return ("sorted", 1)
        case "▴" where cell.style.role == .heading: return ("sorted backwards", 1)
        case "▾" where isOfScreen && index == 1: return ("open", 1)
        case "▸" where isOfScreen && index == 0: return ("chosen", 1)
        case "▸" where cell.style.role == .muted: return (",", 1)
        case "◂" where cell.style.role == .muted: return (", from", 1)
        case "◀" where cell.style.role == .muted, "▶" where cell.style.role == .muted:
            return ("", next?.base == " " ? 2 : 1)
        case "@" where cell.style.role == .note: return ("on the path", 1)
        case "*" where cell.style.role == .note: return (next?.base == " " ? "shared" : "ways: ", 1)
        case "⟵" where cell.style.role == .muted:
            return (index < 10 || cells.dropFirst(index + 2).first?.base == "\"" ? "answers" : "from", 1)
        case "›" where [.hintKey, .muted].contains(cell.style.role): return ("asked:", 1)
        case "−": return ("-", 1)
        case "⋯": return ("...", 1)
        case "^" where cell.style.role == .hintKey && next?.base.properties.isUppercase == true: return ("Ctrl-", 1)
        case "↑" where cell.style.role == .hintKey: return ("Up", 1)
        case "↓" where cell.style.role == .hintKey: return ("Down", 1)
        case "←" where cell.style.role == .hintKey: return ("Left", 1)
        case "→" where cell.style.role == .hintKey: return ("Right", 1)
        case "\u{2500}"..."\u{257F}" where Self.lines.contains(cell.style.role): return (" ", 1)
        default: return nil
        }
    }

    private static let severities: [Role: String] = [
        .severityCritical: "critical", .severityHigh: "high", .severityMedium: "medium", .severityLow: "low",
    ]
    private static let words = ["critical", "high", "med", "low", "info"]
    /// What lines are drawn in; in code they are somebody's text.
    private static let lines: Set<Role> = [.border, .borderFocus, .muted, .note, .heading]
}
