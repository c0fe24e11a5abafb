import Syntax

/// Tokens as a line to read: signs as they are, all else as `kind‹text›`, blanks left out, a line of its own for each
/// line.
enum TokenStream {
    static func of(_ text: String, _ lexicon: Lexicon, from start: LexerState = LexerState()) -> String {
        let bytes = Array(text.utf8)
        var stream = ""
        for token in lexicon.tokens(in: text, from: start) {
            let piece = String(decoding: bytes[token.range], as: UTF8.self).replacing("\n", with: "⏎")
            switch token.kind {
            case .whitespace: continue
            case .newline: stream += "\n"
            case .operator, .punctuation: stream += piece + " "
            default: stream += "\(token.kind)‹\(piece)› "
            }
        }
        return stream.split(separator: "\n").map { $0.trimmingSuffix(" ") }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ blank: Character) -> Substring {
        var rest = self
        while rest.last == blank { rest.removeLast() }
        return rest
    }
}
