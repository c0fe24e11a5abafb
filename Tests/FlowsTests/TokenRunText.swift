import Provenance

/// A token run as a test reads it: `4:-0.5:#7 1 3:-1.0`.
struct TokenRunText: Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    let description: String

    init(stringLiteral value: String) {
        description = value
    }

    init(run: TokenRun?) {
        let words = run?.tokens.map { token in
            "\(token.length)" + (token.logprob.map { ":\($0)" } ?? "") + (token.id.map { ":#\($0)" } ?? "")
        }
        description = words?.joined(separator: " ") ?? "none"
    }
}
