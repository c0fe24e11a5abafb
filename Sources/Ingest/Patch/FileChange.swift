/// What a patch does to one file.
package struct FileChange: Equatable, Sendable {
    package enum Kind: Sendable {
        case add, update, delete
    }

    package var kind: Kind
    /// As written in the patch: relative to the directory in which it was applied, or absolute.
    package var path: String
    /// Where the file is moved to, as written.
    package var movedTo: String?
    /// For an added file one hunk with all its lines; empty for a deleted file or a mere move.
    package var hunks: [Hunk]

    package init(kind: Kind, path: String, movedTo: String? = nil, hunks: [Hunk] = []) {
        self.kind = kind
        self.path = path
        self.movedTo = movedTo
        self.hunks = hunks
    }

    /// What stood before, as far as the patch shows it: the old sides of its hunks, one after another with a newline
    /// between them and none at the end. It is an excerpt: what lies between two hunks is not in it.
    ///
    /// `nil` for an added file, and where the patch shows nothing (a deleted file, a mere move).
    package var before: String? {
        guard kind != .add, !hunks.isEmpty else { return nil }
        return hunks.map(\.before).joined(separator: "\n")
    }

    /// What stands afterwards: for an added file the whole of it, every line with its newline; for an updated one the
    /// new sides of its hunks, joined as in ``before``. `nil` for a deleted file and for a mere move.
    package var after: String? {
        switch kind {
        case .delete: nil
        case .add: hunks.lazy.flatMap(\.lines).map { $0.text + "\n" }.joined()
        case .update: hunks.isEmpty ? nil : hunks.map(\.after).joined(separator: "\n")
        }
    }

    package var addedLines: Int { hunks.reduce(0) { $0 + $1.addedLines } }

    package var removedLines: Int { hunks.reduce(0) { $0 + $1.removedLines } }

    /// The hunks as in a unified diff, see ``Hunk/text``, with newlines between them and none at the end.
    package var patchText: String { hunks.map(\.text).joined(separator: "\n") }
}
