import Text

/// Takes the keys of one table of a file of rules, and complains of those that nobody takes.
struct RuleReader {
    let file: String
    let table: TOMLTable
    let line: Int
    /// The places of the keys that were asked for.
    private var taken: [Bool]

    init(file: String, table: TOMLTable, line: Int) {
        (self.file, self.table, self.line) = (file, table, line)
        taken = Array(repeating: false, count: table.entries.count)
    }

    func error(_ reason: String, _ key: String? = nil) -> AuditRuleError {
        let entry = key.flatMap { table[$0] }
        return AuditRuleError(
            file: file, line: entry?.line ?? table.entries.first?.line ?? line, column: entry?.column,
            word: entry?.key, reason: reason)
    }

    private mutating func take(_ key: String) -> TOMLTable.Entry? {
        guard let place = table.place(of: key) else { return nil }
        taken[place] = true
        return table.entries[place]
    }

    mutating func text(_ key: String) throws(AuditRuleError) -> String? {
        guard let entry = take(key) else { return nil }
        guard case .string(let text) = entry.value else { throw error("'\(key)' must be a text in quotes", key) }
        return text
    }

    mutating func needed(_ key: String) throws(AuditRuleError) -> String {
        guard let text = try text(key), !text.isEmpty else {
            let others = zip(table.entries, taken).filter { !$1 }.map { $0.0.key }
            guard let mistyped = Nearest.word(to: key, among: others) else { throw error("a rule needs a '\(key)'") }
            throw error("nobody knows the key '\(Visible.text(mistyped))': it needs a '\(key)'", mistyped)
        }
        return text
    }

    mutating func number(_ key: String) throws(AuditRuleError) -> Int? {
        guard let entry = take(key) else { return nil }
        guard case .integer(let number) = entry.value, let number = Int(exactly: number) else {
            throw error("'\(key)' must be a whole number", key)
        }
        return number
    }

    mutating func flag(_ key: String) throws(AuditRuleError) -> Bool {
        guard let entry = take(key) else { return false }
        guard case .boolean(let flag) = entry.value else { throw error("'\(key)' must be true or false", key) }
        return flag
    }

    /// A list of texts, or one text.
    mutating func texts(_ key: String) throws(AuditRuleError) -> [String]? {
        guard let entry = take(key) else { return nil }
        switch entry.value {
        case .string(let text): return [text]
        case .array(let list):
            var texts: [String] = []
            for item in list {
                guard case .string(let text) = item else { throw error("'\(key)' must be a list of texts", key) }
                texts.append(text)
            }
            return texts
        default: throw error("'\(key)' must be a list of texts", key)
        }
    }

    mutating func patterns(_ key: String) throws(AuditRuleError) -> [NamePattern] {
        var patterns: [NamePattern] = []
        for text in try texts(key) ?? [] {
            guard let pattern = NamePattern(text) else {
                throw error(
                    "'\(Visible.text(text))' is no pattern of a name; it may begin with '*.' or end with '.*'", key)
            }
            patterns.append(pattern)
        }
        return patterns
    }

    /// Languages that there are rules for.
    mutating func languages() throws(AuditRuleError) -> [String]? {
        let names = try texts("languages")
        for name in names ?? [] where !RuleLibrary.languages.contains(name) {
            throw error("there are no rules for '\(Visible.text(name))'", "languages")
        }
        return names
    }

    mutating func tables(_ key: String) throws(AuditRuleError) -> [RuleReader] {
        guard let entry = take(key) else { return [] }
        guard case .array(let list) = entry.value else { throw error("'\(key)' must be a list of tables", key) }
        var readers: [RuleReader] = []
        for item in list {
            guard case .table(let table) = item else { throw error("'\(key)' must be a list of tables", key) }
            readers.append(RuleReader(file: file, table: table, line: entry.line))
        }
        return readers
    }

    mutating func choice<Choice>(
        _ key: String, _ make: (String) -> Choice?, _ names: @autoclosure () -> [String]
    ) throws(AuditRuleError) -> Choice? {
        guard let text = try text(key) else { return nil }
        guard let choice = make(text) else {
            throw error("'\(key)' is one of \(names().joined(separator: ", ")), not '\(Visible.text(text))'", key)
        }
        return choice
    }

    func finish() throws(AuditRuleError) {
        for (entry, isTaken) in zip(table.entries, taken) where !isTaken {
            throw AuditRuleError(
                file: file, line: entry.line, column: entry.column, word: entry.key,
                reason: "nobody knows the key '\(Visible.text(entry.key))'")
        }
    }
}
