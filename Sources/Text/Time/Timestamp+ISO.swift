extension Timestamp {
    /// Reads ISO 8601 as agents, git and logs write it; nil for anything else.
    ///
    /// `2025-10-26T10:38:08.753Z`, `2025-10-26 10:38:08 +0200`, `2025-10-26T10:38+02`, `2025-10-26`. A space may stand for
    /// the T and before the zone, a comma for the point. A missing zone is UTC, a missing time midnight; digits of the
    /// fraction beyond milliseconds are dropped; second 60 is the first of the next minute.
    package init?(iso text: String) {
        var text = text
        guard let time = text.withUTF8({ Timestamp(iso: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = time
    }

    package init?(iso bytes: UnsafeRawBufferPointer) {
        var reader = ISOReader(rest: bytes[...])
        guard let milliseconds = reader.timestamp(), reader.rest.isEmpty else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

private struct ISOReader {
    var rest: Slice<UnsafeRawBufferPointer>

    mutating func timestamp() -> Int64? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
            1...12 ~= month, 1...DateParts.days(inMonth: month, of: year) ~= day
        else { return nil }
        let days = DateParts.days(year: year, month: month, day: day)
        if rest.isEmpty { return days * DateParts.dayLength }
        guard skip("T") || skip("t") || skip(" "), let time = time(), let offset = zone() else { return nil }
        return days * DateParts.dayLength + time - offset
    }

    private mutating func time() -> Int64? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
        let start = (hour * 60 + minute) * 60_000
        guard skip(":") else { return start }
        guard let second = number(2), second <= 60 else { return nil }
        guard skip(".") || skip(",") else { return start + second * 1000 }
        var milliseconds: Int64 = 0
        var weight: Int64 = 100
        var digits = 0
        while let digit = number(1) {
            milliseconds += digit * weight
            weight /= 10
            digits += 1
        }
        return digits > 0 ? start + second * 1000 + milliseconds : nil
    }

    /// Milliseconds east of Greenwich.
    private mutating func zone() -> Int64? {
        if rest.isEmpty { return 0 }
        _ = skip(" ")
        if skip("Z") || skip("z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(2), hours < 24 else { return nil }
        var minutes: Int64 = 0
        if skip(":") || !rest.isEmpty {
            guard let number = number(2), number < 60 else { return nil }
            minutes = number
        }
        let offset = (hours * 60 + minutes) * 60_000
        return isWest ? -offset : offset
    }

    private mutating func number(_ digits: Int) -> Int64? {
        var value: Int64 = 0
        var left = rest
        for _ in 0..<digits {
            guard let digit = left.popFirst(), 0x30...0x39 ~= digit else { return nil }
            value = value * 10 + Int64(digit - 0x30)
        }
        rest = left
        return value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }
}
