/// Where a note was found: on which commit, and in which repository.
package struct NotePlace: Equatable, Sendable {
    /// The commit, in hexadecimal; `nil` where nothing names it.
    package var revision: String?
    /// When the commit was made, in Unix milliseconds, where that is known.
    package var at: Int64?
    /// The work tree whose repository holds the note.
    package var checkout: String?

    package init(revision: String?, at: Int64? = nil, checkout: String? = nil) {
        self.revision = revision
        self.at = at
        self.checkout = checkout
    }

    /// The commit that a file's name has in it: `session-keys__95eaa8….note`.
    static func revision(inName path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let runs = name.split(whereSeparator: { (sign: Character) in !GitAINames.isHexadecimal(sign.asciiValue ?? 0) })
        return runs.last { $0.count == 40 || $0.count == 64 }.map(String.init)
    }
}
