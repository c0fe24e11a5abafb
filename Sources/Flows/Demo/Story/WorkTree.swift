import Ingest

/// The files of the story's repository as they stand at some moment.
struct WorkTree {
    private(set) var files: [String: String] = [:]

    /// What somebody does to a file.
    enum Change: Sendable {
        case write(String, String)
        /// In a file, one text for another.
        case replace(String, String, String)
        case move(String, to: String)
        case delete(String)

        var path: String {
            switch self {
            case .write(let path, _), .replace(let path, _, _), .move(let path, _), .delete(let path): path
            }
        }
    }

    mutating func apply(_ change: Change) {
        switch change {
        case .write(let path, let text): files[path] = text
        case .replace(let path, let old, let new):
            files[path] = files[path].map { Self.replace(old, with: new, in: $0) }
        case .move(let path, let other):
            files[other] = files[path]
            files[path] = nil
        case .delete(let path): files[path] = nil
        }
    }

    /// The change as a history tells of it.
    func edit(_ change: Change) -> MadeEdit {
        var after = self
        after.apply(change)
        let (old, new) = (files[change.path], after.files[change.path] ?? "")
        let hunks = LineDiff.hunks(before: old ?? "", after: new)
        var edit = MadeEdit(
            after: new, added: hunks.reduce(0) { $0 + $1.addedLines },
            removed: hunks.reduce(0) { $0 + $1.removedLines },
            firstLine: 1)
        guard case .replace(_, let before, let text) = change, let hunk = hunks.first else { return edit }
        edit.before = before
        edit.after = text
        edit.patch = hunks.map(\.text).joined(separator: "\n")
        edit.firstLine = (hunk.newStart ?? 1) + hunk.lines.prefix { $0.kind == .context }.count
        return edit
    }

    /// The line, from 1, in which a text stands first.
    func line(of text: String, in path: String) -> Int? {
        guard let file = files[path], let place = Self.place(of: text, in: file) else { return nil }
        return file[..<place.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
    }

    private static func replace(_ old: String, with new: String, in text: String) -> String {
        guard let place = place(of: old, in: text) else { return text }
        return String(text[..<place.lowerBound]) + new + text[place.upperBound...]
    }

    private static func place(of part: String, in text: String) -> Range<String.Index>? {
        text.firstRange(of: part)
    }
}
