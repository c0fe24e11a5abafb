package import Store
import Text

/// The edit whose code a scanner speaks of, and where in it.
package struct BoundResult: Equatable, Sendable {
    package var edit: EditOrigin
    /// Bytes of the edit's text; `nil` where the code was changed so much that it is not found in it.
    package var range: Range<Int>?
    /// In the file as the edit left it as far as that is known, else as it was scanned; from 1.
    package var lines: ClosedRange<Int>
    /// From 1, in UTF-16 units; the last one behind the last character.
    package var firstColumn: Int?
    package var lastColumn: Int?
    /// Of the tokens alone: the same wherever they move.
    package var fingerprint: String?

    init(edit: EditOrigin, lines: ClosedRange<Int>) {
        self.edit = edit
        self.lines = lines
    }

    mutating func locate(in code: EditCode) {
        guard let range else { return }
        let start = code.places.place(of: range.lowerBound)
        let end = code.places.place(of: range.upperBound)
        if let first = code.firstLine { lines = first + start.line - 1...first + max(start.line, end.line) - 1 }
        firstColumn = start.column
        lastColumn = end.column
    }
}
