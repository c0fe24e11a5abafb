import Syntax
import Terminal

/// Gives lines of code the colours of their language, one after another.
///
/// The file before an edit and the file after it are two texts: a line that was taken out must not open a string in what
/// stands there now.
struct CodePainter {
    /// A piece of a line in one colour, up to a byte.
    struct Run: Equatable {
        var end: Int
        var style: Style
    }

    /// How much of a text is read to tell what it begins in.
    private static let foreword = 32_768

    private let lexicon: Lexicon?
    private var old = LexerState()
    private var new = LexerState()

    init(language: String?) {
        lexicon = language.flatMap { Lexicon.named($0) }
    }

    var isPlain: Bool { lexicon == nil }

    /// What follows is another part of the file: these rows, which may begin in the middle of a comment or string.
    mutating func begin(_ rows: ArraySlice<CodeRow>) {
        guard let lexicon else { return }
        var old = ""
        var new = ""
        var isOneText = true
        for row in rows where row.isCode {
            guard new.utf8.count + old.utf8.count < Self.foreword else { break }
            isOneText = isOneText && row.kind == .kept
            if row.kind != .added { old += row.text + "\n" }
            if row.kind != .removed { new += row.text + "\n" }
        }
        self.new = lexicon.likelyStart(of: new)
        self.old = isOneText ? self.new : lexicon.likelyStart(of: old)
    }

    /// The colours of the next row as it is shown.
    mutating func runs(of row: CodeRow, shown: String) -> [Run] {
        switch row.kind {
        case .hunk: return [Run(end: shown.utf8.count, style: Style(.diffHunk))]
        case .aside, .note: return [Run(end: shown.utf8.count, style: .muted)]
        case .removed:
            pass(row, shown: shown)
            // What is gone keeps one colour, so that it is not mistaken for what stands there.
            return [Run(end: shown.utf8.count, style: Style(.diffRemoved))]
        case .kept, .added:
            guard let lexicon else { return [Run(end: shown.utf8.count, style: .text)] }
            let isOneText = old == new
            let tokens = lexicon.tokens(inLine: shown, from: &new)
            if row.kind == .kept {
                if isOneText { old = new } else { _ = lexicon.tokens(inLine: shown, from: &old) }
            }
            var runs: [Run] = []
            for token in tokens {
                let style = Self.style(of: token.kind)
                // Neighbours of one colour are one piece.
                if runs.last?.style == style {
                    runs[runs.count - 1].end = token.range.upperBound
                } else {
                    runs.append(Run(end: token.range.upperBound, style: style))
                }
            }
            return runs
        }
    }

    /// Goes past a row that is not shown.
    mutating func pass(_ row: CodeRow, shown: @autoclosure () -> String) {
        guard let lexicon, row.isCode else { return }
        let shown = shown()
        let isOneText = old == new
        if row.kind != .removed { _ = lexicon.tokens(inLine: shown, from: &new) }
        guard row.kind != .added else { return }
        if isOneText, row.kind == .kept { old = new } else { _ = lexicon.tokens(inLine: shown, from: &old) }
    }

    private static func style(of kind: TokenKind) -> Style {
        switch kind {
        case .comment: Style(.syntaxComment)
        case .keyword, .directive, .interpolation: Style(.syntaxKeyword)
        case .constant, .number: Style(.syntaxNumber)
        case .type, .tag: Style(.syntaxType)
        case .function, .attribute: Style(.syntaxFunction)
        case .string, .regex: Style(.syntaxString)
        case .whitespace, .newline, .identifier, .text, .operator, .punctuation, .unknown: .text
        }
    }
}
