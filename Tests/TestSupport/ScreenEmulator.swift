import Text

/// A terminal as small as can be: all that ncurses sends for `xterm-256color`, and what we send beside it.
///
/// Sequences that it does not know are collected in `unknown`, so that a test can see that it understood everything.
package struct ScreenEmulator {
    package private(set) var screen: Screen
    package private(set) var unknown: [String] = []
    /// Answers to questions of the program, to be sent back to it.
    package private(set) var answers: [UInt8] = []
    /// Private modes that were ever set, in order.
    package private(set) var modesEverSet: [Int] = []

    private var parser = SequenceParser()
    private var pen = Screen.Look()
    private var wrapIsDue = false
    private var top = 0
    private var bottom: Int
    private var saved = (row: 0, column: 0, pen: Screen.Look())
    private var ordinary: (cells: [[Screen.Cell]], row: Int, column: Int)?
    private var lastText = " "

    private let emojiWidth: Int?
    private let background: String?
    private var isSilent = false

    /// - Parameter emojiWidth: columns of every emoji, as in a terminal older than they; by default as in the room `Text`.
    /// - Parameter background: the answer to OSC 11, or its beginning, after which nothing is answered any more; `nil`
    ///   where the terminal does not know that question.
    package init(rows: Int, columns: Int, emojiWidth: Int? = nil, background: String? = nil) {
        self.background = background
        self.emojiWidth = emojiWidth
        screen = Screen(rows: rows, columns: columns)
        bottom = rows - 1
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard let token = parser.take(byte) else { continue }
            switch token {
            case .text(let scalar): print(scalar)
            case .control(let byte): control(byte)
            case .escape(let intermediate, let final): escape(intermediate, final)
            case .csi(let sequence): controlSequence(sequence)
            case .osc("11;?"):
                if let background {
                    answers += Array(background.utf8)
                    // A terminal answers one question after the other.
                    isSilent = !background.hasSuffix("\u{7}") && !background.hasSuffix("\u{1B}\\")
                }
            case .osc(let text): if text.hasPrefix("52;c;") { screen.clipboard = String(text.dropFirst(5)) }
            }
        }
    }

    package mutating func takeAnswers() -> [UInt8] {
        defer { answers = [] }
        return answers
    }

    /// Keeps what fits, as most terminals do.
    package mutating func resize(rows: Int, columns: Int) {
        func fitted(_ cells: [[Screen.Cell]]) -> [[Screen.Cell]] {
            var fitted = Screen.blank(rows: rows, columns: columns)
            for row in 0..<min(rows, cells.count) {
                for column in 0..<min(columns, cells[row].count) { fitted[row][column] = cells[row][column] }
            }
            return fitted
        }
        screen.cells = fitted(screen.cells)
        if let (cells, row, column) = ordinary { ordinary = (fitted(cells), row, column) }
        (screen.rows, screen.columns, top, bottom) = (rows, columns, 0, rows - 1)
        move(screen.cursorRow, screen.cursorColumn)
    }

    // MARK: Text

    private mutating func print(_ scalar: Unicode.Scalar) {
        let isEmoji = (0x1F000..<0x20000).contains(scalar.value)
        let width = isEmoji ? emojiWidth ?? DisplayWidth.columns(of: scalar) : DisplayWidth.columns(of: scalar)
        guard width > 0, !isCombining(scalar) else {
            combine(scalar)
            return
        }
        put(String(scalar), width: width)
    }

    private mutating func put(_ text: String, width: Int) {
        if wrapIsDue || screen.cursorColumn + width > screen.columns {
            screen.cursorColumn = 0
            lineFeed()
        }
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        guard column + width <= screen.columns else { return }
        tear(row, column)
        tear(row, column + width)
        screen.cells[row][column] = Screen.Cell(text: text, look: pen)
        if width == 2 { screen.cells[row][column + 1] = Screen.Cell(text: "", look: pen) }
        lastText = text
        wrapIsDue = column + width >= screen.columns
        screen.cursorColumn = min(column + width, screen.columns - 1)
    }

    /// A wide character that loses its right half loses its left as well.
    private mutating func tear(_ row: Int, _ column: Int) {
        guard column > 0, column < screen.columns, screen.cells[row][column].text.isEmpty else { return }
        screen.cells[row][column - 1].text = " "
        screen.cells[row][column].text = " "
    }

    private mutating func combine(_ scalar: Unicode.Scalar) {
        var column = wrapIsDue ? screen.cursorColumn : screen.cursorColumn - 1
        guard column >= 0 else { return }
        if screen.cells[screen.cursorRow][column].text.isEmpty, column > 0 { column -= 1 }
        screen.cells[screen.cursorRow][column].text.unicodeScalars.append(scalar)
    }

    private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: scalar.value == 0x200D
        }
    }

    // MARK: Controls

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: screen.bells += 1
        case 0x08: move(screen.cursorRow, screen.cursorColumn - 1)
        case 0x09: move(screen.cursorRow, (screen.cursorColumn / 8 + 1) * 8)
        case 0x0A...0x0C: lineFeed()
        case 0x0D: move(screen.cursorRow, 0)
        case 0x0E, 0x0F: break
        default: unknown.append("control \(byte)")
        }
    }

    private mutating func lineFeed() {
        wrapIsDue = false
        if screen.cursorRow == bottom {
            scrollUp(1, from: top)
        } else {
            screen.cursorRow = min(screen.cursorRow + 1, screen.rows - 1)
        }
    }

    private mutating func escape(_ intermediate: UInt8?, _ final: UInt8) {
        switch (intermediate, final) {
        case (nil, UInt8(ascii: "7")): saved = (screen.cursorRow, screen.cursorColumn, pen)
        case (nil, UInt8(ascii: "8")):
            pen = saved.pen
            move(saved.row, saved.column)
        case (nil, UInt8(ascii: "M")):
            if screen.cursorRow == top {
                scrollDown(1, from: top)
            } else {
                move(screen.cursorRow - 1, screen.cursorColumn)
            }
        case (nil, UInt8(ascii: "D")): lineFeed()
        case (nil, UInt8(ascii: "E")):
            screen.cursorColumn = 0
            lineFeed()
        case (nil, UInt8(ascii: "=")), (nil, UInt8(ascii: ">")), (nil, UInt8(ascii: "\\")): break
        // Designations of character sets.
        case (.some(UInt8(ascii: "(")...UInt8(ascii: "/")), _): break
        default: unknown.append("ESC \(intermediate.map { "\(Character(Unicode.Scalar($0)))" } ?? "")\(final)")
        }
    }

    // MARK: Control sequences

    private mutating func controlSequence(_ sequence: SequenceParser.ControlSequence) {
        let count = max(sequence.parameter(0), 1)
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        switch (sequence.prefix, sequence.intermediate, Character(Unicode.Scalar(sequence.final))) {
        case (nil, nil, "A"): move(row - count, column)
        case (nil, nil, "B"), (nil, nil, "e"): move(row + count, column)
        case (nil, nil, "C"), (nil, nil, "a"): move(row, column + count)
        case (nil, nil, "D"): move(row, column - count)
        case (nil, nil, "E"): move(row + count, 0)
        case (nil, nil, "F"): move(row - count, 0)
        case (nil, nil, "G"), (nil, nil, "`"): move(row, count - 1)
        case (nil, nil, "d"): move(count - 1, column)
        case (nil, nil, "H"), (nil, nil, "f"): move(count - 1, max(sequence.parameter(1), 1) - 1)
        case (nil, nil, "J"): eraseDisplay(sequence.parameter(0))
        case (nil, nil, "K"): eraseLine(sequence.parameter(0))
        case (nil, nil, "X"): erase(row, column..<min(column + count, screen.columns))
        case (nil, nil, "@"): insertCharacters(count)
        case (nil, nil, "P"): deleteCharacters(count)
        case (nil, nil, "L"): if (top...bottom).contains(row) { scrollDown(count, from: row) }
        case (nil, nil, "M"): if (top...bottom).contains(row) { scrollUp(count, from: row) }
        case (nil, nil, "S"): scrollUp(count, from: top)
        case (nil, nil, "T"): scrollDown(count, from: top)
        case (nil, nil, "b"):
            let width = lastText.unicodeScalars.first.map { DisplayWidth.columns(of: $0) } ?? 1
            for _ in 0..<min(count, screen.columns * screen.rows) { put(lastText, width: width) }
        case (nil, nil, "r"):
            top = min(count, screen.rows) - 1
            let last = sequence.parameter(1)
            bottom = last == 0 ? screen.rows - 1 : min(last, screen.rows) - 1
            if bottom <= top { (top, bottom) = (0, screen.rows - 1) }
            move(0, 0)
        case (nil, nil, "m"): selectGraphicRendition(sequence.parameters)
        case ("?", nil, "h"): sequence.parameters.forEach { setMode($0, true) }
        case ("?", nil, "l"): sequence.parameters.forEach { setMode($0, false) }
        case (nil, nil, "h"), (nil, nil, "l"), (nil, nil, "t"): break
        case (nil, nil, "c"): if !isSilent { answers += Array("\u{1B}[?62;22c".utf8) }
        case (">", nil, "c"): answers += Array("\u{1B}[>0;0;0c".utf8)
        case (nil, nil, "n"):
            if sequence.parameter(0) == 6 { answers += Array("\u{1B}[\(row + 1);\(column + 1)R".utf8) }
        case ("?", "$", "p"):
            let mode = sequence.parameter(0)
            answers += Array("\u{1B}[?\(mode);\(screen.modes.contains(mode) ? 1 : 2)$y".utf8)
        default: unknown.append(sequence.description)
        }
    }

    private mutating func move(_ row: Int, _ column: Int) {
        wrapIsDue = false
        screen.cursorRow = min(max(row, 0), screen.rows - 1)
        screen.cursorColumn = min(max(column, 0), screen.columns - 1)
    }

    private mutating func setMode(_ mode: Int, _ on: Bool) {
        if on { modesEverSet.append(mode) }
        switch mode {
        case 25: screen.cursorIsVisible = on
        // Blinking, and the columns' auto-wrap that is always on here.
        case 7, 12: break
        case 47, 1047, 1049: useAlternate(on)
        default:
            if on { screen.modes.insert(mode) } else { screen.modes.remove(mode) }
        }
    }

    private mutating func useAlternate(_ on: Bool) {
        guard on != screen.isAlternate else { return }
        screen.isAlternate = on
        if on {
            ordinary = (screen.cells, screen.cursorRow, screen.cursorColumn)
            screen.cells = Screen.blank(rows: screen.rows, columns: screen.columns)
        } else if let (cells, row, column) = ordinary {
            screen.cells = cells
            ordinary = nil
            move(row, column)
        }
    }

    private mutating func eraseDisplay(_ part: Int) {
        switch part {
        case 0:
            eraseLine(0)
            for row in screen.cursorRow + 1..<max(screen.rows, screen.cursorRow + 1) { erase(row, 0..<screen.columns) }
        case 1:
            for row in 0..<screen.cursorRow { erase(row, 0..<screen.columns) }
            eraseLine(1)
        default:
            for row in 0..<screen.rows { erase(row, 0..<screen.columns) }
        }
    }

    private mutating func eraseLine(_ part: Int) {
        switch part {
        case 0: erase(screen.cursorRow, screen.cursorColumn..<screen.columns)
        case 1: erase(screen.cursorRow, 0..<screen.cursorColumn + 1)
        default: erase(screen.cursorRow, 0..<screen.columns)
        }
    }

    /// Erased cells take the background of the pen (`bce`), nothing else of it.
    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        tear(row, columns.lowerBound)
        tear(row, columns.upperBound)
        for column in columns { screen.cells[row][column] = blank }
    }

    private var blank: Screen.Cell {
        var look = Screen.Look()
        look.background = pen.background
        return Screen.Cell(text: " ", look: look)
    }

    private mutating func insertCharacters(_ count: Int) {
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        let count = min(count, screen.columns - column)
        screen.cells[row].insert(contentsOf: Array(repeating: blank, count: count), at: column)
        screen.cells[row].removeLast(count)
    }

    private mutating func deleteCharacters(_ count: Int) {
        let (row, column) = (screen.cursorRow, screen.cursorColumn)
        let count = min(count, screen.columns - column)
        screen.cells[row].removeSubrange(column..<column + count)
        screen.cells[row] += Array(repeating: blank, count: count)
    }

    private mutating func scrollUp(_ count: Int, from first: Int) {
        for _ in 0..<min(count, bottom - first + 1) {
            screen.cells.remove(at: first)
            screen.cells.insert(Array(repeating: blank, count: screen.columns), at: bottom)
        }
    }

    private mutating func scrollDown(_ count: Int, from first: Int) {
        for _ in 0..<min(count, bottom - first + 1) {
            screen.cells.remove(at: bottom)
            screen.cells.insert(Array(repeating: blank, count: screen.columns), at: first)
        }
    }

    private mutating func selectGraphicRendition(_ parameters: [Int]) {
        var rest = parameters.isEmpty ? [0][...] : parameters[...]
        while let code = rest.popFirst() {
            switch code {
            case 0: pen = Screen.Look()
            case 1: pen.bold = true
            case 2: pen.dim = true
            case 3: pen.italic = true
            case 4: pen.underline = true
            case 7: pen.reverse = true
            case 22: (pen.bold, pen.dim) = (false, false)
            case 23: pen.italic = false
            case 24: pen.underline = false
            case 27: pen.reverse = false
            case 30...37: pen.foreground = code - 30
            case 39: pen.foreground = nil
            case 40...47: pen.background = code - 40
            case 49: pen.background = nil
            case 90...97: pen.foreground = code - 82
            case 100...107: pen.background = code - 92
            case 38, 48:
                let color: Int
                switch (rest.popFirst(), rest.count) {
                case (5, 1...): color = rest.removeFirst()
                case (2, 3...):
                    color = rest.prefix(3).reduce(1) { $0 << 8 | $1 }
                    rest = rest.dropFirst(3)
                default:
                    unknown.append("SGR \(code)")
                    return
                }
                if code == 38 { pen.foreground = color } else { pen.background = color }
            default: unknown.append("SGR \(code)")
            }
        }
    }
}
