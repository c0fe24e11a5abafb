/// How code is put into a string.
enum Hole: UInt8, Sendable {
    /// `{…}`, with `{{` for a brace and a colon before a format specification (Python).
    case braces
    /// `${…}`
    case dollarBraces
    /// `\(…)`, or `\#(…)` in a string of as many hashes (Swift).
    case escapedParentheses

    var open: UInt8 { self == .escapedParentheses ? UInt8(ascii: "(") : UInt8(ascii: "{") }
    var close: UInt8 { self == .escapedParentheses ? UInt8(ascii: ")") : UInt8(ascii: "}") }
}
