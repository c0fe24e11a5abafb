import Provenance
import Text

extension RuleReader {
    mutating func rule(languages outer: [String]) throws(AuditRuleError) -> RuleFile.Entry {
        let id = try needed("id")
        let line = table["id"]?.line ?? self.line
        let examples = try self.examples()
        guard let cwe = try number("cwe") else { throw error("rule '\(Visible.text(id))' needs a 'cwe', a number") }
        let official = OWASP.categories(of: cwe)
        let own = try texts("owasp") ?? []
        for category in own where OWASP.name(of: category) == nil {
            throw error("'\(Visible.text(category))' is no category of OWASP, such as A03:2021", "owasp")
        }
        var rule = AuditRule(
            id: id, title: try needed("title"), cwe: cwe, owasp: official.isEmpty ? own : official,
            isOfficialOWASP: !official.isEmpty,
            kind: try choice("class", AuditClass.init(named:), AuditClass.allCases.map(\.name)) ?? .security,
            severity: try choice("severity", Severity.init(rawValue:), Severity.allCases.map(\.rawValue)) ?? .medium,
            confidence: try choice("confidence", AuditConfidence.init(named:), AuditConfidence.allCases.map(\.name))
                ?? .medium,
            languages: try languages() ?? outer, message: try needed("message"), remedy: try needed("remedy"))
        let sink = try text("kind") ?? ""
        rule.calls = try patterns("call")
        rule.callWords = try texts("call-words") ?? []
        rule.sets = try patterns("set")
        rule.keys = try patterns("key")
        rule.uses = try patterns("use")
        rule.isReturn = try flag("return")
        rule.isBuiltText = try flag("built-text")
        rule.isLiteral = try flag("literal")
        rule.check = try choice("check", Check.init(rawValue:), Check.allCases.map(\.rawValue))
        rule.nearWords = try texts("near") ?? []
        rule.unlessNearWords = try texts("unless-near") ?? []
        rule.nearNames = try texts("near-names") ?? []
        if let names = try texts("used-as") { (rule.nearNames, rule.isNearFunction) = (names, false) }
        rule.otherConfidence = try choice(
            "otherwise", AuditConfidence.init(named:), AuditConfidence.allCases.map(\.name))
        rule.textWords = try texts("text-has") ?? []
        rule.parameterConfidence = try level("parameter", .medium)
        rule.unknownConfidence = try level("unknown", .low)
        let condition = try tables("line").first
        if var line = condition {
            let lines = LineCondition(
                all: try line.words("all"), any: try line.words("any"), none: try line.words("none"),
                unlessText: try line.words("unless-text"), textHas: try line.words("text-has"))
            guard !lines.signs.isEmpty else { throw line.error("a 'line' needs 'all' or 'any'") }
            rule.lines = lines
            try line.finish()
        }
        for var inner in try tables("where") {
            rule.conditions.append(try inner.condition())
            try inner.finish()
        }
        let isFound =
            !(rule.calls.isEmpty && rule.sets.isEmpty && rule.keys.isEmpty && rule.uses.isEmpty)
            || rule.isReturn || rule.isBuiltText || rule.isLiteral || !rule.callWords.isEmpty || rule.check != nil
            || rule.lines != nil
        guard isFound else {
            throw error("rule '\(Visible.text(id))' says nowhere what it looks for: 'call', 'set', 'key', 'use', …")
        }
        try finish()
        return RuleFile.Entry(rule: rule, sink: sink, examples: examples, line: line)
    }

    /// `[[rule.example]]`: code that the rule must speak of, and the same mended.
    private mutating func examples() throws(AuditRuleError) -> [RuleExample] {
        var examples: [RuleExample] = []
        for var inner in try tables("example") {
            let language = try inner.text("language")
            if let language, !RuleLibrary.languages.contains(language) {
                throw inner.error("there are no rules for '\(Visible.text(language))'", "language")
            }
            let before = examples.count
            for (key, mustMatch) in [("must-match", true), ("must-not-match", false)] {
                guard let code = try inner.text(key) else { continue }
                examples.append(
                    RuleExample(
                        language: language, code: code, mustMatch: mustMatch, line: inner.table[key]?.line ?? inner.line
                    ))
            }
            guard examples.count > before else {
                throw inner.error("an example needs 'must-match' or 'must-not-match'")
            }
            try inner.finish()
        }
        return examples
    }

    /// Texts that are looked for in a line, in lower case.
    private mutating func words(_ key: String) throws(AuditRuleError) -> [String] {
        (try texts(key) ?? []).map { $0.lowercased() }.filter { !$0.isEmpty }
    }

    private mutating func level(_ key: String, _ standard: AuditConfidence) throws(AuditRuleError) -> AuditConfidence? {
        guard let text = try text(key) else { return standard }
        if text == "none" { return nil }
        guard let level = AuditConfidence(named: text) else {
            throw error("'\(key)' is one of low, medium, high, none, not '\(Visible.text(text))'", key)
        }
        return level
    }

    private mutating func condition() throws(AuditRuleError) -> ArgumentCondition {
        var condition = ArgumentCondition()
        condition.names = (try texts("name") ?? []).map { Word($0) }
        condition.place = condition.names.isEmpty ? .any : .keywordOnly
        if case .integer? = table["arg"]?.value {
            condition.place = .position(try number("arg") ?? 0)
        } else if let place = try text("arg") {
            switch place {
            case "any": condition.place = .any
            case "last": condition.place = .last
            case "receiver": condition.place = .receiver
            default:
                guard place.hasSuffix("+"), let start = Int(place.dropLast()) else {
                    throw error("'arg' is a number from 0, \"1+\", \"any\", \"last\" or \"receiver\"", "arg")
                }
                condition.place = .from(start)
            }
        }
        if let test = try choice(
            "value", ArgumentCondition.Test.init(rawValue:), ArgumentCondition.Test.allCases.map(\.rawValue))
        {
            condition.test = test
        }
        condition.equals = (try texts("is") ?? []).map { $0.lowercased() }
        condition.has = (try texts("has") ?? []).map { $0.lowercased() }
        condition.lacks = (try texts("lacks") ?? []).map { $0.lowercased() }
        condition.below = try number("below")
        condition.reads = try choice("reads", TextShape.init(rawValue:), TextShape.allCases.map(\.rawValue))
        condition.isNegated = try flag("not")
        return condition
    }
}
