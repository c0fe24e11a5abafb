/// The rules and the knowledge of libraries for one language, with tables to find by name what is said of it.
package final class RuleSet: Sendable {
    package let language: String
    package let rules: [AuditRule]
    let sources: [Source]
    let sanitizers: [Clearing]
    let guards: [Clearing]
    let names: NameTable.Index
    let dialect: Dialect
    /// The rules that are found otherwise than by a name.
    let returns: [Int]
    let builtTexts: [Int]
    let literals: [Int]
    /// Words of which a line has one where a rule of lines may mean it, and the rules of each word.
    let lineWords: TextWords
    let lineRules: [[Int]]
    let wordCalls: [Int]
    let checks: [Check: Int]
    /// Words that some rule wants to be near, to note where they stand.
    let nearWords: WordSet
    let sinkNames: [String]
    /// The kinds that a check of a path, and a check of a bound, are good for.
    let pathKinds: UInt32
    let boundKinds: UInt32
    /// Where it is the host of an address that does harm.
    let hostKinds: UInt32
    let divisorKinds: UInt32
    let htmlKinds: UInt32
    let lineKinds: UInt32
    /// What a number is safe for: all but what counts.
    let numberCleared: UInt32

    private static let numberKinds = ["memory", "number", "divisor"]
    private static let numberCleared = ~((UInt32(1) << UInt32(numberKinds.count)) - 1)

    /// Where values come from outside of the program.
    struct Source: Sendable {
        /// `the query of the request`
        var what: String
        /// The position of the argument that is filled, for `scanf` and its like; nil for what is given back.
        var filled: Int?
        /// With more arguments it is none.
        var limit: Int?
        /// What it is safe for as it comes.
        var cleared: UInt32 = 0
    }

    /// What makes a value safe, and for which sinks.
    struct Clearing: Sendable {
        var kinds: UInt32
        /// What stands in the first argument, or nil.
        var literal: [String]
        /// Only where it is given something.
        var needsArguments = false
    }

    /// - Parameter own: how many of the files, the last ones, are the user's.
    init(language: String, files: [RuleFile], own: Int) {
        self.language = language
        dialect = Dialect.named(language)
        var rules: [AuditRule] = []
        var sources: [Source] = []
        var sanitizers: [Clearing] = []
        var guards: [Clearing] = []
        var table = NameTable()
        // What a number may still do harm to.
        var sinks = Self.numberKinds
        func bits(_ names: [String]) -> UInt32 {
            var bits: UInt32 = 0
            for name in names {
                if name == "all" { return .max }
                if name == "numbers" {
                    bits |= Self.numberCleared
                    continue
                }
                if let place = sinks.firstIndex(of: name) {
                    bits |= 1 << UInt32(place)
                } else if sinks.count < 31 {
                    bits |= 1 << UInt32(sinks.count)
                    sinks.append(name)
                }
            }
            return bits
        }
        func add(_ patterns: [NamePattern], _ role: NameTable.Entry.Role, _ index: Int) {
            for pattern in patterns {
                let isMethod = pattern.shape == .suffix || pattern.shape == .suffixOfTwo
                table.add(pattern, .init(role: role, index: Int32(index), isMethod: isMethod))
            }
        }
        // The user's rule takes the place of one of ours with its id.
        var last: [String: String] = [:]
        for file in files { for entry in file.rules { last[entry.rule.id] = file.name } }
        for (number, file) in files.enumerated() {
            for entry in file.rules
            where last[entry.rule.id] == file.name
                && (entry.rule.languages.contains(language) || entry.rule.languages.isEmpty)
            {
                var rule = entry.rule
                rule.isOwn = number >= files.count - own
                // Of no kind: only what is safe for all is safe for it.
                rule.sink = entry.sink.isEmpty ? 1 << 31 : bits([entry.sink])
                let index = rules.count
                add(rule.calls, .call, index)
                add(rule.sets, .set, index)
                add(rule.keys, .key, index)
                add(rule.uses, .use, index)
                rules.append(rule)
            }
            guard file.languages.isEmpty || file.languages.contains(language) else { continue }
            for source in file.sources {
                add(source.calls, .source, sources.count)
                add(source.uses, .sourceUse, sources.count)
                sources.append(
                    Source(
                        what: source.what, filled: source.filled, limit: source.limit,
                        cleared: source.only.isEmpty ? bits(source.clears) : ~bits(source.only)))
            }
            for clearing in file.sanitizers {
                add(clearing.calls, .sanitizer, sanitizers.count)
                sanitizers.append(
                    Clearing(
                        kinds: bits(clearing.clears), literal: clearing.literals,
                        needsArguments: clearing.needsArguments))
            }
            for clearing in file.guards {
                add(clearing.calls, .guarding, guards.count)
                guards.append(Clearing(kinds: bits(clearing.clears), literal: clearing.literals))
            }
            add(file.carriers, .carrier, 0)
            add(file.builders, .builder, 0)
        }
        func places(_ isOne: (AuditRule) -> Bool) -> [Int] { rules.indices.filter { isOne(rules[$0]) } }
        self.rules = rules
        self.sources = sources
        self.sanitizers = sanitizers
        self.guards = guards
        names = NameTable.Index(table)
        returns = places { $0.isReturn }
        builtTexts = places { $0.isBuiltText }
        literals = places { $0.isLiteral }
        var signs: [String: [Int]] = [:]
        for (place, rule) in rules.enumerated() {
            for sign in rule.lines?.signs ?? [] { signs[sign, default: []].append(place) }
        }
        let words = signs.keys.sorted()
        lineWords = TextWords(words)
        lineRules = words.map { signs[$0] ?? [] }
        wordCalls = places { !$0.callWords.isEmpty }
        var checks: [Check: Int] = [:]
        for (place, rule) in rules.enumerated() {
            if let check = rule.check, checks[check] == nil { checks[check] = place }
        }
        self.checks = checks
        nearWords = WordSet(rules.flatMap { $0.nearWords + $0.unlessNearWords }.map { Word($0) })
        sinkNames = sinks
        numberCleared = Self.numberCleared
        func bit(_ name: String) -> UInt32 { sinks.firstIndex(of: name).map { 1 << UInt32($0) } ?? 0 }
        pathKinds = bit("path")
        htmlKinds = bit("html")
        hostKinds = bit("url") | bit("redirect")
        lineKinds = bit("log") | bit("header")
        boundKinds = bit("memory") | bit("number")
        divisorKinds = checks[.divisionByInput] == nil ? 0 : bit("divisor")
    }
}
