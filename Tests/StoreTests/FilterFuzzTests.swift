import Testing

@testable import Store

@Suite struct `Filter: any input` {
    private static let pieces =
        FilterField.allCases.map { $0.rawValue + ":" } + [
            "(", ")", " ", " ", " ", "-", "\"", "\\", "*", "~", "..", ",", "<", ">=", "=", "/", ":", "or", "and ",
            "not ",
            "high", "med", "2d", "-7d", "today", "2026-11", "2026-11-05T10:00", "5k", "99999999999999999M", "applied",
            "person", "create", "tool", "refund", "日本", "é", "\u{0}", "\n", "%", "_", "'", ";", "?", "NEAR", "opus*",
            "\u{202E}", "🙂", "x", "1.5", "std::move",
        ]

    /// 5,000 for each list, side by side.
    @Test(arguments: Filter.Subject.allCases)
    func `never crashes, and what is accepted is SQL that runs`(subject: Filter.Subject) throws {
        let store = try FilterStore()
        let table =
            switch subject {
            case .turns: "turn t"
            case .generations: "generation g"
            case .edits: "edit e"
            case .sessions: "session s"
            }
        var random = Counter(seed: UInt64(table.utf8.count))
        var accepted = 0
        for round in 0..<5000 {
            var text = ""
            for _ in 0..<random.next(12) { text += Self.pieces[random.next(Self.pieces.count)] }
            // Half of them are close to a filter that someone would write.
            if round % 2 == 0 { text = "model:x \(Self.pieces[random.next(22)])high,\(text.filter { $0 != "(" })" }
            do {
                let filter = try Filter(text, now: FilterStore.now &+ Int64(random.next(1 << 40)), offset: { $0 })
                accepted += 1
                try store.prepare(try filter.condition(for: subject), table)
            } catch let error as FilterError {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
                #expect(error.message.hasSuffix(".") || error.message.hasSuffix("?"))
                _ = error.pointing(in: text)
            }
        }
        #expect(accepted > 500)
    }

    @Test func `times at the ends of counting do not overflow`() throws {
        for now in [Int64.min, 0, .max] {
            for text in ["age:>99999999999999y", "at:today", "at:<-99999999y", "at:9999", "at:0001-01-01"] {
                let filter = try Filter(text, now: now, offset: { _ in .max })
                #expect(try !filter.condition(for: .edits).sql.isEmpty)
            }
        }
    }

    /// Numbers that are the same in every run.
    private struct Counter {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
