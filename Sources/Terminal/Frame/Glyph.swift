import Text

/// What is put into one cell, or two: a cluster whose width is known and that does nothing but show.
struct Glyph {
    let base: Unicode.Scalar
    private(set) var marks = Marks()
    let width: Int

    static let blank = Glyph(ascii: 0x20)
    static let ellipsis = Glyph(Cluster(base: "…", columns: 1))

    init(ascii byte: UInt8) {
        base = Unicode.Scalar(byte)
        width = 1
    }

    init(_ cell: Cell) {
        base = cell.base
        marks = cell.marks
        width = Int(cell.width)
    }

    /// A mark without a letter stands on a blank.
    init(_ cluster: Cluster) {
        let standsAlone = cluster.columns > 0
        base = standsAlone ? cluster.base : " "
        width = min(max(cluster.columns, 1), 2)
        if !standsAlone { marks.append(cluster.base) }
        for mark in cluster.combining { marks.append(mark) }
    }

    /// The glyphs of a text that may hold anything.
    static func sequence(_ text: String) -> some Sequence<Glyph> {
        Visible.text(text).clusters.lazy.map { Glyph($0) }
    }

    func cell(_ style: Style) -> Cell { Cell(base: base, marks: marks, width: UInt8(clamping: width), style: style) }
}
