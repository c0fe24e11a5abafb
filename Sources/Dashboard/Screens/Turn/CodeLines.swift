import Store
import Terminal
import Text

/// How the code of an edit is shown.
enum CodeView: Equatable {
    /// What was taken out and what was put in.
    case diff
    /// What stands there after it.
    case code
}

/// The code of one edit as lines: its patch, else what stood before and after, else what is known of it.
struct CodeLines {
    /// Beyond so many lines an edit says how many there are more.
    static let limit = 20_000
    /// Beyond so many bytes code is shown without colours: they cost more time than they are worth.
    static let colouredBytes = 400_000

    private(set) var lines: [DocumentLine] = []
    private let columns: Int
    private var findings: [FindingRow]
    private var painter: CodePainter
    private var surplus = 0

    /// - Parameters:
    ///   - columns: what a line of code may take, without number and sign.
    ///   - findings: those of this edit; each is told under the line on which it begins.
    static func lines(
        of edit: EditDetail, columns: Int, view: CodeView = .diff, findings: [FindingRow] = []
    ) -> [DocumentLine] {
        let isLarge = (edit.after?.utf8.count ?? 0) + (edit.patch?.utf8.count ?? 0) > colouredBytes
        var code = CodeLines(
            columns: columns, findings: findings, painter: CodePainter(language: isLarge ? nil : edit.edit.language))
        let isPatched = edit.patch?.isEmpty == false
        if view == .code, let after = edit.after {
            code.add(after, sign: " ", from: edit.edit.firstLine ?? (edit.edit.kind == "create" ? 1 : nil))
        } else if let patch = edit.patch, isPatched {
            code.add(patch: patch, view)
        } else if edit.before == nil, let after = edit.after, edit.edit.kind == "create" {
            code.add(after, sign: " ", from: edit.edit.firstLine ?? 1)
        } else if edit.before != nil || edit.after != nil {
            // The numbers are those of the file after the edit; what was taken out has none there.
            code.painter.begin(old: edit.before ?? "", new: edit.after ?? "")
            if view == .diff { code.addLines(edit.before ?? "", sign: "−", from: nil) }
            code.addLines(edit.after ?? "", sign: "+", from: edit.edit.firstLine)
        } else {
            code.lines.append(.words(absence(edit.edit.kind), .muted))
        }
        if code.lines.isEmpty { code.lines.append(.words("an empty text", .muted)) }
        if code.surplus > 0 { code.lines.append(.words("… and \(code.surplus) lines more", .muted)) }
        // What points at no line that is shown is told all the same.
        for finding in code.findings { code.lines.append(Self.telling(finding)) }
        return code.lines
    }

    private static func absence(_ kind: String) -> String {
        switch kind {
        case "delete": "deleted; what it held is not recorded"
        case "move": "moved as it was"
        case "touch": "written by a command; the text is not recorded"
        default: "the text is not recorded"
        }
    }

    private init(columns: Int, findings: [FindingRow], painter: CodePainter) {
        self.columns = max(columns, 1)
        self.findings = findings
        self.painter = painter
    }

    /// A text that is one with the file before.
    private mutating func add(_ text: String, sign: Character, from first: Int?) {
        painter.begin(old: text, new: text)
        addLines(text, sign: sign, from: first)
    }

    private mutating func addLines(_ text: String, sign: Character, from first: Int?) {
        var number = first
        for line in Wrapping.rawLines(text) {
            add(line, sign: sign, number: number)
            number = number?.next
        }
    }

    /// A line of code with its sign.
    private mutating func add(_ line: Substring, sign: Character, number: Int?) {
        guard lines.count < Self.limit else {
            surplus += 1
            return
        }
        switch sign {
        case "−":
            // What is gone keeps one colour, so that it is not mistaken for what stands there.
            let text = painter.spans(of: line, side: .old).map(\.text).joined()
            append([Span(text, Style(.diffRemoved))], sign, Style(.diffRemoved), number)
        case "+": append(painter.spans(of: line, side: .new), sign, Style(.diffAdded), number)
        default: append(painter.spans(of: line, side: .both), sign, .text, number)
        }
    }

    private mutating func append(_ spans: [Span], _ sign: Character, _ signStyle: Style, _ number: Int?) {
        let begins = number.map { number in findings.filter { $0.firstLine == number } } ?? []
        let pieces = Wrapping.wrapped(spans, columns: columns)
        for (index, piece) in pieces.enumerated() {
            let isFirst = index == 0
            lines.append(
                .code(
                    CodeLine(
                        number: isFirst ? number : nil, sign: isFirst ? sign : " ", signStyle: signStyle, text: piece,
                        mark: isFirst ? begins.first.map { Self.mark($0) } : nil)))
        }
        guard !begins.isEmpty else { return }
        findings.removeAll { finding in begins.contains { $0.id == finding.id } }
        for finding in begins { lines.append(Self.telling(finding)) }
    }

    private static func mark(_ finding: FindingRow) -> Span {
        let sign = TurnColumns.severity(finding.severity)
        return Span(String(sign.text.prefix(1)), sign.style)
    }

    private static func telling(_ finding: FindingRow) -> DocumentLine {
        let indent = String(repeating: " ", count: TurnDocument.gutter)
        return .spans([
            Span(indent), TurnColumns.severity(finding.severity), Span("  " + Visible.text(finding.rule)),
            Span("  " + Visible.text(finding.message), .muted),
            Span(finding.status == "open" ? "" : "  " + Visible.text(finding.status), .muted),
        ])
    }

    /// Hunks in unified form; numbers are those of the file after the edit, where the hunks have them.
    private mutating func add(patch: String, _ view: CodeView) {
        var number: Int?
        let all = Wrapping.rawLines(patch)
        begin(hunk: all[...])
        for (index, line) in all.enumerated() {
            let text = line.dropFirst()
            switch line.utf8.first {
            case UInt8(ascii: "@") where line.hasPrefix("@@"):
                number = Self.newStart(ofHunk: line)
                begin(hunk: all[(index + 1)...])
                if view == .diff {
                    addPlain(line, Style(.diffHunk))
                } else if !lines.isEmpty {
                    addPlain("⋯", .muted)
                }
            case UInt8(ascii: "+"):
                add(text, sign: view == .diff ? "+" : " ", number: number)
                number = number?.next
            case UInt8(ascii: "-"):
                if view == .diff { add(text, sign: "−", number: nil) }
            case UInt8(ascii: "\\"):
                if view == .diff { addPlain(line, .muted) }
            case UInt8(ascii: " "):
                add(text, sign: " ", number: number)
                number = number?.next
            default:
                add(line, sign: " ", number: number)
                number = number?.next
            }
        }
    }

    private mutating func begin(hunk lines: ArraySlice<Substring>) {
        let hunk = lines.prefix { !$0.hasPrefix("@@") }
        func side(without sign: UInt8) -> String {
            hunk.filter { $0.utf8.first != sign }.map { $0.dropFirst() }.joined(separator: "\n")
        }
        painter.begin(old: side(without: UInt8(ascii: "+")), new: side(without: UInt8(ascii: "-")))
    }

    private mutating func addPlain(_ line: Substring, _ style: Style) {
        guard lines.count < Self.limit else {
            surplus += 1
            return
        }
        append([Span(Wrapping.shown(line), style)], " ", style, nil)
    }

    /// 12 of `@@ -3,7 +12,9 @@`.
    private static func newStart(ofHunk line: Substring) -> Int? {
        let plus = line.utf8.drop { $0 != UInt8(ascii: "+") }.dropFirst()
        return Int(Substring(plus.prefix { (0x30...0x39).contains($0) }))
    }
}

extension Int {
    /// `nil` after the last one.
    fileprivate var next: Int? { self < .max ? self + 1 : nil }
}
