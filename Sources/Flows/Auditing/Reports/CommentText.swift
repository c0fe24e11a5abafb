import Text

/// Text for a comment on GitHub, in which it stands for itself: no markup, no link, nobody called by name.
enum CommentText {
    /// A line of a table, each cell as it is to be read.
    static func row(_ cells: [String]) -> [UInt8] {
        Array("| \(cells.map(escaped).joined(separator: " | ")) |\n".utf8)
    }

    static func head(_ titles: [String]) -> [UInt8] {
        row(titles) + Array("| \(titles.map { _ in "---" }.joined(separator: " | ")) |\n".utf8)
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        var last: Unicode.Scalar = " "
        var run = 0
        for scalar in Visible.text(text, keeping: .newline).unicodeScalars {
            switch scalar {
            case "\n": escaped += "<br>"
            case "\\", "`", "*", "_", "[", "]", "<", "&", "|", "~", "$": escaped += "\\\(scalar)"
            // A zero width between a mark and what it would call, as escaping alone does not keep GitHub from it.
            case "@", "#": escaped += "\(scalar)&#8203;"
            case "/" where last == ":": escaped += "&#8203;/"
            case "." where run == 3: escaped += "&#8203;."
            default: escaped.unicodeScalars.append(scalar)
            }
            run = scalar == "w" || scalar == "W" ? run + 1 : 0
            last = scalar
        }
        return escaped
    }

    /// The beginning, by scalars: a single character may be of any length.
    static func clipped(_ text: String, _ limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
