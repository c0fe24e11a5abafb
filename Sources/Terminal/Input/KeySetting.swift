/// What a configuration says of the keys of one action, in its own words.
package struct KeySetting: Equatable, Sendable {
    package var action: String
    package var keys: [String]
    /// From 1, both.
    package var line: Int
    package var column: Int

    package init(action: String, keys: [String], line: Int, column: Int = 1) {
        self.action = action
        self.keys = keys
        self.line = line
        self.column = column
    }

    /// Why it is not obeyed.
    package struct Problem: Equatable, Sendable {
        package var line: Int
        package var column: Int
        package var action: String
        /// It begins small: it follows the place.
        package var sentence: String

        package init(line: Int, column: Int, action: String, _ sentence: String) {
            self.line = line
            self.column = column
            self.action = action
            self.sentence = sentence
        }
    }
}
