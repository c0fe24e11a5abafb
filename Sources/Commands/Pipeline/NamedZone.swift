import ArgumentParser
import Foundation
import Text

/// A zone of time by its name.
struct NamedZone {
    let name: String
    let clock: TimeZoneClock

    init(_ name: String) throws {
        switch name.lowercased() {
        case "local": (self.name, clock) = (TimeZone.current.identifier, .local)
        case "utc", "z": (self.name, clock) = ("UTC", .utc)
        default:
            if let seconds = Self.offset(name) {
                (self.name, clock) = (name, TimeZoneClock { _ in seconds })
            } else if let zone = TimeZone(identifier: name) {
                self.name = name
                clock = TimeZoneClock { moment in
                    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)))
                }
            } else {
                throw ValidationError("'\(name)' is no zone of time: write it as UTC, +02:00 or Europe/Berlin.")
            }
        }
    }

    /// `+02:00`, `-5`.
    private static func offset(_ text: String) -> Int64? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let parts = text.dropFirst().split(separator: ":").map { Int64($0) }
        guard let hours = parts.first ?? nil, hours < 15, parts.count <= 2 else { return nil }
        let minutes = parts.count == 2 ? parts[1] ?? 60 : 0
        guard minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }

    /// Milliseconds by which the clock is ahead of UTC.
    func offset(at moment: Int64) -> Int64 {
        let parts = clock.parts(of: Timestamp(milliseconds: moment))
        let shown = Timestamp(iso: "\(parts.date)T\(parts.clock)Z")?.milliseconds ?? moment
        return shown - (moment - moment % 1000)
    }

    /// The moment at which a day begins in the zone, or one that names its own.
    func moment(of text: String) throws -> Int64 {
        guard let time = Timestamp(iso: text) else {
            throw ValidationError("'\(text)' is no day: write it as 2026-09-01.")
        }
        guard text.utf8.count == 10 else { return time.milliseconds }
        // Twice, for the day on which the clock is put forward or back.
        let guess = time.milliseconds - offset(at: time.milliseconds)
        return time.milliseconds - offset(at: guess)
    }

    /// A month, and the one before it.
    func month(_ text: String) throws -> (before: Range<Int64>, after: Range<Int64>) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard text.utf8.count == 7, parts.count == 2, 1...12 ~= parts[1], Timestamp(iso: "\(text)-01") != nil else {
            throw ValidationError("'\(text)' is no month: write it as 2026-10.")
        }
        func first(_ months: Int) throws -> Int64 {
            let place = parts[0] * 12 + parts[1] - 1 + months
            let (year, month) = (place / 12, place % 12 + 1)
            return try moment(
                of: String(repeating: "0", count: max(0, 4 - String(year).count))
                    + "\(year)-\(month < 10 ? "0" : "")\(month)-01")
        }
        return (try first(-1)..<first(0), try first(0)..<first(1))
    }

    func day(_ moment: Int64) -> String { clock.parts(of: Timestamp(milliseconds: moment)).date }
}
