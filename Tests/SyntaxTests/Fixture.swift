import Syntax
import Testing

/// A piece of code and the tokens that it has.
struct Fixture: Sendable, CustomTestStringConvertible {
    let language: String
    let name: String
    let text: String
    let stream: String

    var testDescription: String { "\(language): \(name)" }

    var lexicon: Lexicon? { Lexicon.named(language) }

    static let all = python + javaScript + typeScript + go + swift
}
