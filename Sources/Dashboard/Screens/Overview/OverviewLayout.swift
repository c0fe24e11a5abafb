import Terminal

/// What stands where on the overview: a pure function of the size, of the pane that the keys are in, and of how wide the
/// left side was made.
///
/// Two by two from 100x26 on, one above the other where the terminal is tall and narrow, else one pane with a strip of the
/// rest.
struct OverviewLayout: Equatable {
    enum Pane: Int, CaseIterable, Sendable {
        case generations, findings, provenance, pipeline

        var title: String {
            switch self {
            case .generations: "1 Generations"
            case .findings: "2 Findings"
            case .provenance: "3 Provenance"
            case .pipeline: "4 Pipeline"
            }
        }
    }

    struct Part: Equatable {
        var pane: Pane
        var row: Int
        var column: Int
        /// With its title.
        var size: Size

        /// Without its title.
        var inner: Size { Size(columns: size.columns, rows: max(size.rows - 1, 0)) }
    }

    let parts: [Part]
    /// The rows of the strip that sums up what does not show, at the bottom.
    let stripRows: Int

    /// - Parameters:
    ///   - size: that of the screen's own part; the terminal has at least two rows more.
    ///   - share: the columns of the left side, in hundredths.
    ///   - isPlain: the pane that the keys are in alone.
    init(size: Size, focus: Pane, share: Int, isPlain: Bool = false) {
        if isPlain {
            parts = [Part(pane: focus, row: 0, column: 0, size: size)]
            stripRows = 0
        } else if size.columns >= 100, size.rows >= 26 {
            let left = min(max(size.columns * share / 100, 40), size.columns - 41)
            let upper = (size.rows + 1) * 55 / 100
            func part(_ pane: Pane, _ row: Int, _ column: Int, _ rows: Int) -> Part {
                let columns = column == 0 ? left : size.columns - left - 1
                return Part(pane: pane, row: row, column: column, size: Size(columns: columns, rows: rows))
            }
            parts = [
                part(.generations, 0, 0, upper), part(.findings, 0, left + 1, upper),
                part(.provenance, upper, 0, size.rows - upper), part(.pipeline, upper, left + 1, size.rows - upper),
            ]
            stripRows = 0
        } else if size.rows >= 43 {
            var row = 0
            let shares = [38, 22, 20, 20]
            var parts: [Part] = []
            for pane in Pane.allCases {
                let isLast = pane == .pipeline
                let rows = isLast ? size.rows - row : size.rows * shares[pane.rawValue] / 100
                parts.append(Part(pane: pane, row: row, column: 0, size: Size(columns: size.columns, rows: rows)))
                row += rows
            }
            self.parts = parts
            stripRows = 0
        } else {
            stripRows = size.rows >= 16 ? 3 : size.rows >= 9 ? 1 : 0
            let rows = size.rows - stripRows
            // One pane needs no title of its own where there is no room for anything else.
            parts = [Part(pane: focus, row: 0, column: 0, size: Size(columns: size.columns, rows: rows))]
        }
    }

    /// Whether all panes show.
    var showsAll: Bool { parts.count == Pane.allCases.count }

    func part(at position: Position) -> Part? {
        parts.first { part in
            (part.row..<part.row + part.size.rows).contains(position.row)
                && (part.column..<part.column + part.size.columns).contains(position.column)
        }
    }
}
