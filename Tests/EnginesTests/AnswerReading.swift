@testable import Engines

extension EngineAnswer {
    /// Reads a body that comes in these pieces.
    static func reading(
        _ body: [UInt8], _ dialect: Dialect, _ framing: Framing, cut: (Int) -> Int, isWhole: Bool = true
    ) -> EngineAnswer {
        var decoder = AnswerDecoder(dialect, framing: framing)
        var start = 0
        while start < body.count {
            let end = start + min(body.count - start, max(1, cut(start)))
            decoder.take(Array(body[start..<end]))
            start = end
        }
        return decoder.finish(isWhole: isWhole)
    }

    static func reading(_ body: String, _ dialect: Dialect, _ framing: Framing, isWhole: Bool = true) -> EngineAnswer {
        reading(Array(body.utf8), dialect, framing, cut: { _ in .max }, isWhole: isWhole)
    }

    /// Each stretch of text with its tokens: `4 🦊 9284 99 232`.
    var spans: [String] {
        var spans: [String] = []
        var ids: [String] = []
        var bytes = text.utf8[...]
        for piece in pieces {
            if piece.isToken { ids.append(piece.id.map(String.init) ?? "?") }
            guard piece.length > 0 else { continue }
            spans.append("\(Substring(bytes.prefix(piece.length))) " + ids.joined(separator: " "))
            bytes = bytes.dropFirst(piece.length)
            ids = []
        }
        if !ids.isEmpty { spans.append(" " + ids.joined(separator: " ")) }
        return spans
    }
}
