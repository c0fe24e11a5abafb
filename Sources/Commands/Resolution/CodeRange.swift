import Foundation

/// A file and the lines of it that are meant, as they are written: `src/a.py`, `src/a.py:42`, `src/a.py:42-60`.
struct CodeRange {
    var path: String
    /// From 1; all of them for `nil`.
    var lines: ClosedRange<Int>?

    /// - Parameter exists: whether a path as it stands is a file: its name may end like lines.
    init(_ text: String, exists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }) throws {
        path = text
        guard !exists(text), let colon = text.lastIndex(of: ":") else { return }
        let ends = text[text.index(after: colon)...].split(separator: "-", omittingEmptySubsequences: false)
        let numbers = ends.compactMap { Int($0) }
        guard numbers.count == ends.count, 1...2 ~= numbers.count else { return }
        guard let first = numbers.first, let last = numbers.last, first >= 1, last >= first else {
            throw CommandError("'\(text)' names no lines: write FILE:LINE or FILE:FIRST-LAST, counted from 1.")
        }
        path = String(text[..<colon])
        lines = first...last
    }
}
