import Testing

/// A piece of code that a rule must speak of, or must be silent about.
///
/// They are written down in a few signs: the id of a rule, and below it lines that begin with `+` (must match) or `-`
/// (must not); `⏎` stands for a line break.
struct Example: CustomTestStringConvertible {
    let rule: String
    let language: String
    let code: String
    let mustMatch: Bool

    var testDescription: String { "\(rule) \(mustMatch ? "+" : "-") \(code)" }

    static let all =
        c + csharp + dockerfile + go + java + php + python + ruby + rust + script + shell + sql + swift + yaml

    static func read(_ language: String, _ text: String) -> [Example] {
        var rule = ""
        var examples: [Example] = []
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("+ ") || line.hasPrefix("- ") else {
                rule = String(line)
                continue
            }
            let code = line.dropFirst(2).split(separator: "⏎", omittingEmptySubsequences: false).joined(separator: "\n")
            examples.append(Example(rule: rule, language: language, code: code + "\n", mustMatch: line.hasPrefix("+")))
        }
        return examples
    }
}
