import Foundation
import Git
package import Store
import Text

/// Finds the file that an edit wrote, and the line on which its code stands now.
///
/// Paths come from records, so a file outside the repository is never opened, however the path is written.
package struct PlaceSearch {
    /// Why there is no place, as one sentence.
    package struct Absence: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    private let edit: EditDetail
    private let roots: [String]

    /// Files larger than this are opened at the line that was recorded.
    private static let limit = 8 << 20

    /// - Parameters:
    ///   - directories: where the session worked; a checkout around one of them counts as the repository.
    ///   - here: the checkout in which the user stands, where it is of the same repository.
    package init(of edit: EditDetail, directories: [String], here: String?) {
        self.edit = edit
        var roots = here.map { [$0] } ?? []
        for directory in directories where !directory.isEmpty {
            if let root = Checkout.discover(from: directory)?.root { roots.append(root) }
            roots.append(directory)
        }
        self.roots = roots
    }

    /// A line that a trace names.
    ///
    /// - Parameter root: the checkout of its repository.
    package init(path: String, line: Int?, root: String) {
        var row = EditRow(id: 0, uid: "", at: 0, path: path, kind: "", status: "")
        row.firstLine = line
        self.init(of: EditDetail(edit: row), directories: [root], here: nil)
    }

    /// - Parameter words: the line to look for, as it was generated; the edit's first telling line where it is `nil`.
    package func find(line words: String? = nil) throws(Absence) -> CodePlace {
        let path = try existing()
        guard let text = Self.text(of: path) else {
            return CodePlace(path: path, line: max(edit.edit.firstLine ?? 1, 1), isFound: false)
        }
        let file = lines(of: text)
        let recorded = min(max(edit.edit.firstLine ?? 1, 1), max(file.count, 1))
        let wrote = lines(of: edit.written)
        let sought =
            words.map(Self.trimmed) ?? lines(of: edit.added).first { Self.isTelling($0) }
            ?? wrote.first { Self.isTelling($0) } ?? ""
        guard Self.isTelling(sought) else { return CodePlace(path: path, line: recorded, isFound: false) }
        let origin = wrote.firstIndex(of: sought) ?? 0
        let best = file.indices.filter { file[$0] == sought }.map { ($0, agreement(file, at: $0, wrote, origin)) }
            .max { left, right in
                // Of equal ones that which is nearest to where it was written.
                (left.1, -abs(left.0 + 1 - recorded)) < (right.1, -abs(right.0 + 1 - recorded))
            }
        guard let best else { return CodePlace(path: path, line: recorded, isFound: false) }
        return CodePlace(path: path, line: best.0 + 1, isFound: true)
    }

    /// How many of the lines around are those that stood around it when it was written.
    private func agreement(_ file: [String], at place: Int, _ wrote: [String], _ origin: Int) -> Int {
        (-5...5).count { offset in
            file.indices.contains(place + offset) && wrote.indices.contains(origin + offset)
                && file[place + offset] == wrote[origin + offset]
        }
    }

    private func existing() throws(Absence) -> String {
        let shown = Visible.text(edit.edit.path).truncatedAtFront(to: 60)
        guard !roots.isEmpty else {
            throw Absence(description: "'\(shown)' cannot be opened: its session's folder is not recorded.")
        }
        for root in roots {
            guard let real = Self.real(root) else { continue }
            let path = edit.edit.path.hasPrefix("/") ? edit.edit.path : real + "/" + edit.edit.path
            guard let file = Self.real(path) else { continue }
            guard file.hasPrefix(real == "/" ? real : real + "/") else {
                throw Absence(description: "'\(shown)' lies outside its repository and is not opened.")
            }
            return file
        }
        throw Absence(description: "'\(shown)' is not there any more.")
    }

    /// `nil` for what is no regular file of a size that people edit.
    private static func text(of path: String) -> String? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int, size <= limit
        else { return nil }
        return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private func lines(of text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Self.trimmed(String(Substring($0))) }
    }

    private static func trimmed(_ line: String) -> String {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
        let bytes = line.utf8.drop { blanks.contains($0) }
        return String(decoding: bytes.reversed().drop { blanks.contains($0) }.reversed(), as: UTF8.self)
    }

    /// A lone brace stands everywhere.
    private static func isTelling(_ line: String) -> Bool { line.utf8.count >= 4 }
}

extension EditDetail {
    /// The text that the edit put into the file: what stands after it, else the lines its patch adds and keeps.
    package var written: String {
        if let after { return after }
        return patchLines { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: " ") }
    }

    /// The lines that the patch adds, without those around them.
    fileprivate var added: String { patchLines { $0 == UInt8(ascii: "+") } }

    private func patchLines(_ isWanted: (UInt8) -> Bool) -> String {
        (patch ?? "").utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .filter { $0.first.map(isWanted) ?? false }
            .map { String(decoding: $0.dropFirst(), as: UTF8.self) }.joined(separator: "\n")
    }
}
