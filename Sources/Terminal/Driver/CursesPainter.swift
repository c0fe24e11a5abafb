import CNcurses

/// Puts frames on the screen: compares with what is there, hands ncurses the cells that differ, and writes by itself
/// the few whose width no two programs agree on.
///
/// Such cells (emoji, flags, marks that ncurses refuses) are blanks to ncurses, and are written over them, each after
/// an explicit move: wherever the terminal thinks its cursor is then, nothing else goes astray.
struct CursesPainter {
    /// The theme as this terminal can show it.
    private var theme: Theme
    private let colors: Int
    private let unicode: Bool
    private let ansi: Bool
    private var shown: Frame?
    private var renditions: [Style: Rendition] = [:]
    private var pairs: [ColorPair: Int32] = [:]

    /// - Parameter colors: how many the terminal has and may use; 0 for none.
    init(theme: Theme, colors: Int, unicode: Bool) {
        self.theme = theme.suited(to: colors)
        self.colors = colors
        self.unicode = unicode
        ansi = cn_is_ansi()
    }

    mutating func use(_ theme: Theme) {
        self.theme = theme.suited(to: colors)
        renditions.removeAll(keepingCapacity: true)
        shown = nil
    }

    /// Has the next frame written whole.
    mutating func forget() { shown = nil }

    mutating func paint(_ frame: Frame, size: Size) {
        guard size.rows > 0, size.columns > 0 else { return }
        var frame = frame
        if frame.size != size {
            var whole = Frame(size: size)
            whole.put(frame, row: 0, column: 0)
            frame = whole
        }
        guard frame != shown else { return }
        let before = shown?.size == size ? shown : nil
        shown = frame

        cn_begin_paint()
        if before == nil { cn_forget_all() }
        var overlay: [UInt8] = []
        for row in 0..<size.rows {
            let new = frame.row(row)
            let old = before?.row(row)
            guard new != old else { continue }
            paint(new, before: old, row: row, overlay: &overlay)
        }
        let cursor = frame.cursor.flatMap { frame[$0.row, $0.column] == nil ? nil : $0 }
        let place = cursor ?? frame.focus.flatMap { frame[$0.row, $0.column] == nil ? nil : $0 }
        if !overlay.isEmpty {
            // DECSC and DECRC: ncurses finds cursor and colours as it left them.
            overlay = Array("\u{1B}7".utf8) + overlay + Array("\u{1B}8".utf8)
        }
        overlay.withUnsafeBytes { bytes in
            cn_end_paint(
                bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, Int32(place?.row ?? -1),
                Int32(place?.column ?? -1), cursor != nil)
        }
    }

    private mutating func paint(
        _ new: ArraySlice<Cell>, before old: ArraySlice<Cell>?, row: Int, overlay: inout [UInt8]
    ) {
        // With cells of doubtful width in a row, that row is written whole: ncurses does not know what stands there.
        let doubtful = new.contains { isDoubtful($0) } || old?.contains { isDoubtful($0) } ?? false
        if doubtful { cn_forget_row(Int32(row)) }
        let changed = doubtful ? new.indices : changedRange(new, old)
        for index in changed where new[index].width > 0 {
            let cell = new[index]
            let column = Int32(index - new.startIndex)
            let rendition = rendition(cell.style)
            if isDoubtful(cell) {
                let blank: UInt32 = ansi ? 0x20 : 0x3F
                for offset in 0..<Int32(cell.width) { put([blank], row: row, column: column + offset, rendition) }
                if ansi {
                    overlay += Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
                    overlay += rendition.selectGraphicRendition
                    overlay += Array(cell.text.utf8)
                }
            } else {
                put(scalars(of: cell), row: row, column: column, rendition)
                // Shown as one ASCII stand-in, a wide character leaves a column over.
                if !unicode, cell.width == 2 { put([0x20], row: row, column: column + 1, rendition) }
            }
        }
    }

    private func put(_ scalars: [UInt32], row: Int, column: Int32, _ rendition: Rendition) {
        if cn_put(Int32(row), column, scalars, Int32(scalars.count), rendition.modifiers, rendition.pair) { return }
        _ = cn_put(Int32(row), column, [0x3F], 1, rendition.modifiers, rendition.pair)
    }

    private func scalars(of cell: Cell) -> [UInt32] {
        guard unicode else { return [asciiStandIn(for: cell.base).value] }
        var scalars = [cell.base.value]
        cell.marks.forEach { scalars.append($0.value) }
        return scalars
    }

    /// The first to the last cell that differ, widened to whole characters in both rows.
    private func changedRange(_ new: ArraySlice<Cell>, _ old: ArraySlice<Cell>?) -> Range<Int> {
        guard let old else { return new.indices }
        let shift = old.startIndex - new.startIndex
        var lower = new.startIndex
        var upper = new.endIndex
        while lower < upper, new[lower] == old[lower + shift] { lower += 1 }
        while upper > lower, new[upper - 1] == old[upper - 1 + shift] { upper -= 1 }
        while lower > new.startIndex, new[lower].width == 0 || old[lower + shift].width == 0 { lower -= 1 }
        while upper < new.endIndex, new[upper].width == 0 || old[upper + shift].width == 0 { upper += 1 }
        return lower..<upper
    }

    private func isDoubtful(_ cell: Cell) -> Bool {
        guard unicode, cell.width > 0, cell.base.value >= 0x80 || !cell.marks.isEmpty else { return false }
        if cell.base.value >= 0x1F000 && cell.base.value < 0x20000 { return true }
        if cn_scalar_width(cell.base.value) != Int32(cell.width) { return true }
        var doubtful = false
        cell.marks.forEach { doubtful = doubtful || cn_scalar_width($0.value) != 0 }
        return doubtful
    }

    private mutating func rendition(_ style: Style) -> Rendition {
        if let known = renditions[style] { return known }
        let face = theme.face(for: style)
        var modifiers = face.modifiers
        var foreground = face.foreground.number(colors: colors)
        var background = face.background.number(colors: colors)
        if colors > 0, colors < 16 || colors >= Color.direct {
            // Of the terminal's own there are eight: bright is bold for words; a background has no bright.
            if (8..<16).contains(foreground) {
                modifiers.insert(.bold)
                foreground -= 8
            }
            if (8..<16).contains(background) { background -= 8 }
        }
        if !cn_has_default_colors(), foreground != -1 || background != -1 {
            if foreground < 0 { foreground = 7 }
            if background < 0 { background = 0 }
        }
        let colorPair = ColorPair(foreground: foreground, background: background)
        let pair = pair(colorPair)
        let rendition = Rendition(
            modifiers: UInt32(modifiers.rawValue), pair: pair,
            selectGraphicRendition: sequence(modifiers, pair == 0 ? nil : colorPair))
        renditions[style] = rendition
        return rendition
    }

    /// The same look as bytes of our own, for what is written past ncurses: the colours as terminfo has them.
    private func sequence(_ modifiers: Modifiers, _ colors: ColorPair?) -> [UInt8] {
        var bytes = Array(Face(modifiers).selectGraphicRendition(colors: 0).utf8)
        guard let colors else { return bytes }
        for (isBackground, color) in [(false, colors.foreground), (true, colors.background)] where color >= 0 {
            var buffer = [CChar](repeating: 0, count: 64)
            let count = cn_color_sequence(isBackground, color, &buffer, buffer.count)
            bytes += buffer.prefix(count).map { UInt8(bitPattern: $0) }
        }
        return bytes
    }

    /// Pair 0 is the terminal's own colours, and all that is left where pairs have run out.
    private mutating func pair(_ colorPair: ColorPair) -> Int32 {
        guard colors > 0, colorPair != ColorPair(foreground: -1, background: -1) else { return 0 }
        if let known = pairs[colorPair] { return known }
        let pair = Int32(pairs.count + 1)
        guard cn_define_pair(pair, colorPair.foreground, colorPair.background) else { return 0 }
        pairs[colorPair] = pair
        return pair
    }
}

private struct ColorPair: Hashable {
    var foreground: Int32
    var background: Int32
}

/// A style as ncurses wants it, and as bytes of our own.
private struct Rendition {
    var modifiers: UInt32
    var pair: Int32
    var selectGraphicRendition: [UInt8]
}
