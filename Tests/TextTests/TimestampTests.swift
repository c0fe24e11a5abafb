import Testing
import Text

struct TimestampTests {
    @Test(arguments: [
        ("2025-10-26T10:38:08.753Z", "2025-10-26T10:38:08.753Z"), ("2025-10-26T10:38:08Z", "2025-10-26T10:38:08.000Z"),
        ("2025-10-26T10:38:08.7539999+02:00", "2025-10-26T08:38:08.753Z"),
        ("2025-10-26 10:38:08", "2025-10-26T10:38:08.000Z"),
        ("2025-10-26 10:38:08 -0130", "2025-10-26T12:08:08.000Z"), ("2025-10-26T10:38+02", "2025-10-26T08:38:00.000Z"),
        ("2025-10-26", "2025-10-26T00:00:00.000Z"), ("2024-02-29t23:59:60z", "2024-03-01T00:00:00.000Z"),
        ("1969-12-31T23:59:59,9Z", "1969-12-31T23:59:59.900Z"), ("0000-01-01", "0000-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"), ("2000-02-29", "2000-02-29T00:00:00.000Z"),
    ])
    func `times are read as agents, git and logs write them`(text: String, iso: String) {
        #expect(Timestamp(iso: text)?.iso == iso)
    }

    @Test(arguments: [
        "", "2025", "2025-13-01", "2025-02-29", "1900-02-29", "2025-00-10", "2025-01-32", "2025-10-26T24:00:00Z",
        "2025-10-26T10:60Z", "2025-10-26T10:00:61Z", "2025-10-26T10:38:08.Z", "2025-10-26T10:38:08Zx",
        "2025-10-26T10:38:08+2", "2025-10-26T10:38:08+02:", "2025-10-26T10:38:08+24:00", "2025-10-26T", "2025-10-26 ",
        "2025-1-1", "２025-10-26", "yesterday", " 2025-10-26", "2025-10-26T10:38:08 ",
    ])
    func `what is no time is nil`(text: String) {
        #expect(Timestamp(iso: text) == nil)
    }

    @Test func `milliseconds count from 1970`() {
        #expect(Timestamp(iso: "2025-10-26T10:38:08.753Z")?.milliseconds == 1_761_475_088_753)
        #expect(Timestamp(iso: "1970-01-01")?.milliseconds == 0)
    }

    @Test func `the ends of all time have a text`() {
        #expect(Timestamp(milliseconds: .max).iso == "+292278994-08-17T07:12:55.807Z")
        #expect(Timestamp(milliseconds: .min).iso == "-292275055-05-16T16:47:04.192Z")
        #expect(Timestamp(milliseconds: .min).age(at: Timestamp(milliseconds: .max)) == "584942417y")
    }

    @Test(
        arguments: [
            (0, "0s"), (59_999, "59s"), (60_000, "1m"), (3_599_000, "59m"), (7_200_000, "2h"), (86_400_000, "1d"),
            (86_400_000 * 13, "13d"), (86_400_000 * 14, "2w"), (86_400_000 * 365, "1y"), (-500, "0s"),
            (-180_000, "in 3m"),
        ] as [(Int64, String)])
    func `age is one unit`(elapsed: Int64, text: String) {
        let now = Timestamp(milliseconds: 1_761_475_088_753)
        #expect(Timestamp(milliseconds: now.milliseconds - elapsed).age(at: now) == text)
    }

    @Test func `a clock shows its own zone, with the date that it has there`() throws {
        let east = TimeZoneClock { _ in 2 * 3_600 }
        let evening = try #require(Timestamp(iso: "2025-12-31T22:30:05Z"))
        let parts = east.parts(of: evening)
        #expect(parts.date == "2026-01-01" && parts.time == "00:30" && parts.clock == "00:30:05")
        #expect(parts.weekday == 3)
        #expect(TimeZoneClock.utc.parts(of: evening).date == "2025-12-31")
        #expect(east.parts(of: Timestamp(milliseconds: .max)).year == 292_278_994)
        #expect(TimeZoneClock.local.parts(of: Timestamp(milliseconds: .min)).year <= -292_275_054)
    }
}
