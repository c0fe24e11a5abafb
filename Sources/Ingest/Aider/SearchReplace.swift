/// The blocks in which models write edits for aider: a path, then, within a fence, what stands there and what shall.
///
///     src/a.py
///     ```python
///     <<<<<<< SEARCH
///     old
///     =======
///     new
///     >>>>>>> REPLACE
///     ```
struct SearchReplace: Equatable {
    var path: String
    var before: String
    var after: String

    /// Blocks without an end are left out: they are still being written, or never will be.
    static func blocks(in lines: [String]) -> [SearchReplace] {
        var blocks: [SearchReplace] = []
        var path: String?
        var place = 0
        while place < lines.count {
            guard isMark(lines[place], "<", "SEARCH") else {
                place += 1
                continue
            }
            path = named(above: place, in: lines) ?? path
            guard let middle = lines[place...].firstIndex(where: { isMark($0, "=", "") }),
                let end = lines[middle...].firstIndex(where: { isMark($0, ">", "REPLACE") })
            else { break }
            if let path {
                blocks.append(
                    SearchReplace(
                        path: path, before: text(lines[(place + 1)..<middle]), after: text(lines[(middle + 1)..<end])))
            }
            place = end + 1
        }
        return blocks
    }

    /// The file's name stands above the fence, or first inside of it.
    private static func named(above place: Int, in lines: [String]) -> String? {
        for line in lines[max(0, place - 3)..<place].reversed() {
            let text = line.trimmed
            if text.isEmpty || text.hasPrefix("```") || text.hasPrefix("~~~") { continue }
            if isMark(String(text), ">", "REPLACE") { return nil }
            let bare = text.drop { "#*`".contains($0) }.reversed().drop { "*`:".contains($0) }.reversed()
            let name = String(bare).trimmed
            return name.isEmpty || name.contains(" ") && !name.contains("/") ? nil : String(name)
        }
        return nil
    }

    private static func isMark(_ line: String, _ sign: Character, _ word: String) -> Bool {
        let signs = line.prefix { $0 == sign }.count
        return 5...9 ~= signs && line.dropFirst(signs).trimmed == word
    }

    private static func text(_ lines: ArraySlice<String>) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
