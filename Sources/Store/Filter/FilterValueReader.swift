import Text

/// Reads one value of a field by the field's kind.
struct FilterValueReader {
    let clock: FilterClock

    func predicate(of field: FilterField, _ element: FilterElement) throws(FilterError) -> FilterPredicate {
        switch field.kind {
        case .text where field == .words || field == .prompt: .word(try searched(element, field: field))
        case .text: .text(try match(element, field: field))
        case .number: .span(try number(element))
        case .time: .span(try time(element))
        case .duration: .span(try age(element))
        case .level: .levels(try levels(element))
        case .choice(let choices): .choice(try choice(element, among: choices))
        }
    }

    // MARK: - Words

    func word(_ element: FilterElement, isBeginning: Bool) throws(FilterError) -> FilterWord {
        let ends = element.splitAtStars()
        let isPrefix = ends.count > 1 && ends.last == ""
        let text = ends.joined(separator: " ").trimmingSpaces
        guard text.unicodeScalars.contains(where: \.isSearchable) else {
            throw FilterError(
                "'\(element.text)' has no letter or digit, so search cannot find it: add a word, or take it out.",
                at: element.range)
        }
        return FilterWord(text: text, isPrefix: isPrefix || isBeginning && !element.hasQuotes)
    }

    private func searched(_ element: FilterElement, field: FilterField) throws(FilterError) -> FilterWord {
        var element = element
        _ = element.take("~")
        try refuseComparison(element, field: field)
        return try word(element, isBeginning: false)
    }

    // MARK: - Texts

    private func match(_ element: FilterElement, field: FilterField) throws(FilterError) -> FilterTextMatch {
        var element = element
        if element.take("~") {
            guard !element.isEmpty else {
                throw FilterError("'~' needs the text to look for right behind it.", at: element.range)
            }
            let parts = element.splitAtStars()
            return parts.count == 1 ? .contains(parts[0]) : .glob([""] + parts + [""])
        }
        try refuseComparison(element, field: field)
        try refusePattern(element, field: field)
        _ = element.take("=")
        let parts = element.splitAtStars()
        guard parts.count > 1 || !parts[0].isEmpty else {
            throw FilterError("'=' needs the text to look for right behind it.", at: element.range)
        }
        return parts.count == 1 ? .equal(parts[0]) : .glob(parts)
    }

    private func refuseComparison(_ element: FilterElement, field: FilterField) throws(FilterError) {
        guard element.starts(with: "<") || element.starts(with: ">") else { return }
        throw FilterError(
            "'\(field.rawValue)' is a text and has no order, so '\(element.text)' asks nothing: quote it to mean it.",
            at: element.range, suggestion: element.text.quotedForFilter)
    }

    /// `/…/` reads like a regular expression; for a file it may as well be a folder.
    private func refusePattern(_ element: FilterElement, field: FilterField) throws(FilterError) {
        let text = element.text
        guard element.starts(with: "/"), text.utf8.count > 1, text.hasSuffix("/") else { return }
        let signs: [Unicode.Scalar] = ["^", "$", "|", "+", "?", "[", "\\"]
        guard field != .file || text.contains(".*") || text.unicodeScalars.contains(where: signs.contains) else {
            return
        }
        throw FilterError(
            "'\(text)' looks like a regular expression, which filters do not take: use 'a*b' or '~part'.",
            at: element.range)
    }

    // MARK: - Levels and choices

    private func levels(_ element: FilterElement) throws(FilterError) -> [Int] {
        if let (lower, upper) = element.splitAtDots() {
            try checkRange(lower, upper, element)
            let first = lower.isEmpty ? 0 : try level(lower, element)
            let last = upper.isEmpty ? 4 : try level(upper, element)
            guard first <= last else { throw backwards(element) }
            return Array(first...last)
        }
        var element = element
        let comparison = FilterComparison(taking: &element)
        let level = try level(element.text, element)
        return (0...4).filter { comparison.holds($0, level) }
    }

    private func level(_ text: String, _ element: FilterElement) throws(FilterError) -> Int {
        let levels = ["info", "low", "medium", "high", "critical"]
        let name = text.lowercased()
        if let level = levels.firstIndex(of: name == "med" ? "medium" : name) { return level }
        throw FilterError(
            "'\(text)' is not a level: use info, low, medium, high or critical.", at: element.range,
            suggestion: Nearest.word(to: text, among: levels))
    }

    private func choice(_ element: FilterElement, among choices: [String]) throws(FilterError) -> String {
        var element = element
        _ = element.take("=")
        let text = element.text
        if choices.contains(text.lowercased()) { return text.lowercased() }
        throw FilterError(
            "'\(text)' is not one of its values: use \(choices.alternatives).", at: element.range,
            suggestion: Nearest.word(to: text, among: choices))
    }

    // MARK: - Ranges

    func checkRange(_ lower: String, _ upper: String, _ element: FilterElement) throws(FilterError) {
        guard lower.isEmpty, upper.isEmpty else { return }
        throw FilterError("'..' needs a value before it, after it, or both.", at: element.range)
    }

    func backwards(_ element: FilterElement) -> FilterError {
        FilterError("The range '\(element.text)' ends before it begins: swap its ends.", at: element.range)
    }
}

extension Unicode.Scalar {
    /// "By default … all unicode characters of categories L*, N* and Co are token characters" (FTS5, unicode61).
    var isSearchable: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}

extension String {
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

extension [String] {
    /// `a, b or c`.
    var alternatives: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
