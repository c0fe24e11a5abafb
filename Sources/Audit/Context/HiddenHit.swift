package import Provenance

/// A place in a piece of context that a model may take for an order.
package struct HiddenHit: Equatable, Sendable {
    package var rule: Rule
    /// In bytes of UTF-8.
    package var offset: Int
    /// From 1.
    package var line: Int
    /// One sentence.
    package var message: String
}

extension Rule {
    /// Characters that a person does not see and a model reads.
    static let hiddenCharacters = hidden(
        "hidden-characters", "Text that people do not see and models read", .high,
        "Look at the text with its invisible characters shown, and do not let an agent act on it.")

    /// Words in a file, page or answer that are meant for the model.
    static let hiddenInstructions = hidden(
        "hidden-instructions", "Instructions to the model in what it was given to read", .high,
        "Find out where the text came from, and look at what the agent did after it read it.")

    private static func hidden(_ id: String, _ title: String, _ severity: Severity, _ remedy: String) -> Rule {
        var rule = Rule(id: id, title: title, severity: severity)
        // "Improper Neutralization of Input Used for LLM Prompting"
        rule.cwe = "CWE-1427"
        rule.owasp = "LLM01:2025"
        rule.remedy = remedy
        return rule
    }
}
