import GRDB
import Testing

@testable import Flows
@testable import Store

struct ShingleIndexingTests {
    @Test func `A question leaves few runs of the index for the next one, also where no edit waits`() throws {
        let store = try Store.inMemory()
        for run: Int64 in 0..<9 {
            try store.index((0..<40).map { ShingleEntry(shingle: UInt32(run * 7 + $0), edit: run) }, of: [])
        }
        let asked = (0..<100).map(UInt32.init)
        let before = try store.edits(holding: asked)
        #expect(try ShingleIndexing.catchUp(store) == 0)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM shingle_run") } == 1)
        #expect(try store.edits(holding: asked) == before)
    }
}
