import Syntax
import Terminal

/// Gives lines of code the colours of their language, one after another, and makes them safe to show.
///
/// The file before an edit and the file after it are two texts: a line that was taken out must not open a string in what
/// stands there now.
struct CodePainter {
    enum Side {
        case old, new, both
    }

    private let lexicon: Lexicon?
    private var old = LexerState()
    private var new = LexerState()

    init(language: String?) {
        lexicon = language.flatMap { Lexicon.named($0) }
    }

    /// What follows is another part of the file: these texts, which may begin in the middle of a comment or string.
    mutating func begin(old: String = "", new: String = "") {
        guard let lexicon else { return }
        self.old = lexicon.likelyStart(of: old)
        self.new = old == new ? self.old : lexicon.likelyStart(of: new)
    }

    mutating func spans(of line: Substring, side: Side) -> [Span] {
        guard let lexicon else { return [Span(Wrapping.shown(line))] }
        switch side {
        case .old: return Self.spans(of: line, lexicon.tokens(inLine: line, from: &old))
        case .new: return Self.spans(of: line, lexicon.tokens(inLine: line, from: &new))
        case .both:
            let isOneText = old == new
            let tokens = lexicon.tokens(inLine: line, from: &new)
            if isOneText { old = new } else { _ = lexicon.tokens(inLine: line, from: &old) }
            return Self.spans(of: line, tokens)
        }
    }

    private static func spans(of line: Substring, _ tokens: [Token]) -> [Span] {
        var spans: [Span] = []
        var column = 0
        var index = 0
        while index < tokens.count {
            let style = style(of: tokens[index].kind)
            var end = index + 1
            // Neighbours of one colour are one piece.
            while end < tokens.count, Self.style(of: tokens[end].kind) == style { end += 1 }
            let range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
            let piece = String(decoding: line.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
            spans.append(Span(Wrapping.shown(piece[...], column: &column), style))
            index = end
        }
        return spans
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
