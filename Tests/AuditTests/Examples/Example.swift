import Testing

@testable import Audit

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

    /// What the examples may import: of one rule alone, for the others import what they like.
    static func packages(_ language: String) -> KnownPackages? {
        guard let ecosystem = PackageEcosystem(language: language) else { return nil }
        return KnownPackages(ecosystem, names: known[ecosystem] ?? []) { $0 == "ours" }
    }

    private static let known: [PackageEcosystem: [String]] = [
        .python: ["requests", "PyYAML", "beautifulsoup4", "python-dateutil", "Flask-SQLAlchemy"],
        .script: ["express", "@acme/tools", "@types/estree"],
        .go: ["github.com/gin-gonic/gin", "example.com/shop"],
        .rust: ["serde", "serde-json"],
        .ruby: ["rack", "activesupport", "factory_bot"],
        .php: ["App\\", "symfony/http-kernel", "Symfony\\Component\\HttpKernel\\", "phpunit/phpunit"],
    ]

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
