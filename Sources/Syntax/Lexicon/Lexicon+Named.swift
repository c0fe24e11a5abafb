extension Lexicon {
    /// The table of a language by the name that `Language.named(by:)` gives it; nil for a language without one, whose
    /// code is shown plain.
    package static func named(_ language: String) -> Lexicon? {
        switch language {
        case "python": python
        case "javascript": javaScript
        case "typescript": typeScript
        case "go": go
        case "swift": swift
        default: nil
        }
    }

    /// The languages that have a table.
    package static let languages = ["python", "javascript", "typescript", "go", "swift"]
}
