import Testing

/// A trace, and what is to be read from it: the innermost own frame of the root cause of its first failure.
struct Fixture: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var language: String?
    var type: String?
    /// `file:line`; nil where no frame is the program's own.
    var place: String?
    var function: String?
    var test: String?
    /// Type and place of what was raised last.
    var outer: (type: String, place: String)?
    var failures = 1

    init(
        _ name: String, language: String? = nil, type: String? = nil, place: String?, function: String? = nil,
        test: String? = nil, outer: (type: String, place: String)? = nil, failures: Int = 1, _ text: String
    ) {
        self.name = name
        self.language = language
        self.type = type
        self.place = place
        self.function = function
        self.test = test
        self.outer = outer
        self.failures = failures
        self.text = text
    }

    var testDescription: String { name }

    static let all = traces + logs + tests + payloads
}
