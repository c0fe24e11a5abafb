import Audit
import Foundation
import Git
import Provenance
package import Store
import Text

/// The code that a rule is drafted from: where the fault is, and the same place mended where that is known.
package struct DraftSource: Sendable {
    package var code: String
    /// From 1, in `code`.
    package var line: Int
    package var language: String
    package var mended: String?

    package struct Absence: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// A line of a file.
    package init(file path: String, line: Int) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            (attributes?[.size] as? Int ?? .max) <= Auditor.largest,
            let data = FileManager.default.contents(atPath: path)
        else {
            throw Absence(
                description: "'\(Visible.text(path))' cannot be read: name a file and a line, as src/a.py:12.")
        }
        code = String(decoding: data, as: UTF8.self)
        self.line = line
        language = Language.named(by: path) ?? ""
    }

    /// An edit of the store. The line is that of a finding, or the first that the auditor objects to, or that calls.
    ///
    /// - Parameters:
    ///   - line: in the file, as a finding names it.
    ///   - root: the checkout that the user stands in, to see what became of it.
    package init(edit: EditDetail, line: Int?, later: [EditDetail], root: String?) throws {
        guard let after = edit.after, !after.isEmpty else {
            throw Absence(description: "The edit of '\(Visible.text(edit.edit.path))' holds no code: name another.")
        }
        language = Language.named(by: edit.edit.path) ?? ""
        code = after
        let count = after.split(separator: "\n", omittingEmptySubsequences: false).count
        let first = edit.edit.firstLine ?? 1
        if let line, line >= first, line - first < count {
            self.line = line - first + 1
        } else {
            self.line = Self.tellingLine(of: after, language: language)
        }
        mended = Self.mended(self, edit: edit, later: later, root: root)
    }

    /// Where the auditor speaks already, else the first line that calls something.
    private static func tellingLine(of code: String, language: String) -> Int {
        if let rules = try? RuleLibrary().rules(for: language),
            let finding = Auditor(rules).audit(code)?.first(where: { $0.kind == .security })
        {
            return finding.lines.lowerBound
        }
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        let isTelling = { (line: Substring) in
            line.contains("(") && !["import", "def ", "class ", "function ", "func "].contains { line.contains($0) }
        }
        return (lines.firstIndex { isTelling($0) } ?? 0) + 1
    }

    /// The function as a later edit, or the file of today, has it, where the line is in it no more.
    private static func mended(_ source: DraftSource, edit: EditDetail, later: [EditDetail], root: String?) -> String? {
        let lines = source.code.split(separator: "\n", omittingEmptySubsequences: false)
        guard source.line <= lines.count else { return nil }
        let fault = lines[source.line - 1].drop { $0 == " " || $0 == "\t" }
        func isMended(_ text: String) -> String? {
            guard
                let function = RuleDraft.function(
                    around: source.line, of: source.code, in: text, language: source.language),
                !function.contains(fault)
            else { return nil }
            return function
        }
        for edit in later { if let text = edit.after, let function = isMended(text) { return function } }
        guard let root else { return nil }
        let place = PlaceSearch(path: edit.edit.path, line: edit.edit.firstLine, root: root)
        guard let path = try? place.find().path, let data = FileManager.default.contents(atPath: path),
            data.count <= Auditor.largest
        else { return nil }
        return isMended(String(decoding: data, as: UTF8.self))
    }
}
