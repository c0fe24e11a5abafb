/// Where generated code stands in a file of today.
package struct CodePlace: Equatable, Sendable {
    /// Absolute, links resolved, inside the repository.
    package var path: String
    /// From 1.
    package var line: Int
    /// Whether the code was found there; else the line is the one at which it was written.
    package var isFound: Bool

    package init(path: String, line: Int, isFound: Bool) {
        self.path = path
        self.line = line
        self.isFound = isFound
    }
}
