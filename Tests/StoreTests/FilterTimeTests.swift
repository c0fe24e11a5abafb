import Testing

@testable import Store

@Suite struct `Filter: times` {
    let store: FilterStore

    init() throws { store = try FilterStore() }

    /// The milliseconds that a time stands for, on a clock an hour east of UTC.
    private func span(_ value: String) throws -> [FilterValue] {
        try FilterStore.filter("at:" + value).condition(for: .turns).arguments
    }

    private func day(_ start: Int64, days: Int64 = 1) -> [FilterValue] {
        [.integer(start), .integer(start + days * 86_400_000 - 1)]
    }

    @Test func `a day is a day of the local clock`() throws {
        let today: Int64 = 1_793_833_200_000  // 2026-11-04T23:00Z
        #expect(try span("2026-11-05") == day(today))
        #expect(try span("today") == day(today))
        #expect(try span("yesterday") == day(today - 86_400_000))
        #expect(try span("2026-11-04..2026-11-05") == day(today - 86_400_000, days: 2))
    }

    @Test func `months and years are whole`() throws {
        #expect(try span("2026-11") == day(1_793_487_600_000, days: 30))
        #expect(try span("2024-02") == day(1_706_742_000_000, days: 29))
        #expect(try span("2026-12") == day(1_796_079_600_000, days: 31))
        #expect(try span("2026") == day(1_767_222_000_000, days: 365))
    }

    @Test func `an ISO time is as long as it is exact, in its own zone or the local one`() throws {
        let noon = FilterStore.now
        #expect(try span("2026-11-05T13:00") == [.integer(noon), .integer(noon + 59_999)])
        #expect(try span("2026-11-05T12:00:00Z") == [.integer(noon), .integer(noon + 999)])
        #expect(try span("2026-11-05T14:30:00.250+02:30") == [.integer(noon + 250), .integer(noon + 250)])
        #expect(try span("\"2026-11-05 13\"") == [.integer(noon), .integer(noon + 3_599_999)])
    }

    @Test func `comparisons leave the whole day in or out`() throws {
        #expect(try store.turns("at:>=2026-11-04") == "t1 t2")
        #expect(try store.turns("at:>2026-11-04") == "t1")
        #expect(try store.turns("at:<2026-11-04") == "t3 t4")
        #expect(try store.turns("at:<=2026-11-04") == "t2 t3 t4")
        #expect(try store.turns("at:..2026-11-03") == "t3 t4")
    }

    @Test func `a time counted back from now begins there`() throws {
        #expect(try store.turns("at:-2d") == "t1 t2")
        #expect(try store.turns("at:<-2d") == "t3 t4")
        #expect(try store.turns("at:-7d..-1d") == "t2 t3")
        #expect(try store.turns("at:-1w..now") == "t1 t2 t3")
    }

    @Test func `a day on which clocks change has 25 hours`() throws {
        // Central Europe, 2026-10-25: an hour less from 01:00Z on.
        func span(_ value: String) throws -> [FilterValue] {
            let filter = try Filter(
                "at:" + value, now: FilterStore.now, offset: { $0 < 1_792_890_000 ? 7200 : 3600 })
            return try filter.condition(for: .turns).arguments
        }
        let start: Int64 = 1_792_879_200_000
        #expect(try span("2026-10-25") == [.integer(start), .integer(start + 25 * 3_600_000 - 1)])
        let halfPastOne = start + 90 * 60_000
        #expect(try span("2026-10-25T01:30") == [.integer(halfPastOne), .integer(halfPastOne + 59_999)])
    }

    @Test(arguments: [
        "2026-13", "2026-02-30", "2025-02-29", "26-01-01", "2026-1-1", "2026-11-05T25:00", "2026-11-05T12:00Q", "soon",
        "0000", "2026-11-05T", "-2", "2026-11-05T12:00+99:00",
    ])
    func `what is no time is refused`(value: String) {
        #expect(throws: FilterError.self) { try span(value) }
    }

    @Test func `the machine's own zone is asked where none is given`() throws {
        #expect(abs(Filter.localOffset(at: 1_793_880_000)) <= 50_400)
        #expect(try Filter("at:today", now: FilterStore.now).condition(for: .turns).arguments.count == 2)
    }
}
