import Text

/// A source map, version 3: from a place in bundled code to the place in what it was made of.
///
///     let map = try SourceMap(bytes)
///     map.original(line: 1, column: 1917)     // src/cart.ts, line 40, column 12, name `total`
///
/// Lines are counted from 1 and columns from 1, as traces count them. Maps in sections are read as one. What a map says is
/// believed of names alone: no path of it is opened here.
package struct SourceMap: Sendable {
    /// A place in a source.
    package struct Place: Hashable, Sendable {
        package var file: String
        package var line: Int
        package var column: Int
        package var name: String?
    }

    /// Segments of one map at most; a larger map is refused.
    package static let segmentLimit = 1 << 23

    /// As the map names them, the source root before them.
    package private(set) var sources: [String] = []
    /// Their texts, where the map holds them.
    package private(set) var contents: [String?] = []
    /// The file that the map is for, where it says so.
    package private(set) var file: String?
    private var names: [String] = []
    /// In the order of lines and columns.
    private var segments: [SourceMapSegment] = []

    package init(_ bytes: UnsafeRawBufferPointer) throws(SourceMapError) {
        var bytes = bytes
        // `)]}'` stands before some, so that no script can be made of them.
        if bytes.starts(with: ")]}".utf8) {
            let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
            bytes = UnsafeRawBufferPointer(rebasing: bytes[end...])
        }
        let value: JSONValue
        do { value = try JSONTape().parse(bytes) } catch { throw .notJSON(error) }
        guard value["version"].int == 3 else { throw .otherVersion }
        file = value["file"].string
        if value["sections"].kind == .array {
            for section in value["sections"].elements {
                try add(
                    section["map"], line: section["offset"]["line"].int ?? 0,
                    column: section["offset"]["column"].int ?? 0)
            }
        } else {
            try add(value, line: 0, column: 0)
        }
        // Sections may stand in any order.
        segments.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// The place that the nearest segment before this one on its line comes from; nil where there is none.
    package func original(line: Int, column: Int) -> Place? {
        guard line > 0, let wanted = Int32(exactly: line - 1), let place = Int32(exactly: max(column - 1, 0)) else {
            return nil
        }
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if (segments[middle].line, segments[middle].column) <= (wanted, place) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else { return nil }
        let segment = segments[low - 1]
        guard segment.line == wanted, sources.indices.contains(Int(segment.source)) else { return nil }
        return Place(
            file: sources[Int(segment.source)], line: Int(segment.sourceLine) + 1,
            column: Int(segment.sourceColumn) + 1,
            name: names.indices.contains(Int(segment.name)) ? names[Int(segment.name)] : nil)
    }

    /// The frame as it was written: file, line, column, name and, where the map holds it, the line's text.
    package func original(_ frame: Frame) -> Frame? {
        guard let line = frame.line, let place = original(line: line, column: frame.column ?? 1) else { return nil }
        var found = frame
        found.file = place.file
        found.line = place.line
        found.column = place.column
        found.function = place.name ?? frame.function
        found.absolutePath = nil
        found.source = text(of: place)
        found.isVendor = Vendor.judge(found)
        return found
    }

    /// The line's text in the contents that the map holds.
    private func text(of place: Place) -> String? {
        guard let index = sources.firstIndex(of: place.file), contents.indices.contains(index),
            let text = contents[index]
        else { return nil }
        var number = 1
        var start = text.utf8.startIndex
        while number < place.line {
            guard let end = text.utf8[start...].firstIndex(of: 0x0A) else { return nil }
            start = text.utf8.index(after: end)
            number += 1
        }
        return String(text[start...].prefix { !$0.isNewline }.prefix(TraceLimit.source))
    }

    // MARK: Reading

    private mutating func add(_ map: JSONValue, line: Int64, column: Int64) throws(SourceMapError) {
        guard let line = Int32(exactly: line), let column = Int32(exactly: column), line >= 0, column >= 0,
            var text = map["mappings"].string
        else { throw .badMappings }
        let root = map["sourceRoot"].string ?? ""
        let firstSource = Int32(truncatingIfNeeded: sources.count)
        let firstName = Int32(truncatingIfNeeded: names.count)
        for source in map["sources"].elements {
            let path = source.string ?? ""
            let isRooted = path.hasPrefix("/") || path.contains("://") || root.isEmpty
            sources.append(isRooted ? path : root.hasSuffix("/") ? root + path : root + "/" + path)
        }
        contents += map["sourcesContent"].elements.prefix(sources.count - contents.count).map(\.string)
        contents += Array(repeating: nil, count: sources.count - contents.count)
        names += map["names"].elements.map { $0.string ?? "" }
        let read = text.withUTF8 { bytes in
            SourceMapSegment.read(
                bytes, limit: Self.segmentLimit - segments.count,
                from: SourceMapSegment(line: line, column: column, source: firstSource, name: firstName))
        }
        guard let read else { throw .badMappings }
        segments += read
    }
}
