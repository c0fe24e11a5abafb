import Testing

@testable import Store

@Suite struct `Filter: SQLite finds the rows by index` {
    let store: FilterStore

    init() throws { store = try FilterStore() }

    @Test(arguments: [
        ("age:<2d", "SEARCH t USING INDEX turn_at"),
        ("model:~opus", "SEARCH t USING INDEX turn_model"),
        ("model:x risk:high", "SEARCH t USING INDEX turn_"),
        ("risk:>=high", "SEARCH t USING INDEX turn_risk"),
        ("repo:shop", "SEARCH t USING INDEX turn_repository"),
        ("file:refund.py", "SEARCH t USING INTEGER PRIMARY KEY"),
        ("\"word\"", "SCAN search VIRTUAL TABLE INDEX"),
        ("agent:codex", "SCAN t USING INDEX turn_at"),
    ])
    func `of turns`(filter: String, step: String) throws {
        let plan = try store.plan(filter, .turns, "turn t", order: "t.at DESC, t.id DESC")
        #expect(plan.contains(step), "\(plan)")
        #expect(!plan.contains("\nSCAN t\n"))
    }

    @Test func `of generations and edits`() throws {
        let generations = try store.plan(
            "model:x", .generations, "generation g", order: "g.started_at DESC, g.id DESC")
        #expect(generations.contains("SEARCH g USING INDEX generation_model"), "\(generations)")
        let edits = try store.plan("file:x.py", .edits, "edit e", order: "e.at DESC, e.id DESC")
        #expect(edits.contains("SEARCH e USING INDEX edit_path"), "\(edits)")
    }
}
