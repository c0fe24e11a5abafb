/// The lines that a commit adds to one file.
package struct FileAdditions: Equatable, Sendable {
    /// From the top of the repository, as in the commit's tree.
    package var path: String
    /// Its name before the commit, where git sees that it was renamed.
    package var movedFrom: String?
    /// In the order of their numbers, which count from 1 in the commit's tree; without line endings.
    package var lines: [Line] = []

    package struct Line: Equatable, Sendable {
        package var number: Int
        package var text: String

        package init(number: Int, text: String) {
            self.number = number
            self.text = text
        }
    }

    package init(path: String, movedFrom: String? = nil, lines: [Line] = []) {
        self.path = path
        self.movedFrom = movedFrom
        self.lines = lines
    }
}
