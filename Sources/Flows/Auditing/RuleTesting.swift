import Audit

/// Holds a user's rules to the examples that stand beside them.
package struct RuleTesting {
    package struct Failure: Equatable, Sendable {
        package var file: String
        package var line: Int
        package var rule: String
        /// It must match, and does not; or the other way about.
        package var mustMatch: Bool
        package var language: String
    }

    package private(set) var rules = 0
    package private(set) var examples = 0
    package private(set) var failures: [Failure] = []
    /// Rules without an example that they must, or must not, speak of: a sentence each.
    package private(set) var missing: [String] = []

    package init(_ files: [RuleFolder.File]) throws {
        let library = try RuleLibrary(own: files.map { ($0.name, $0.bytes) })
        var auditors: [String: Auditor] = [:]
        for listed in try library.listed() where listed.isOwn {
            rules += 1
            let languages = listed.rule.languages.isEmpty ? RuleLibrary.languages : listed.rule.languages
            for example in listed.examples {
                let language = example.language ?? languages[0]
                let auditor: Auditor
                if let known = auditors[language] {
                    auditor = known
                } else {
                    auditor = Auditor(try library.rules(for: language))
                    auditors[language] = auditor
                }
                examples += 1
                let isFound = auditor.auditByEachRule(example.code)?.contains { $0.rule == listed.rule.id } ?? false
                guard isFound != example.mustMatch else { continue }
                failures.append(
                    Failure(
                        file: listed.file, line: example.line, rule: listed.rule.id, mustMatch: example.mustMatch,
                        language: language))
            }
            for mustMatch in [true, false] where !listed.examples.contains(where: { $0.mustMatch == mustMatch }) {
                missing.append(
                    "\(listed.file), line \(listed.line): '\(listed.rule.id)' has no example that it must \(mustMatch ? "" : "not ")match"
                )
            }
        }
    }
}
