import Terminal
import Text

/// Two pieces of code as one difference, file by file.
struct CompareDocument: Equatable {
    struct Layout: Equatable {
        var columns: Int
        var view: CodeView
        var wraps: Bool
    }

    let layout: Layout
    private(set) var text: Document
    /// The lines on which something begins to differ.
    private(set) var changes: [Int] = []
    private(set) var added = 0
    private(set) var removed = 0

    private var codes: [EditCode] = []

    /// - Parameter other: the same two in another layout.
    init(_ left: ComparedSide, _ right: ComparedSide, _ layout: Layout, like other: CompareDocument? = nil) {
        self.layout = layout
        text = Document(columns: layout.columns, wraps: layout.wraps)
        for (place, (old, new)) in Self.paired(left.files, right.files).enumerated() {
            let paths = [old?.path, new?.path].compactMap { $0 }
            let names = (paths.first == paths.last ? [paths[0]] : paths).map { path in
                Visible.text(path).truncatedAtFront(to: max(layout.columns / 2 - 8, 12))
            }
            var heading = [Span(names.joined(separator: " → "), Style(.heading))]
            let code =
                other?.codes[place]
                ?? EditCode(before: old?.text ?? "", after: new?.text ?? "", language: new?.language ?? old?.language)
            codes.append(code)
            let plus = code.rows.count { $0.kind == .added }
            let minus = code.rows.count { $0.kind == .removed }
            if plus > 0 { heading.append(Span("  +\(plus.grouped)", Style(.diffAdded))) }
            if minus > 0 { heading.append(Span("  −\(minus.grouped)", Style(.diffRemoved))) }
            if plus + minus == 0 { heading.append(Span("  no difference", .muted)) }
            added += plus
            removed += minus
            text.append(.heading(heading))
            let first = text.count
            text.append(code, sideBySide: layout.view == .sideBySide)
            addChanges(from: first)
            text.append(.empty)
        }
        if text.count == 0 { text.append(.words("Neither of the two wrote code that was recorded.", .muted)) }
    }

    private mutating func addChanges(from first: Int) {
        var wasChanged = false
        for line in first..<text.count {
            let isChanged = text.codeRow(at: line).map { $0.kind == .added || $0.kind == .removed } ?? false
            if isChanged, !wasChanged { changes.append(line) }
            wasChanged = isChanged
        }
    }

    /// By path; two that wrote one file each are compared whatever its name.
    private static func paired(
        _ left: [ComparedSide.File], _ right: [ComparedSide.File]
    ) -> [(ComparedSide.File?, ComparedSide.File?)] {
        if left.count == 1, right.count == 1 { return [(left[0], right[0])] }
        let others = Dictionary(right.map { ($0.path, $0) }) { first, _ in first }
        let known = Set(left.map(\.path))
        return left.map { ($0, others[$0.path]) } + right.filter { !known.contains($0.path) }.map { (nil, $0) }
    }
}
