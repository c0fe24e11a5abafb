/// Where the packages of a language come from, and how code names them.
package enum PackageEcosystem: String, CaseIterable, Sendable {
    case python, script, go, rust, ruby, php

    /// - Parameter language: as rules name it; `nil` where imports do not tell the package.
    package init?(language: String) {
        switch language {
        case "python": self = .python
        case "javascript", "typescript": self = .script
        case "go": self = .go
        case "rust": self = .rust
        case "ruby": self = .ruby
        case "php": self = .php
        default: return nil
        }
    }

    /// A module need not have the name of the package that brings it, and no list says which are which.
    var isNameLoose: Bool { self == .ruby }
}
