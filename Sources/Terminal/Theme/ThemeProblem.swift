/// What is wrong with a theme file: one sentence that says where, what, and what to do.
package struct ThemeProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as the user knows it; `nil` where there is none.
    package var file: String?
    /// From 1; `nil` where the whole file is meant.
    package var line: Int?
    /// The key that it is about.
    package var key: String?
    package var sentence: String
    /// Whether the theme can be shown all the same.
    package var isWarning = false

    package init(file: String?, line: Int? = nil, key: String? = nil, _ sentence: String, isWarning: Bool = false) {
        self.file = file
        self.line = line
        self.key = key
        self.sentence = sentence
        self.isWarning = isWarning
    }

    /// `night.toml, line 5, "ui.text": 'blu' is no colour; …`
    package var description: String {
        let place = [file, line.map { "line \($0)" }, key.map { "\"\($0)\"" }].compactMap { $0 }
        return place.isEmpty ? sentence : place.joined(separator: ", ") + ": " + sentence
    }
}
