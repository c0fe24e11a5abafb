import Text

/// A file of rules, read and checked. The format is told in the room's `README.md`.
struct RuleFile: Sendable {
    /// A rule and the name of its kind of sink, which gets its bit when the rules of a language are put together.
    struct Entry: Sendable {
        var rule: AuditRule
        var sink: String
        var examples: [RuleExample]
        /// Of its head's first key, from 1.
        var line: Int
    }

    struct NamedSource: Sendable {
        var calls: [NamePattern] = []
        var uses: [NamePattern] = []
        var what = ""
        var filled: Int?
        var clears: [String] = []
        /// Harmful for these alone; empty for all.
        var only: [String] = []
        /// With more arguments it is none.
        var limit: Int?
    }

    struct NamedClearing: Sendable {
        var calls: [NamePattern] = []
        var clears: [String] = []
        var literals: [String] = []
        var needsArguments = false
    }

    let name: String
    var languages: [String] = []
    var rules: [Entry] = []
    var sources: [NamedSource] = []
    var sanitizers: [NamedClearing] = []
    var guards: [NamedClearing] = []
    var carriers: [NamePattern] = []
    var builders: [NamePattern] = []

    init(name: String, bytes: [UInt8]) throws(AuditRuleError) {
        var first: AuditRuleError?
        try self.init(name: name, bytes: bytes) { first = first ?? $0 }
        if let first { throw first }
    }

    /// - Parameter complain: takes the mistake of a rule, which is left out then.
    /// - Throws: where the file as a whole cannot be read.
    init(name: String, bytes: [UInt8], complain: (AuditRuleError) -> Void) throws(AuditRuleError) {
        self.name = name
        let table: TOMLTable
        do {
            table = try TOMLTable(parsing: bytes)
        } catch {
            throw AuditRuleError(file: name, line: error.line, column: error.column, reason: error.reason)
        }
        var reader = RuleReader(file: name, table: table, line: 1)
        languages = try reader.languages() ?? []
        carriers = try reader.patterns("carries")
        builders = try reader.patterns("builds")
        for var inner in try reader.tables("source") {
            sources.append(
                NamedSource(
                    calls: try inner.patterns("call"), uses: try inner.patterns("use"),
                    what: try inner.text("what") ?? "", filled: try inner.number("fills"),
                    clears: try inner.texts("clears") ?? [],
                    only: try inner.texts("only") ?? [], limit: try inner.number("arguments")))
            try inner.finish()
        }
        sanitizers = try Self.clearings("sanitizer", &reader)
        guards = try Self.clearings("guard", &reader)
        for var inner in try reader.tables("rule") {
            do {
                rules.append(try inner.rule(languages: languages))
            } catch {
                complain(error)
            }
        }
        try reader.finish()
    }

    private static func clearings(
        _ key: String, _ reader: inout RuleReader
    ) throws(AuditRuleError) -> [NamedClearing] {
        var clearings: [NamedClearing] = []
        for var inner in try reader.tables(key) {
            clearings.append(
                NamedClearing(
                    calls: try inner.patterns("call"), clears: try inner.texts("clears") ?? ["all"],
                    literals: try inner.texts("literal") ?? [], needsArguments: try inner.flag("with-arguments")))
            try inner.finish()
        }
        return clearings
    }
}
