/// One run of changed lines with the lines around it.
package struct Hunk: Equatable, Sendable {
    /// The texts after `@@`: the places to go to one after another before the lines are looked for, such as
    /// `["class Parser:", "def next(self):"]`. In a unified diff, the heading behind the line numbers.
    package var anchors: [String]
    /// The first line of the old side, counted from 1; the line before the hunk where the old side is empty, as in a
    /// unified diff. `nil` where the history does not record it.
    package var oldStart: Int?
    /// The same of the new side.
    package var newStart: Int?
    package var lines: [PatchLine]
    /// The hunk reaches to the end of the file.
    package var isEndOfFile: Bool

    package init(
        anchors: [String] = [], oldStart: Int? = nil, newStart: Int? = nil, lines: [PatchLine] = [],
        isEndOfFile: Bool = false
    ) {
        self.anchors = anchors
        self.oldStart = oldStart
        self.newStart = newStart
        self.lines = lines
        self.isEndOfFile = isEndOfFile
    }

    /// A hunk of Claude Code's `structuredPatch`, whose lines carry their sign: `" ctx"`, `"-old"`, `"+new"`.
    ///
    /// `oldLines` and `newLines` of the record follow from the lines. A line without a sign is context;
    /// `\ No newline at end of file` is left out.
    package init(oldStart: Int?, newStart: Int?, structuredLines: [String]) {
        self.init(oldStart: oldStart, newStart: newStart, lines: structuredLines.compactMap(PatchLine.init(signed:)))
    }

    package var addedLines: Int { lines.count { $0.kind == .added } }

    package var removedLines: Int { lines.count { $0.kind == .removed } }

    /// The old side, context and removed lines joined by newlines, without a last one.
    package var before: String { lines.text { $0 != .added } }

    /// The new side, context and added lines joined by newlines, without a last one.
    package var after: String { lines.text { $0 != .removed } }

    /// The hunk as in a unified diff: `@@ -a,b +c,d @@ heading` where the numbers are known, else `@@ anchor` once for
    /// each anchor, then the lines with their signs; no newline at the end.
    package var text: String {
        var text = header
        for line in lines {
            text.append("\n")
            text.append(line.sign)
            text.append(line.text)
        }
        return text
    }

    private var header: String {
        guard let oldStart, let newStart else {
            return anchors.isEmpty ? "@@" : anchors.map { "@@ \($0)" }.joined(separator: "\n")
        }
        let old = lines.count { $0.kind != .added }
        let new = lines.count { $0.kind != .removed }
        let heading = anchors.map { " \($0)" }.joined()
        return "@@ -\(oldStart),\(old) +\(newStart),\(new) @@\(heading)"
    }
}

extension PatchLine {
    /// `nil` for the remark `\ No newline at end of file`.
    init?(signed line: String) {
        switch line.utf8.first {
        case UInt8(ascii: " "): self.init(.context, line.droppingFirstByte)
        case UInt8(ascii: "-"): self.init(.removed, line.droppingFirstByte)
        case UInt8(ascii: "+"): self.init(.added, line.droppingFirstByte)
        case UInt8(ascii: "\\"): return nil
        default: self.init(.context, line)
        }
    }
}

extension StringProtocol {
    /// The text without its first byte, which is ASCII. (A sign and a combining mark behind it are one `Character`.)
    var droppingFirstByte: String {
        var rest = String(self)[...].unicodeScalars
        rest = rest.dropFirst()
        return String(rest)
    }
}

extension [PatchLine] {
    func text(where isTaken: (PatchLine.Kind) -> Bool) -> String {
        filter { isTaken($0.kind) }.map(\.text).joined(separator: "\n")
    }
}
