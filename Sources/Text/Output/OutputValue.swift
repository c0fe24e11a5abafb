/// One value of a list.
package enum OutputValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case number(Double)
    case timestamp(Timestamp)
    case null

    /// For people, not yet safe to print; nil for null.
    func shown(_ clock: TimeZoneClock) -> String? {
        switch self {
        case .text(let text): return text
        case .integer(let integer): return String(integer)
        case .number(let number): return Self.shown(number)
        case .timestamp(let time):
            let parts = clock.parts(of: time)
            return "\(parts.date) \(parts.time)"
        case .null: return nil
        }
    }

    /// For programs: all digits, UTC; nil for null.
    var exact: String? {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): number.isFinite ? number.description : nil
        case .timestamp(let time): time.iso
        case .null: nil
        }
    }

    /// At most three digits after the point, and none that say nothing.
    private static func shown(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        let size = number.magnitude
        guard size < 1e12, size >= 0.001 || size == 0 else { return number.description }
        let thousandths = Int64((size * 1000).rounded())
        var text = String(thousandths / 1000)
        if thousandths % 1000 != 0 {
            text += "." + DateParts.padded(thousandths % 1000, 3)
            while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        }
        return number < 0 && thousandths != 0 ? "-" + text : text
    }
}

extension [OutputValue] {
    /// The value of a column, null where the row is too short.
    func value(at place: Int) -> OutputValue {
        place < count ? self[place] : .null
    }
}
