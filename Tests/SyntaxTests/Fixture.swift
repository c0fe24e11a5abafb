import Syntax
import Testing

/// A piece of code and the tokens that it has.
struct Fixture: Sendable, CustomTestStringConvertible {
    let language: String
    let name: String
    let text: String
    let stream: String

    var testDescription: String { "\(language): \(name)" }

    var lexicon: Lexicon? { language == "general" ? .general : Lexicon.named(language) }

    static let all: [Fixture] = [
        python, javaScript, typeScript, go, swift, java, kotlin, rust, c, cpp, cSharp, ruby, php, shell, sql, yaml,
        dockerfile, general,
    ].flatMap { $0 }
}
