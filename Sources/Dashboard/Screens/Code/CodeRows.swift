import Ingest
import Store

/// Cuts the code of an edit into rows: its patch, else what stood before and after, else what is known of it.
struct CodeRows {
    /// Beyond so many lines an edit says how many there are more.
    static let limit = 20_000

    private(set) var rows: [CodeRow] = []
    private var surplus = 0

    init(of edit: EditDetail, _ view: CodeView) {
        let row = edit.edit
        let isPatched = edit.patch?.isEmpty == false
        if view == .code, let after = edit.after {
            add(after, .kept, from: row.firstLine ?? (row.kind == "create" ? 1 : nil))
        } else if let patch = edit.patch, isPatched {
            add(patch: patch, view)
        } else if edit.before == nil, let after = edit.after, row.kind == "create" {
            add(after, .kept, from: row.firstLine ?? 1)
        } else if edit.before != nil || edit.after != nil {
            add(before: view == .code ? nil : edit.before, after: edit.after, from: row.firstLine)
        } else {
            rows.append(CodeRow(kind: .note, text: Self.absence(row.kind)))
        }
        finish()
    }

    /// Two whole texts, with all that they have in common.
    init(before: String, after: String) {
        add(before: before, after: after, from: 1)
        finish()
    }

    init(text: String, from first: Int) {
        add(text, .kept, from: first)
        finish()
    }

    private mutating func finish() {
        if rows.isEmpty { rows.append(CodeRow(kind: .note, text: "an empty text")) }
        if surplus > 0 { rows.append(CodeRow(kind: .note, text: "… and \(surplus) lines more")) }
    }

    private static func absence(_ kind: String) -> Substring {
        switch kind {
        case "delete": "deleted; what it held is not recorded"
        case "move": "moved as it was"
        case "touch": "written by a command; the text is not recorded"
        default: "the text is not recorded"
        }
    }

    private mutating func add(_ row: CodeRow) {
        if rows.count < Self.limit { rows.append(row) } else { surplus += 1 }
    }

    private mutating func add(_ text: String, _ kind: CodeRow.Kind, from first: Int?) {
        var number = first
        let lines = Wrapping.rawLines(text)
        rows.reserveCapacity(min(rows.count + lines.count, Self.limit))
        for line in lines {
            add(
                CodeRow(
                    kind: kind, text: line, old: kind == .added ? nil : number,
                    number: kind == .removed ? nil : number))
            number = number?.next
        }
    }

    private mutating func add(before: String?, after: String?, from first: Int?) {
        guard let before, let after, !before.isEmpty, !after.isEmpty else {
            if let before { add(before, .removed, from: first) }
            if let after { add(after, .added, from: first) }
            return
        }
        var old = first
        var number = first
        // One hunk: whatever lies between two changes is a part of what was recorded.
        let hunks = LineDiff.hunks(before: before, after: after, context: .max)
        guard !hunks.isEmpty else { return add(after, .kept, from: first) }
        for line in hunks.lazy.flatMap(\.lines) {
            let text = line.text.last == "\r" ? line.text.dropLast() : line.text[...]
            switch line.kind {
            case .context:
                add(CodeRow(kind: .kept, text: text, old: old, number: number))
                old = old?.next
                number = number?.next
            case .removed:
                add(CodeRow(kind: .removed, text: text, old: old))
                old = old?.next
            case .added:
                add(CodeRow(kind: .added, text: text, number: number))
                number = number?.next
            }
        }
    }

    /// Hunks in unified form.
    private mutating func add(patch: String, _ view: CodeView) {
        var old: Int?
        var number: Int?
        let isDiff = view != .code
        for line in Wrapping.rawLines(patch) {
            let first = line.utf8.first
            // A sign and a combining mark behind it are one character: the sign is a byte.
            let text = line.unicodeScalars.dropFirst()
            switch first {
            case UInt8(ascii: "@") where line.hasPrefix("@@"):
                old = Self.start(ofHunk: line, after: UInt8(ascii: "-"))
                number = Self.start(ofHunk: line, after: UInt8(ascii: "+"))
                if isDiff {
                    add(CodeRow(kind: .hunk, text: line))
                } else {
                    add(CodeRow(kind: .hunk, text: rows.isEmpty ? "" : "⋯"))
                }
            case UInt8(ascii: "+"):
                add(CodeRow(kind: isDiff ? .added : .kept, text: Substring(text), number: number))
                number = number?.next
            case UInt8(ascii: "-"):
                if isDiff { add(CodeRow(kind: .removed, text: Substring(text), old: old)) }
                old = old?.next
            case UInt8(ascii: "\\"):
                if isDiff { add(CodeRow(kind: .aside, text: line)) }
            default:
                let kept = first == UInt8(ascii: " ") ? Substring(text) : line
                add(CodeRow(kind: .kept, text: kept, old: old, number: number))
                old = old?.next
                number = number?.next
            }
        }
        if !isDiff, rows.first?.kind == .hunk, rows[0].text.isEmpty { rows.removeFirst() }
    }

    /// 12 of `@@ -3,7 +12,9 @@`, after the plus.
    private static func start(ofHunk line: Substring, after sign: UInt8) -> Int? {
        let rest = line.utf8.drop { $0 != sign }.dropFirst()
        return Int(Substring(rest.prefix { (0x30...0x39).contains($0) }))
    }
}

extension Int {
    /// `nil` after the last one.
    fileprivate var next: Int? { self < .max ? self + 1 : nil }
}
