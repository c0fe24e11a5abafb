/// A rule with the file that it stands in.
package struct ListedRule: Sendable {
    package var rule: AuditRule
    /// `python-injection.toml`, or a file of the user's as it was given.
    package var file: String
    /// In the file, from 1.
    package var line: Int
    package var isOwn: Bool
    /// As it is written there.
    package var source: String
    package var examples: [RuleExample]
}

extension RuleLibrary {
    /// Every rule there is, those of the user's last and in place of ours with the same id.
    package func listed() throws(AuditRuleError) -> [ListedRule] {
        var listed: [ListedRule] = []
        var places: [String: Int] = [:]
        func take(_ file: RuleFile, _ text: [UInt8], isOwn: Bool) {
            for entry in file.rules {
                let rule = ListedRule(
                    rule: entry.rule, file: file.name, line: entry.line, isOwn: isOwn,
                    source: Self.source(entry.line, in: text), examples: entry.examples)
                if let place = places[entry.rule.id] {
                    listed[place] = rule
                } else {
                    places[entry.rule.id] = listed.count
                    listed.append(rule)
                }
            }
        }
        for family in RuleFamily.all {
            let bytes = Array(family.text.utf8)
            take(try RuleFile(name: family.name, bytes: bytes), bytes, isOwn: false)
        }
        for (file, bytes) in zip(own, ownBytes) { take(file, bytes, isOwn: true) }
        return listed
    }

    /// The user's rules, an id as often as it was given.
    package func ownRules() throws(AuditRuleError) -> [ListedRule] {
        zip(own, ownBytes).flatMap { file, bytes in
            file.rules.map { entry in
                ListedRule(
                    rule: entry.rule, file: file.name, line: entry.line, isOwn: true,
                    source: Self.source(entry.line, in: bytes), examples: entry.examples)
            }
        }
    }

    /// What is wrong with a file of rules: the first mistake of each of its rules, in the order of their lines.
    package static func problems(name: String, bytes: [UInt8]) -> [AuditRuleError] {
        var problems: [AuditRuleError] = []
        do {
            _ = try RuleFile(name: name, bytes: bytes) { problems.append($0) }
        } catch {
            problems.append(error)
        }
        return problems.sorted { $0.line < $1.line }
    }

    /// From the head of a rule, a line of the file, to the next head.
    private static func source(_ line: Int, in text: [UInt8]) -> String {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        var from = min(max(0, line - 1), lines.count)
        while from > 0, from < lines.count, !isHead(lines[from]) { from -= 1 }
        var to = from + 1
        while to < lines.count, !isHead(lines[to]) { to += 1 }
        let words = lines[from..<min(to, lines.count)].map { String(decoding: $0, as: UTF8.self) }
        var text = words.joined(separator: "\n")
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// `[[rule]]`, `[[source]]`, but not `[[rule.example]]`.
    private static func isHead(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "[[".utf8) && !line.starts(with: "[[rule.".utf8)
    }
}
