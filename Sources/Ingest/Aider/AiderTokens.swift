import Provenance
import Text

/// `Tokens: 5.4k sent, 2.1k cache write, 1.1k received.`: counts as aider rounds them.
enum AiderTokens {
    static func counts(in line: Substring) -> TokenCounts {
        var tokens = TokenCounts()
        for part in line.dropFirst("Tokens: ".count).split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count > 1, let number = number(words[0]) else { continue }
            let kind = words.dropFirst().joined(separator: " ")
            if kind.hasPrefix("sent") {
                tokens.input = number
            } else if kind.hasPrefix("cache write") {
                tokens.cacheWrite = number
            } else if kind.hasPrefix("cache hit") {
                tokens.cacheRead = number
            } else if kind.hasPrefix("received") {
                tokens.output = number
            }
        }
        return tokens
    }

    private static func number(_ text: Substring) -> Int? {
        let digits = text.filter { $0.isNumber || $0 == "." }
        guard let value = Double(digits), value < 1e9 else { return nil }
        return Int((value * (text.hasSuffix("k") ? 1000 : text.hasSuffix("M") ? 1_000_000 : 1)).rounded())
    }
}
