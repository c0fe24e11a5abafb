import Provenance
import Text

extension GatePolicy {
    /// Reads a file of TOML. What is not in it is as in the default.
    ///
    ///     name = "shop"
    ///     [block]
    ///     severity = "high"               # or "never"
    ///     confidence = "medium"
    ///     rules = ["secret.*"]
    ///     [review]
    ///     risk = "high"                   # or "never"
    ///     rules = ["*.weak-hash"]
    ///     [ignore]
    ///     paths = ["Tests/*"]
    ///     rules = []
    ///     [weights]
    ///     unreviewed = 0.2
    ///
    /// - Parameter file: as errors name it.
    package init(parsing bytes: [UInt8], file: String) throws(AuditRuleError) {
        self.init()
        name = file
        let table: TOMLTable
        do {
            table = try TOMLTable(parsing: bytes)
        } catch {
            throw AuditRuleError(file: file, line: error.line, column: error.column, reason: error.reason)
        }
        for entry in table.entries {
            func error(_ reason: String) -> AuditRuleError {
                AuditRuleError(file: file, line: entry.line, column: entry.column, word: entry.key, reason: reason)
            }
            switch (entry.key, entry.value) {
            case ("name", .string(let text)) where !text.isEmpty: name = text
            case ("name", _): throw error("'name' must be a text in quotes")
            case ("block", .table(let table)): try readBlock(RuleReader(file: file, table: table, line: entry.line))
            case ("review", .table(let table)): try readReview(RuleReader(file: file, table: table, line: entry.line))
            case ("ignore", .table(let table)): try readIgnored(RuleReader(file: file, table: table, line: entry.line))
            case ("weights", .table(let table)): try readWeights(table, file)
            case ("block", _), ("review", _), ("ignore", _), ("weights", _):
                throw error("'\(entry.key)' is a table: write [\(entry.key)]")
            default:
                throw error(
                    "nobody knows the key '\(Visible.text(entry.key))'; there are name, block, review, ignore and weights"
                )
            }
        }
    }

    private static let never = "never"

    private mutating func readBlock(_ reader: RuleReader) throws(AuditRuleError) {
        var reader = reader
        let names = Severity.allCases.map(\.rawValue) + [Self.never]
        if let word = try reader.choice("severity", { names.contains($0) ? $0 : nil }, names) {
            blockSeverity = Severity(rawValue: word)
        }
        if let confidence = try reader.choice(
            "confidence", AuditConfidence.init(named:), AuditConfidence.allCases.map(\.name))
        {
            blockConfidence = confidence
        }
        blockRules = try (reader.texts("rules") ?? []).map(Wildcard.init(_:))
        try reader.finish()
    }

    private mutating func readReview(_ reader: RuleReader) throws(AuditRuleError) {
        var reader = reader
        let names = RiskClass.allCases.map(\.name) + [Self.never]
        if let word = try reader.choice("risk", { names.contains($0) ? $0 : nil }, names) {
            reviewRisk = RiskClass(named: word)
        }
        reviewRules = try (reader.texts("rules") ?? []).map(Wildcard.init(_:))
        try reader.finish()
    }

    private mutating func readIgnored(_ reader: RuleReader) throws(AuditRuleError) {
        var reader = reader
        ignoredPaths = try (reader.texts("paths") ?? []).map(Wildcard.init(_:))
        ignoredRules = try (reader.texts("rules") ?? []).map(Wildcard.init(_:))
        try reader.finish()
    }

    private mutating func readWeights(_ table: TOMLTable, _ file: String) throws(AuditRuleError) {
        for entry in table.entries {
            func error(_ reason: String) -> AuditRuleError {
                AuditRuleError(file: file, line: entry.line, column: entry.column, word: entry.key, reason: reason)
            }
            guard RiskWeights.names.contains(entry.key) else {
                throw error(
                    "there is no weight '\(Visible.text(entry.key))'; there are \(RiskWeights.names.joined(separator: ", "))"
                )
            }
            let number: Double
            switch entry.value {
            case .float(let value): number = value
            case .integer(let value): number = Double(value)
            default: throw error("'\(entry.key)' must be a number from 0 to 1")
            }
            guard 0...1 ~= number else { throw error("'\(entry.key)' must be a number from 0 to 1") }
            weights[entry.key] = number
        }
    }

    /// The same for policies that mean the same, whatever they are called.
    package var canonical: String {
        var lines = [
            "block \(blockSeverity?.rawValue ?? Self.never) \(blockConfidence.name)",
            "review \(reviewRisk?.name ?? Self.never)",
        ]
        for (word, list) in [
            ("block", blockRules), ("review", reviewRules), ("ignore-path", ignoredPaths),
            ("ignore-rule", ignoredRules),
        ] {
            lines += list.map { "\(word) \($0.text)" }.sorted()
        }
        lines += RiskWeights.names.map { "\($0) \(weights[$0])" }
        return lines.joined(separator: "\n")
    }
}
