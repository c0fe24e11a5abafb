/// Where the rules of a language come from: those that colophon comes with, and files of the user's own.
package struct RuleLibrary: Sendable {
    let own: [RuleFile]
    let ownBytes: [[UInt8]]

    /// - Parameter own: name and bytes of each file; they are read after the built-in ones, and a rule of the same id
    ///   takes the place of theirs.
    /// - Throws: for the first file that cannot be used.
    package init(own: [(name: String, bytes: [UInt8])] = []) throws(AuditRuleError) {
        var files: [RuleFile] = []
        for file in own { files.append(try RuleFile(name: file.name, bytes: file.bytes)) }
        self.own = files
        ownBytes = own.map(\.bytes)
    }

    /// Languages that rules are there for.
    package static let languages = [
        "c", "cpp", "csharp", "dockerfile", "go", "java", "javascript", "kotlin", "php", "python", "ruby", "rust",
        "shell", "sql",
        "swift", "typescript", "yaml",
    ]

    package func rules(for language: String) throws(AuditRuleError) -> RuleSet {
        var files: [RuleFile] = []
        for family in RuleFamily.all where family.languages.contains(language) {
            files.append(try RuleFile(name: family.name, bytes: Array(family.text.utf8)))
        }
        return RuleSet(language: language, files: files + own, own: own.count)
    }
}
