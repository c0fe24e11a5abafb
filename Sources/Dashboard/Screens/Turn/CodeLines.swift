import Store
import Terminal

/// The code of one edit as lines: its patch, else what stood before and after, else what is known of it.
struct CodeLines {
    /// Beyond so many lines an edit says how many there are more.
    static let limit = 20_000

    private(set) var lines: [DocumentLine] = []
    private let columns: Int
    private var surplus = 0

    /// - Parameter columns: what a line of code may take, without number and sign.
    static func lines(of edit: EditDetail, columns: Int) -> [DocumentLine] {
        var code = CodeLines(columns: columns)
        if let patch = edit.patch, !patch.isEmpty {
            code.add(patch: patch)
        } else if edit.before == nil, let after = edit.after, edit.edit.kind == "create" {
            code.add(after, sign: " ", from: edit.edit.firstLine ?? 1, .text)
        } else if edit.before != nil || edit.after != nil {
            // The numbers are those of the file after the edit; what was taken out has none there.
            code.add(edit.before ?? "", sign: "−", from: nil, Style(.diffRemoved))
            code.add(edit.after ?? "", sign: "+", from: edit.edit.firstLine, Style(.diffAdded))
        } else {
            code.lines.append(.words(absence(edit.edit.kind), .muted))
        }
        if code.lines.isEmpty { code.lines.append(.words("an empty text", .muted)) }
        if code.surplus > 0 { code.lines.append(.words("… and \(code.surplus) lines more", .muted)) }
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

    private init(columns: Int) { self.columns = max(columns, 1) }

    private mutating func add(_ text: String, sign: Character, from first: Int?, _ style: Style) {
        var number = first
        for line in Wrapping.rawLines(text) {
            add(line, sign: sign, number: number, style)
            number = number?.next
        }
    }

    private mutating func add(_ line: Substring, sign: Character, number: Int?, _ style: Style) {
        guard lines.count < Self.limit else {
            surplus += 1
            return
        }
        let pieces = Wrapping.wrapped(Wrapping.shown(line), columns: columns, byWords: false)
        for (index, piece) in pieces.enumerated() {
            lines.append(.code(number: index == 0 ? number : nil, sign: index == 0 ? sign : " ", piece, style))
        }
    }

    /// Hunks in unified form; numbers are those of the file after the edit, where the hunks have them.
    private mutating func add(patch: String) {
        var number: Int?
        for line in Wrapping.rawLines(patch) {
            let text = line.dropFirst()
            switch line.utf8.first {
            case UInt8(ascii: "@") where line.hasPrefix("@@"):
                number = Self.newStart(ofHunk: line)
                add(line, sign: " ", number: nil, Style(.diffHunk))
            case UInt8(ascii: "+"):
                add(text, sign: "+", number: number, Style(.diffAdded))
                number = number?.next
            case UInt8(ascii: "-"):
                add(text, sign: "−", number: nil, Style(.diffRemoved))
            case UInt8(ascii: "\\"):
                add(line, sign: " ", number: nil, .muted)
            case UInt8(ascii: " "):
                add(text, sign: " ", number: number, .text)
                number = number?.next
            default:
                add(line, sign: " ", number: number, .text)
                number = number?.next
            }
        }
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
