import Dashboard
import Flows
import Metrics
import Store
import Terminal
import Testing
import Text

/// The scoreboard, one figure, and the changes behind it.
@Suite struct PipelineScreenTests {
    static func tile(
        _ name: String, _ metric: PipelineMetric?, _ before: String, _ after: String, _ change: String,
        _ interval: String,
        _ counts: String, _ verdict: Verdict, isControl: Bool = false, outlook: String? = nil, high: Double = 0
    ) -> PipelineAccount.Tile {
        PipelineAccount.Tile(
            name: name, title: isControl ? "without generated code" : metric?.title ?? name, metric: metric,
            isControl: isControl, isShare: metric?.isShare ?? false, unit: metric?.unit.name ?? "", before: before,
            after: after, change: change, interval: interval, counts: counts, verdict: verdict, outlook: outlook,
            censored: metric == .mergeTime ? 3 : 0, missing: 2, count: 94,
            series: (0..<PipelineAccount.points).map { place in
                let value = high * (1 - Double(place) / 40) * (place % 3 == 0 ? 0.8 : 1)
                return .init(
                    value: place == 5 || high == 0 ? nil : value, low: value * 0.6, high: value * 1.3, count: 4)
            })
    }

    static let account: PipelineAccount = {
        let day: Int64 = 86_400_000
        var account = PipelineAccount(
            from: Samples.now - 180 * day, split: Samples.now - 90 * day, to: Samples.now)
        account.tiles = [
            tile(
                "merge-time", .mergeTime, "18.2 h", "13.1 h", "−28 %", "−51 … +6", "71 → 94", .notClear,
                outlook: "only a change of −38 % or +61 % would have shown in four of five cases", high: 42),
            tile(
                "merge-time/control", .mergeTime, "18.2 h", "17.9 h", "−2 %", "−40 … +31", "71 → 40", .notClear,
                isControl: true, high: 40),
            tile("changes", .changes, "5.5 a week", "7.3 a week", "+31 %", "+8 … +58", "71 → 94", .more, high: 9),
            tile("failed-releases", .failedReleases, "17 %", "7 %", "−10 points", "−29 … +9", "23 → 27", .notClear),
            tile("incidents", .incidents, "1.7 in 30 days", "0.67 in 30 days", "–", "–", "5 → 2", .tooFew, high: 3),
            tile("chat threads \u{1B}[31m", nil, "–", "34", "–", "–", "0 → 4", .noneBefore, high: 34),
        ]
        account.stages = [
            .init(name: "asked", count: 212), .init(name: "answered", count: 208, time: 12_000),
            .init(name: "wrote code", count: 180, time: 84_000), .init(name: "kept", count: 171, time: 90_000),
            .init(name: "in a change", count: 120, time: 8_000_000), .init(name: "merged", count: 94, time: 47_000_000),
            .init(name: "released", count: 83, time: 190_000_000),
        ]
        return account
    }()

    static let changes = [
        ChangeRow(
            repository: "acme/shop", number: 412, title: "fix: refunds twice", kind: "fix", state: "merged",
            createdAt: Samples.now - 90_000_000, mergedAt: Samples.now - 7_000_000, generated: 0.5, risk: 3),
        ChangeRow(repository: "acme/shop", number: 413, title: "Export as CSV", state: "open", createdAt: Samples.now),
    ]

    private func desk(_ size: [Int]) -> Desk {
        var desk = Desk(size[0], size[1], repository: "shop")
        desk.pipeline = Self.account
        desk.changeRows = Self.changes
        desk.press(.character("4"))
        return desk
    }

    @Test(arguments: ScreenTests.sizes)
    func `the scoreboard`(size: [Int]) throws {
        try ScreenTests().expect(desk(size), "pipeline", size)
    }

    @Test(arguments: ScreenTests.sizes)
    func `one figure with its course`(size: [Int]) throws {
        var desk = desk(size)
        desk.press(.enter)
        try ScreenTests().expect(desk, "metric", size)
    }

    @Test(arguments: ScreenTests.sizes)
    func `what a figure means`(size: [Int]) throws {
        var desk = desk(size)
        desk.press(.character("?"))
        try ScreenTests().expect(desk, "definition", size)
    }

    @Test(arguments: ScreenTests.sizes)
    func `the changes behind a figure`(size: [Int]) throws {
        var desk = desk(size)
        desk.press(.enter, .enter)
        try ScreenTests().expect(desk, "changes", size)
    }

    @Test(arguments: ScreenTests.sizes)
    func `a pipeline of which nothing is known`(size: [Int]) throws {
        var desk = Desk(size[0], size[1])
        desk.press(.character("4"))
        try ScreenTests().expect(desk, "pipeline-empty", size)
    }

    @Test(arguments: [
        (PipelineMetric.generations, "Generations"), (.firstToken, "Generations"), (.failedAnswers, "Generations"),
        (.mergedEdits, "with code"), (.acceptedLines, "with code"), (.crossEntropy, "with code"),
        (.findings, "Findings"),
        (.alertToPrompt, "Alerts"),
    ])
    func `a figure of what was written opens its list, by the age of the period`(metric: PipelineMetric, list: String) {
        var desk = desk([120, 40])
        desk.pipeline?.tiles[0].metric = metric
        desk.send(.storeChanged)
        desk.press(.enter, .enter)
        #expect(desk.state.screens.top.filter == "age:<90d")
        #expect(desk.firstLine.contains(list), "\(desk.firstLine)")
        // Others' code is in no list.
        desk.press(.character("b"), .character("b"))
        desk.pipeline?.tiles[0].isControl = true
        desk.send(.storeChanged)
        desk.press(.enter, .enter)
        #expect(desk.text.contains("No list is kept") == (list == "with code"))
    }

    @Test func `w goes through the stretches of time, and the selected figure stays selected`() {
        var desk = desk([120, 40])
        desk.press(.character("j"), .character("j"))
        #expect(desk.lastLine.contains("3 of 6"))
        desk.press(.character("w"))
        #expect(desk.asked.isEmpty == false && desk.firstLine.contains("a year beside the same before"))
        #expect(desk.lastLine.contains("3 of 6"))
        #expect(desk.windows == [.quarter, .year])
    }

    @Test func `a day in the palette splits time, from any screen, and w leads back`() {
        var desk = desk([120, 40])
        func split(_ day: String) {
            desk.press(.character(":"))
            for character in "split \(day)" { desk.press(.character(character)) }
            desk.press(.enter)
        }
        split("2026-09-01")
        #expect(desk.splits == [1_788_220_800_000])
        #expect(desk.firstLine.contains("since 2026-09-01 beside as long before"))
        desk.press(.character("w"))
        #expect(desk.firstLine.contains("90 days beside the same before"))
        split("1 September")
        #expect(desk.text.contains("'1 September' is no day"))
        desk.press(.character("1"))
        split("2026-09-02")
        #expect(desk.splits.count == 2 && desk.firstLine.contains("Pipeline"))
    }

    @Test func `x writes the figures to a file`() {
        var desk = desk([120, 40])
        desk.press(.character("x"), .character("j"))
        let exports = desk.unanswered.compactMap { effect -> ExportRequest? in
            if case .export(let request) = effect { request } else { nil }
        }
        #expect(exports.first?.pipeline == Self.account && exports.first?.format == .json)
    }

    @Test func `a store that changes is counted anew, and what is shown stays until then`() {
        var desk = desk([120, 40])
        desk.answers = false
        desk.send(.storeChanged)
        #expect(desk.text.contains("merge time"))
        desk.answers = true
        desk.answerAll()
        #expect(desk.windows == [.quarter, .quarter])
    }

    @Test func `every size, key and window draws without harm`() {
        for columns in [40, 41, 59, 60, 99, 100, 133, 200] {
            for rows in [10, 11, 25, 26, 30, 60] {
                var desk = desk([columns, rows])
                for key in ["j", "G", "k", "g", "w"] { desk.press(.character(Character(key))) }
                desk.press(.enter, .pageDown, .enter, .end, .escape, .escape, .character("?"), .end)
                #expect(desk.frame.size == Size(columns: columns, rows: rows))
            }
        }
    }
}
