/// One character cell: what stands in it, how many columns it takes, and how it looks.
///
/// A wide character is a cell of width 2 followed by its continuation, a cell of width 0. `Frame` keeps the two
/// together.
package struct Cell: Hashable, Sendable {
    package let base: Unicode.Scalar
    package let marks: Marks
    package let width: UInt8
    package var style: Style

    init(base: Unicode.Scalar, marks: Marks = Marks(), width: UInt8, style: Style) {
        self.base = base
        self.marks = marks
        self.width = width
        self.style = style
    }

    static func blank(_ style: Style) -> Cell { Cell(base: " ", width: 1, style: style) }
    static func continuation(_ style: Style) -> Cell { Cell(base: " ", width: 0, style: style) }

    /// The cell's content as text; empty for a continuation.
    package var text: String {
        guard width > 0 else { return "" }
        var text = String(base)
        marks.forEach { text.unicodeScalars.append($0) }
        return text
    }
}

/// The scalars that follow the base of a cluster, at most four: what one `cchar_t` of ncurses can carry.
///
/// Four plain words instead of an array keep a cell free of references, so that a frame copies and compares as memory.
package struct Marks: Hashable, Sendable {
    package static let capacity = 4

    private var first: UInt32 = 0
    private var second: UInt32 = 0
    private var third: UInt32 = 0
    private var fourth: UInt32 = 0

    package init() {}

    package var isEmpty: Bool { first == 0 }

    /// Appends one scalar; a fifth is dropped.
    package mutating func append(_ scalar: Unicode.Scalar) {
        if first == 0 {
            first = scalar.value
        } else if second == 0 {
            second = scalar.value
        } else if third == 0 {
            third = scalar.value
        } else if fourth == 0 {
            fourth = scalar.value
        }
    }

    package func forEach(_ body: (Unicode.Scalar) -> Void) {
        for value in [first, second, third, fourth] {
            guard value != 0, let scalar = Unicode.Scalar(value) else { return }
            body(scalar)
        }
    }
}
