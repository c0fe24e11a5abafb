import Text

/// A theme file as it was written, before what it inherits is known.
struct ThemeFile {
    /// The file, for messages.
    let label: String
    /// Nobody reads more of them.
    private static let problemLimit = 100
    private(set) var inherits: (name: String, line: Int)?
    private(set) var appearance: Appearance?
    private(set) var palette: [TOMLTable.Entry] = []
    private(set) var faces: [Role: TOMLTable.Entry] = [:]
    private(set) var problems: [ThemeProblem] = []

    init(_ bytes: [UInt8], label: String) {
        self.label = label
        do {
            for entry in try TOMLTable(parsing: bytes).entries { take(entry, path: entry.key) }
        } catch {
            problems.append(ThemeProblem(file: label, line: error.line, error.reason + "."))
        }
    }

    /// A theme whose file is not there.
    init(label: String, problem: ThemeProblem) {
        self.label = label
        problems = [problem]
    }

    private mutating func take(_ entry: TOMLTable.Entry, path: String) {
        switch (path, entry.value) {
        case ("inherits", .string(let name)):
            inherits = (name, entry.line)
        case ("appearance", .string(let name)):
            appearance = Appearance(rawValue: name)
            if appearance == nil {
                fail(entry, path, "'\(Visible.text(name))' is no appearance: write \"dark\" or \"light\".")
            }
        case ("inherits", let value), ("appearance", let value):
            fail(entry, path, "is \(value.kind): write a text in quotes.")
        case ("palette", .table(let table)):
            palette = table.entries
        case ("palette", let value):
            fail(entry, path, "is \(value.kind): write [palette], then a line for each colour.")
        default:
            let role = Role(rawValue: path)
            if case .table(let table) = entry.value, Role.hasAny(below: path + ".") {
                // [severity], then high = …; of ui.text.muted the first two parts are a role themselves.
                let below = table.entries.filter { role == nil || Role(rawValue: path + "." + $0.key) != nil }
                for inner in below { take(inner, path: path + "." + inner.key) }
                if let role, below.count < max(table.entries.count, 1) { take(entry, as: role) }
            } else if let role {
                take(entry, as: role)
            } else {
                guard problems.count < Self.problemLimit else { return }
                let hint = Role.nearest(to: path).map { "is \"\($0.rawValue)\" meant?" }
                let words = "there is no such key; \(hint ?? "'colophon theme show' lists them all.")"
                problems.append(
                    ThemeProblem(file: label, line: entry.line, key: Visible.text(path), words, isWarning: true))
            }
        }
    }

    private mutating func take(_ entry: TOMLTable.Entry, as role: Role) {
        if let before = faces[role] {
            return fail(entry, role.rawValue, "was said in line \(before.line); take one of the two out.")
        }
        faces[role] = entry
    }

    private mutating func fail(_ entry: TOMLTable.Entry, _ path: String, _ sentence: String) {
        problems.append(ThemeProblem(file: label, line: entry.line, key: path, sentence))
    }
}

extension Role {
    fileprivate static func hasAny(below prefix: String) -> Bool { allCases.contains { $0.rawValue.hasPrefix(prefix) } }

    /// The key that differs by one letter or two.
    fileprivate static func nearest(to path: String) -> Role? {
        guard path.utf8.count < 40 else { return nil }
        let near = allCases.map { ($0, distance(path, $0.rawValue)) }.min { $0.1 < $1.1 }
        return near.flatMap { $0.1 <= 2 ? $0.0 : nil }
    }

    /// Letters to be changed, put in or taken out (Levenshtein).
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in other.indices {
                let above = row[place + 1]
                row[place + 1] = min(above + 1, row[place] + 1, diagonal + (letter == other[place] ? 0 : 1))
                diagonal = above
            }
        }
        return row[other.count]
    }
}
