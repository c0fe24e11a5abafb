/// How code is put into a string.
enum Hole: UInt8, Sendable {
    /// `{…}`, with `{{` for a brace and a colon before a format specification (Python, C#).
    case braces
    /// `${…}`
    case dollarBraces
    /// `\(…)`, or `\#(…)` in a string of as many hashes (Swift).
    case escapedParentheses
    /// `#{…}` (Ruby)
    case hashBraces
    /// `{$…}` (PHP)
    case bracesBeforeDollar
    /// `$(…)` (shell)
    case dollarParentheses
    /// `` `…` `` (shell)
    case backticks
    /// `<?php … ?>` inside of an HTML tag
    case template

    var open: UInt8 {
        switch self {
        case .escapedParentheses, .dollarParentheses: UInt8(ascii: "(")
        case .backticks, .template: 0
        default: UInt8(ascii: "{")
        }
    }

    var close: UInt8 {
        switch self {
        case .escapedParentheses, .dollarParentheses: UInt8(ascii: ")")
        case .backticks: UInt8(ascii: "`")
        case .template: 0
        default: UInt8(ascii: "}")
        }
    }
}
