extension Lexicon {
    /// The table of a language by the name that `Language.named(by:)` gives it; nil for a language without one, whose
    /// code is shown plain, and whose tokens `general` gives.
    package static func named(_ language: String) -> Lexicon? {
        switch language {
        case "c": c
        case "cpp": cpp
        case "csharp": cSharp
        case "dockerfile": dockerfile
        case "go": go
        case "java": java
        case "javascript": javaScript
        case "kotlin": kotlin
        case "php": php
        case "python": python
        case "ruby": ruby
        case "rust": rust
        case "shell": shell
        case "sql": sql
        case "swift": swift
        case "typescript": typeScript
        case "yaml": yaml
        default: nil
        }
    }

    /// The languages that have a table.
    package static let languages = [
        "c", "cpp", "csharp", "dockerfile", "go", "java", "javascript", "kotlin", "php", "python", "ruby", "rust",
        "shell", "sql", "swift", "typescript", "yaml",
    ]
}
