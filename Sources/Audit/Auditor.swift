import Syntax

/// Holds rules against texts: pure, the same findings for the same text and rules, on any machine.
///
/// Works on pieces of code that no compiler would take. Time and memory grow linearly with the text.
///
///     let auditor = try Auditor(RuleLibrary().rules(for: "python"))
///     auditor.audit("os.system(input())", path: "a.py")
package struct Auditor: Sendable {
    package let rules: RuleSet

    package init(_ rules: RuleSet) { self.rules = rules }

    /// What is larger is not looked at: nobody wrote it by hand.
    package static let largest = 8 << 20

    /// - Returns: findings in the order of the text; nil where nothing can be said: the language has no table, or the
    ///   text is larger than `largest`.
    ///   Where several rules speak of one weakness at one place, the surest of them does; the user's own always do.
    /// - Parameter packages: what may be imported; `nil` where that is not known, and imports are not checked.
    package func audit(_ text: String, path: String = "", packages: KnownPackages? = nil) -> [AuditFinding]? {
        var text = text
        return text.withUTF8 { audit($0, path: path, packages: packages) }
    }

    package func audit(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String = "", packages: KnownPackages? = nil
    ) -> [AuditFinding]? {
        inspect(bytes, path: path, packages).map { SurestFindings(of: $0.findings, by: rules).findings }
    }

    /// What every rule says, as its examples are held against it.
    package func auditByEachRule(_ text: String, packages: KnownPackages? = nil) -> [AuditFinding]? {
        var text = text
        return text.withUTF8 { inspect($0, path: "", packages)?.findings }
    }

    /// The findings, and how many steps it took to come to them.
    func inspect(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String, _ packages: KnownPackages? = nil
    ) -> (findings: [AuditFinding], steps: Int)? {
        guard bytes.count <= Self.largest, let lexicon = Lexicon.named(rules.language) else { return nil }
        let pieces = Pieces(bytes, lexicon, rules.dialect)
        return pieces.list.withUnsafeBufferPointer { list in
            var walk = Walk(rules, bytes, list)
            var raw: [(range: Range<Int>, rule: Int)] = []
            if rules.dialect.layout != .lines {
                walk.run()
                walk.checkFunctions()
                walk.checkLoops()
                walk.checkSwallowing()
                walk.checkGo()
                walk.checkTrust()
                walk.checkForgery()
                walk.checkPollution()
                walk.checkTargets()
                walk.checkPlaceholders()
                walk.checkRaces()
                if let packages { walk.checkImports(packages) }
            }
            raw += walk.checkComments(pieces.comments)
            raw += walk.checkLines(path: path)
            let findings = Report(walk, raw).findings
            return (findings, walk.steps)
        }
    }
}
