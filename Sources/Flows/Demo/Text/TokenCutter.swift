import Provenance

/// Cuts an output into tokens, as an engine that tells its log probabilities would.
enum TokenCutter {
    static func cut(_ text: String, _ dice: inout Dice) -> TokenRun {
        var tokens: [TokenRun.Token] = []
        tokens.reserveCapacity(text.utf8.count / 3)
        var length = 0
        var longest = 2 + dice.below(5)
        for byte in text.utf8 {
            // A token begins at a blank or a mark; long words are several.
            if length > 0, length >= longest || !isLetter(byte) {
                tokens.append(token(length, &dice))
                length = 0
                longest = 2 + dice.below(5)
            }
            length += 1
        }
        if length > 0 { tokens.append(token(length, &dice)) }
        return TokenRun(tokens)
    }

    /// Most tokens are nearly certain, one in ten is not.
    private static func token(_ length: Int, _ dice: inout Dice) -> TokenRun.Token {
        let unit = dice.unit()
        let doubt = unit * unit * unit * unit
        return TokenRun.Token(
            length: length, logprob: Float(-0.001 - 6 * doubt * doubt),
            id: UInt32(truncatingIfNeeded: dice.below(50_000)))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x80
    }
}
