#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Figures in words: few digits, the sign of what is meant.
package enum FigureWords {
    /// `18.2`, `1,204`, `0.04`.
    package static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        let size = abs(value)
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 1 : size >= 0.095 ? 2 : size == 0 ? 0 : 3
        let scale = [1.0, 10, 100, 1000][places]
        let rounded = (value * scale).rounded() / scale
        let whole = Int64(abs(rounded))
        var text = grouped(whole)
        let rest = Int64((abs(rounded) * scale).rounded()) - whole * Int64(scale)
        if places > 0, rest > 0 {
            let digits = String(rest)
            text += "." + String(repeating: "0", count: places - digits.count) + digits
            while text.hasSuffix("0") { text.removeLast() }
        }
        return (rounded < 0 ? "−" : "") + text
    }

    private static func grouped(_ value: Int64) -> String {
        let digits = Array(String(value))
        return digits.enumerated().map { place, digit in
            place > 0 && (digits.count - place).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
        }.joined()
    }

    /// `18.2 h`, `17 %`, `22 a week`.
    package static func value(_ value: Double?, _ row: ScoreRow) -> String {
        guard let value else { return "–" }
        return row.isShare
            ? "\(number(rounded(value * 100))) %" : row.unit.isEmpty ? number(value) : "\(number(value)) \(row.unit)"
    }

    /// `4 of 23, 17 %`, where there is room for it.
    package static func figure(_ figure: Figure?, _ row: ScoreRow) -> String {
        guard let figure else { return "–" }
        if case .share(let share) = figure.measured, share.total > 0 {
            return "\(value(share.share, row)) (\(share.hits) of \(share.total))"
        }
        return value(figure.value, row)
    }

    /// `−28 %`, `+10 points`.
    package static func change(_ comparison: Comparison?) -> String {
        guard let comparison, let change = comparison.change, comparison.interval != nil else { return "–" }
        return comparison.scale == .ratio ? percent(change) : "\(signed(change * 100)) points"
    }

    /// `−51 … +6`, on the scale of the change.
    package static func interval(_ comparison: Comparison?) -> String {
        guard let comparison, let interval = comparison.interval else { return "–" }
        return comparison.scale == .ratio
            ? "\(percent(interval.lower, isBare: true)) … \(percent(interval.upper, isBare: true))"
            : "\(signed(interval.lower * 100)) … \(signed(interval.upper * 100))"
    }

    /// A ratio as a change: by percent, and by times where it is many.
    private static func percent(_ ratio: Double, isBare: Bool = false) -> String {
        if ratio.isInfinite { return "∞" }
        if ratio >= 10 { return "× \(number(ratio))" }
        return signed((ratio - 1) * 100) + (isBare ? "" : " %")
    }

    private static func signed(_ value: Double) -> String {
        let value = value.rounded()
        return value > 0 ? "+\(number(value))" : value < 0 ? number(value) : "0"
    }

    private static func rounded(_ value: Double) -> Double { abs(value) >= 10 ? value.rounded() : value }

    /// `▲ more`, `too few to tell`.
    package static func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .more: "▲ more"
        case .less: "▼ less"
        default: verdict.rawValue
        }
    }

    /// `71 → 94`.
    package static func counts(_ row: ScoreRow) -> String {
        guard let before = row.before else { return number(Double(row.after.count)) }
        return "\(number(Double(before.count))) → \(number(Double(row.after.count)))"
    }
}
