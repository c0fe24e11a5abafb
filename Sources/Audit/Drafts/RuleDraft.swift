import Text

/// A rule that is written from a line of code that did harm: a pattern of what is called there, its name looked up
/// through the imports of the text, with a condition that tells it from the mended code.
///
/// It holds of its own examples as it stands: each form that it might have is tried on them.
package struct RuleDraft: Sendable {
    /// Why there is no draft, as one sentence.
    package struct Absence: Error, Equatable, Sendable, CustomStringConvertible {
        package let description: String
    }

    package var id: String
    /// TOML, ready to be saved.
    package var text: String
    /// Whether mended code was there, and the rule is silent about it.
    package var isTold = false

    /// - Parameters:
    ///   - code: the text with the line.
    ///   - line: from 1.
    ///   - mended: the same function without the fault, where it is known.
    ///   - origin: what the draft is from, as the user named it: `edit:4f2a`, `src/a.py:12`.
    package init(
        code: String, line: Int, mended: String? = nil, language: String, origin: String
    ) throws(Absence) {
        guard RuleLibrary.languages.contains(language) else {
            throw Absence(
                description: "There are no rules for '\(Visible.text(language))': the file's name tells its language.")
        }
        guard let place = DraftPlace(code: code, line: line, language: language) else {
            throw Absence(
                description:
                    "Line \(line) of \(Visible.text(origin)) calls nothing and sets no member that a rule could speak of."
            )
        }
        let fault = place.example
        let good = mended.map {
            DraftPlace.example(of: $0, named: place.functionName, imports: place.importLines, language: language)
        }
        id = "own." + place.shortName
        let known = Self.known(code: code, line: line, language: language)
        var chosen: (condition: String, isTold: Bool)?
        for condition in place.conditions {
            let toml = Self.toml(id: id, place, condition, known, language, origin, fault, nil)
            guard Self.speaks(toml, id, of: fault, language) else { continue }
            guard let good else {
                chosen = (condition, false)
                break
            }
            if !Self.speaks(toml, id, of: good, language) {
                chosen = (condition, true)
                break
            }
        }
        guard let chosen = chosen ?? (good == nil ? nil : Self.fallback(id, place, known, language, origin, fault))
        else {
            throw Absence(
                description: "No pattern finds line \(line) of \(Visible.text(origin)) again: write the rule by hand.")
        }
        isTold = chosen.isTold
        text = Self.toml(id: id, place, chosen.condition, known, language, origin, fault, chosen.isTold ? good : nil)
    }

    /// Finds the fault, and cannot tell it from the mended code.
    private static func fallback(
        _ id: String, _ place: DraftPlace, _ known: AuditFinding?, _ language: String, _ origin: String, _ fault: String
    ) -> (condition: String, isTold: Bool)? {
        place.conditions.first {
            speaks(toml(id: id, place, $0, known, language, origin, fault, nil), id, of: fault, language)
        }.map { ($0, false) }
    }

    /// The function of another text with the name of that around a line of this one.
    package static func function(around line: Int, of code: String, in text: String, language: String) -> String? {
        guard let name = DraftPlace(code: code, line: line, language: language)?.functionName else { return nil }
        return DraftPlace.function(named: name, in: text, language: language)
    }

    private static func speaks(_ toml: String, _ id: String, of code: String, _ language: String) -> Bool {
        guard let library = try? RuleLibrary(own: [("draft.toml", Array(toml.utf8))]),
            let rules = try? library.rules(for: language)
        else { return false }
        return Auditor(rules).auditByEachRule(code)?.contains { $0.rule == id } ?? false
    }

    /// What is said of the line already: its weakness is a first guess.
    private static func known(code: String, line: Int, language: String) -> AuditFinding? {
        guard let rules = try? RuleLibrary().rules(for: language) else { return nil }
        return Auditor(rules).audit(code)?.first { $0.lines.contains(line) && $0.kind == .security }
    }

    private static func toml(
        id: String, _ place: DraftPlace, _ condition: String, _ known: AuditFinding?, _ language: String,
        _ origin: String, _ fault: String, _ mended: String?
    ) -> String {
        let weakness =
            known.map { "cwe = \($0.cwe)  # as \($0.rule) has it" }
            ?? "cwe = 20  # which kind of weakness it is: cwe.mitre.org"
        let example =
            mended.map { "must-not-match = \(quoted($0))" } ?? """
                # The same, mended: until it is here, 'colophon rules test' says that it is missing.
                # must-not-match = \"""
                # \"""
                """
        return """
            # From \(Visible.text(origin)). Say what it is about, then hold it against your code:
            # colophon rules test FILE; colophon audit --rules FOLDER PATH
            languages = ["\(language)"]

            [[rule]]
            id = "\(id)"
            title = "\(place.title)"
            \(weakness)
            severity = "high"
            confidence = "medium"
            \(place.pattern)
            \(condition.isEmpty ? "" : "where = [\(condition)]\n")message = "What goes wrong here."
            remedy = "What to write instead."

            [[rule.example]]
            must-match = \(quoted(fault))
            \(example)

            """
    }

    /// A text of several lines, so that code can be read in it.
    private static func quoted(_ code: String) -> String {
        let isPlain =
            !code.contains("'''") && !code.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
        let ended = code.hasSuffix("\n") ? code : code + "\n"
        if isPlain { return "'''\n" + ended + "'''" }
        var text = ""
        for scalar in ended.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n", "\t": text.unicodeScalars.append(scalar)
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    text +=
                        "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                        + String(scalar.value, radix: 16)
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return "\"\"\"\n" + text + "\"\"\""
    }
}
