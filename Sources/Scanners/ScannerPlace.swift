package import Text

/// A place in a file, as a report names it.
package struct ScannerPlace: Equatable, Sendable {
    /// From the folder that was scanned where the report says which, otherwise as it stands there. With `/` alone.
    package var path: String
    /// That folder, on the machine that ran the scanner.
    package var root: String?
    package var region: ScannerRegion?
    /// What happens there, on the way from source to sink.
    package var message: String?

    package init(path: String, region: ScannerRegion? = nil) {
        self.path = path
        self.region = region
    }
}

/// A part of a file, in the one of three ways in which reports name it.
package struct ScannerRegion: Equatable, Sendable {
    /// From 1.
    package var lines: ClosedRange<Int>?
    /// From 1; from the beginning of the first line for `nil`.
    package var startColumn: Int?
    /// From 1, the first column that does not belong to it; to the end of the last line for `nil`.
    package var endColumn: Int?
    /// What columns and `units` count.
    package var unit: TextPlaces.Unit
    /// From the beginning of the file, in units.
    package var units: Range<Int>?
    package var bytes: Range<Int>?

    package init(lines: ClosedRange<Int>? = nil, unit: TextPlaces.Unit = .utf16) {
        self.lines = lines
        self.unit = unit
    }

    /// The bytes of a text that are meant; `nil` where the text has no such place.
    ///
    /// "If a region … specifies both line/column and offset, they are to say the same" (SARIF 2.1.0, 3.30.2): lines count.
    package func range(in text: TextPlaces) -> Range<Int>? {
        if let lines {
            guard let first = text.range(ofLine: lines.lowerBound) else { return nil }
            let last = min(lines.upperBound, text.lineCount)
            let start = startColumn.flatMap { text.byte(line: lines.lowerBound, column: $0, in: unit) }
            let end = endColumn.flatMap { text.byte(line: last, column: $0, in: unit) }
            let from = start ?? first.lowerBound
            let to = end ?? text.range(ofLine: last)?.upperBound ?? first.upperBound
            // An insertion point, or what some tools write who know no end: the line from there on.
            return from < to ? from..<to : from..<max(from, text.range(ofLine: last)?.upperBound ?? from)
        }
        if let units {
            let from = text.byte(after: units.lowerBound, in: unit)
            return from..<max(from, text.byte(after: units.upperBound, in: unit))
        }
        return bytes.map { range in
            let from = text.byte(after: range.lowerBound, in: .bytes)
            return from..<max(from, text.byte(after: range.upperBound, in: .bytes))
        }
    }
}
