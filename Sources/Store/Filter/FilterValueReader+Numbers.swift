extension FilterValueReader {
    func number(_ element: FilterElement) throws(FilterError) -> FilterSpan {
        if let (lower, upper) = element.splitAtDots() {
            try checkRange(lower, upper, element)
            let span = FilterSpan(
                lower: lower.isEmpty ? nil : whole(try quantity(lower, element), .up),
                upper: upper.isEmpty ? nil : whole(try quantity(upper, element), .down))
            if let lower = span.lower, let upper = span.upper, lower > upper { throw backwards(element) }
            return span
        }
        var rest = element
        let comparison = FilterComparison(taking: &rest)
        let value = try quantity(rest.text, element)
        return switch comparison {
        case .less: FilterSpan(upper: whole(value, .up) - 1)
        case .atMost: FilterSpan(upper: whole(value, .down))
        case .more: FilterSpan(lower: whole(value, .down) + 1)
        case .atLeast: FilterSpan(lower: whole(value, .up))
        case .equal, .none: FilterSpan(lower: whole(value, .up), upper: whole(value, .down))
        }
    }

    /// `-3d` and `2d` alike, in milliseconds: how long ago.
    func duration(_ text: String) -> Int64? {
        let units: [(String, Double)] = [
            ("mo", 30 * 86_400_000), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
            ("w", 7 * 86_400_000), ("y", 365 * 86_400_000),
        ]
        let text = text.lowercased()
        for (unit, milliseconds) in units where text.hasSuffix(unit) {
            guard let count = decimal(text.dropLast(unit.count)) else { return nil }
            return whole(count * milliseconds, .toNearestOrEven)
        }
        return nil
    }

    /// A time span that ends the given time ago, counted back from now.
    func age(_ element: FilterElement) throws(FilterError) -> FilterSpan {
        if let (lower, upper) = element.splitAtDots() {
            try checkRange(lower, upper, element)
            let youngest = lower.isEmpty ? nil : try length(lower, element)
            let oldest = upper.isEmpty ? nil : try length(upper, element)
            if let youngest, let oldest, youngest > oldest { throw backwards(element) }
            return FilterSpan(lower: oldest.map { clock.now - $0 }, upper: youngest.map { clock.now - $0 })
        }
        var rest = element
        let comparison = FilterComparison(taking: &rest)
        let point = clock.now - (try length(rest.text, element))
        return switch comparison {
        case .less: FilterSpan(lower: point + 1)
        case .atMost, .equal, .none: FilterSpan(lower: point)
        case .more: FilterSpan(upper: point - 1)
        case .atLeast: FilterSpan(upper: point)
        }
    }

    private func length(_ text: String, _ element: FilterElement) throws(FilterError) -> Int64 {
        if let length = duration(text) { return length }
        throw FilterError(
            "'\(text)' is not a length of time: write a number and s, m, h, d, w, mo or y, as in '2d'.",
            at: element.range, suggestion: decimal(text[...]).map { _ in text + "d" })
    }

    private func quantity(_ text: String, _ element: FilterElement) throws(FilterError) -> Double {
        var digits = text[...]
        var factor = 1.0
        switch digits.last {
        case "k", "K": factor = 1e3
        case "m", "M": factor = 1e6
        default: break
        }
        if factor > 1 { digits.removeLast() }
        if let value = decimal(digits) { return value * factor }
        throw FilterError(
            "'\(text)' is not a number: write digits, with k or M behind them for thousands and millions.",
            at: element.range)
    }

    /// Digits with at most one point among them.
    private func decimal(_ text: Substring) -> Double? {
        guard text.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true, text.utf8.count <= 18,
            text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(String(text))
    }

    /// Within what can be added to any time without overflow.
    private func whole(_ value: Double, _ rule: FloatingPointRoundingRule) -> Int64 {
        Int64(min(max(value, -1e17), 1e17).rounded(rule))
    }
}
