import Foundation
import Provenance

/// A file, or lines of it, that goes to the model with the prompt.
package struct ContextPiece: Equatable, Sendable {
    /// As it was named.
    package var path: String
    /// From the root on.
    package var fullPath: String
    package var firstLine: Int
    package var text: String

    package var lineCount: Int { FileLines.count(in: text) }

    /// Why a file cannot go with a prompt, as one sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    private static let limit = 4 << 20

    /// - Parameters:
    ///   - text: `src/a.py`, `src/a.py:10-40` or `src/a.py:10`.
    ///   - folder: what the path is relative to.
    package init(_ text: String, in folder: String) throws(Failure) {
        let (path, lines) = Self.parted(text, in: folder)
        let whole = try FileLines.read(path, in: folder, limit: Self.limit)
        self.path = path
        fullPath = FileLines.full(path, in: folder)
        firstLine = lines?.lowerBound ?? 1
        guard let lines else {
            self.text = whole
            return
        }
        let all = FileLines.split(whole)
        guard lines.upperBound <= all.count else {
            throw Failure(
                description:
                    "'\(path)' has \(all.count) lines, and \(lines.lowerBound)-\(lines.upperBound) are asked for.")
        }
        self.text = all[lines.lowerBound - 1..<lines.upperBound].joined()
    }

    /// The path and the lines of `a.py:3-9`; a file that is called so is itself.
    package static func parted(_ text: String, in folder: String) -> (path: String, lines: ClosedRange<Int>?) {
        guard let colon = text.lastIndex(of: ":"),
            !FileManager.default.fileExists(atPath: FileLines.full(text, in: folder))
        else { return (text, nil) }
        let parts = text[text.index(after: colon)...].split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, 1...2 ~= numbers.count, let first = numbers.first, let last = numbers.last,
            first > 0, last >= first
        else { return (text, nil) }
        return (String(text[..<colon]), first...last)
    }
}
