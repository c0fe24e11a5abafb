/// How many columns of a terminal text takes.
///
/// The table is our own, since that of the C library differs between systems. Text is counted as it is printed: make what
/// is not trusted `Visible` first, for controls count as no columns here and do whatever they like on the screen.
package enum DisplayWidth {
    /// The columns of one scalar alone: 0 for combining marks, controls and joiners, 2 for wide ones and emoji.
    package static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || 0x7F..<0xA0 ~= value ? 0 : 1 }
        // The last change at or before the scalar; the table begins with one for U+0000.
        var low = 0
        var high = WidthTable.changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if WidthTable.changes[middle] >> 2 <= value { low = middle } else { high = middle }
        }
        return Int(WidthTable.changes[low] & 3)
    }

    /// Whether U+FE0F turns this narrow symbol into an emoji of two columns.
    static func isEmojiBase(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        let ranges = WidthTable.emojiBases
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle * 2 + 1] < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count / 2 && ranges[low * 2] <= value
    }
}

extension String {
    /// Columns of a terminal.
    package var displayWidth: Int {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        return clusters.reduce(0) { $0 + $1.columns }
    }

    /// The text cut to so many columns, with an ellipsis where it was cut and there is room for one.
    ///
    /// A wide character that would stick out is left away, so the result can be a column short of `columns`.
    package func truncated(to columns: Int, ellipsis: String = "…") -> String {
        // What takes two columns takes at least three bytes.
        if utf8.count <= columns { return self }
        let mark = ellipsis.displayWidth
        let hasMark = mark <= columns
        let room = hasMark ? columns - mark : columns
        var width = 0
        var end = unicodeScalars.startIndex
        var clusters = self.clusters.makeIterator()
        while let cluster = clusters.next() {
            width += cluster.columns
            if width <= room { end = clusters.position }
            if width > columns { return self[..<end] + (hasMark ? ellipsis : "") }
        }
        return self
    }

    /// The text cut to so many columns at its front, with an ellipsis there: of a path the end tells more.
    package func truncatedAtFront(to columns: Int) -> String {
        var width = displayWidth
        guard width > columns else { return self }
        var clusters = self.clusters.makeIterator()
        while width > columns - 1, let cluster = clusters.next() { width -= cluster.columns }
        return columns > 0 ? "…" + self[clusters.position...] : ""
    }

    /// The text with spaces up to so many columns; one that is longer stays as it is.
    package func padded(to columns: Int, alignment: Alignment = .leading) -> String {
        let missing = columns - displayWidth
        guard missing > 0 else { return self }
        let spaces = String(repeating: " ", count: missing)
        return alignment == .leading ? self + spaces : spaces + self
    }
}

package enum Alignment: Sendable {
    case leading, trailing
}
